import ReviewStore

/// Ranked stories as a numbered Markdown list: a line of facts, and the moment as a quote.
struct StoryMarkdown {
  /// What stories are grouped by, if they are.
  let group: StoryGrouping?
  let mask: Mask

  func item(_ story: RankedStory, rank: Int) -> [UInt8] {
    let facts = StoryFacts(story, group: group)
    let origin = [facts.group, facts.date, facts.grade, story.source + " " + facts.id]
      .compactMap(\.self).map { Self.escaped(mask.shown($0)) }
    let line = origin + [facts.permission]
    let indent = String(repeating: " ", count: String(rank).count + 2)
    let quote =
      story.moment.map {
        "> " + Self.escaped(mask.shown(story, $0.start..<$0.end))
      } ?? "tells no story"
    return Array(
      """
      \(rank). **\(facts.verdict)** · \(line.joined(separator: " · "))

      \(indent)\(quote)


      """.utf8)
  }

  /// A text as one line that means nothing in Markdown, HTML or GitHub's additions to it.
  static func escaped(_ text: String) -> String {
    let line = Terminal.safe(text).split(separator: " ").joined(separator: " ")
    var result = ""
    var before: Character = " "
    let characters = Array(line)
    for (place, character) in characters.enumerated() {
      let isSpecial =
        "\\`*_[]<>#|~&$!@".contains(character)
        // Addresses, which become links by themselves.
        || (character == ":" && characters.dropFirst(place + 1).first == "/")
        || (character == "." && "wW".contains(before))
        // Lists and headings, where a line begins.
        || (place == 0 && "-+=".contains(character))
        || ((character == "." || character == ")") && result.count < 10
          && !result.isEmpty && result.allSatisfy { $0.isASCII && $0.isNumber })
      if isSpecial { result.append("\\") }
      result.append(character)
      before = character
    }
    return result
  }
}
