/// What was typed after the name of a command.
struct Arguments: Sendable {
  private(set) var operands: [String] = []
  private var values: [String: [String]] = [:]

  /// - Throws: `UsageError` for an unknown flag, a missing or a wrong value.
  init(_ words: some Sequence<String>, flags: [Flag]) throws(UsageError) {
    var rest = Array(words)[...]
    while let word = rest.popFirst() {
      if word == "--" {
        operands += rest
        return
      }
      guard word.hasPrefix("-"), word != "-" else {
        operands.append(word)
        continue
      }
      let (name, attached) = Arguments.split(word)
      guard let flag = flags.first(where: { $0.isNamed(name) }) else {
        throw UsageError("there is no flag \(name)", hint: Arguments.nearest(name, flags))
      }
      var value = ""
      if case .optionalNumber(_, let standard) = flag.value {
        let next = rest.first.flatMap { Int($0) == nil ? nil : $0 }
        value = attached ?? next ?? String(standard)
        if attached == nil && next != nil { rest.removeFirst() }
      } else if flag.takesValue {
        guard let given = attached ?? rest.popFirst() else {
          throw UsageError("\(name) needs a value: \(flag.usage.trimmed)")
        }
        value = given
      } else if attached != nil {
        throw UsageError("\(name) takes no value")
      }
      if case .choice(let words) = flag.value, !words.contains(value) {
        throw UsageError("\(name) is one of \(words.joined(separator: ", ")), not ‘\(value)’")
      }
      if values[flag.name] != nil && !flag.isRepeatable && flag.takesValue {
        throw UsageError("\(name) stands twice")
      }
      values[flag.name, default: []].append(value)
    }
  }

  private static func split(_ word: String) -> (name: String, value: String?) {
    guard word.hasPrefix("--"), let equals = word.firstIndex(of: "=") else { return (word, nil) }
    return (String(word[..<equals]), String(word[word.index(after: equals)...]))
  }

  private static func nearest(_ name: String, _ flags: [Flag]) -> String? {
    let stem = name.drop { $0 == "-" }
    guard stem.count >= 3 else { return nil }
    let near = flags.first { $0.name.hasPrefix(stem.prefix(3)) }
    return near.map { "did you mean --\($0.name)?" }
  }

  func has(_ name: String) -> Bool { values[name] != nil }
  func all(_ name: String) -> [String] { values[name] ?? [] }
  subscript(name: String) -> String? { values[name]?.last }

  /// A whole number of at least `minimum`.
  func number(
    _ name: String, minimum: Int = 1, maximum: Int = 1 << 40
  ) throws(UsageError) -> Int? {
    guard let text = self[name] else { return nil }
    guard let value = Int(text), value >= minimum else {
      throw UsageError("--\(name) is a whole number of at least \(minimum), not ‘\(text)’")
    }
    guard value <= maximum else {
      throw UsageError("--\(name) is at most \(maximum), not ‘\(text)’")
    }
    return value
  }
}

extension Flag {
  fileprivate func isNamed(_ word: String) -> Bool {
    word == "--" + name || short.map { word == "-\($0)" } == true
  }
}

extension String {
  fileprivate var trimmed: String { String(drop { $0 == " " }) }
}
