import StoryFigures

/// What figures leave out, in words and as JSON.
struct Excluded {
  let counts: ReviewCounts
  /// Records that could not be read; nil where that belongs to no part.
  var unreadable: Int? = nil

  private var parts: [(key: StaticString, name: String, count: Int)] {
    var parts: [(StaticString, String, Int)] = [
      ("tooShort", "too short to judge", counts.tooShort),
      ("noExperience", "without an experience", counts.noExperience),
      ("otherLanguage", "in another language", counts.otherLanguage),
      (
        "duplicates", counts.duplicates == 1 ? "duplicate" : "duplicates", counts.duplicates
      ),
    ]
    if let unreadable { parts.append(("unreadable", "unreadable", unreadable)) }
    return parts
  }

  /// `left out: 2 too short to judge, 1 duplicate`, or `left out: none`.
  var line: String {
    let some = parts.filter { $0.count > 0 }.map { "\(Number.grouped($0.count)) \($0.name)" }
    return "left out: " + (some.isEmpty ? "none" : some.joined(separator: ", "))
  }

  /// Adds the key `excluded`.
  func write(to json: inout JSONWriter) {
    json.key("excluded")
    json.open()
    for part in parts {
      json.key(part.key)
      json.integer(part.count)
    }
    json.close()
  }
}
