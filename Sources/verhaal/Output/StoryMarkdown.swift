import ReviewStore
import StoryBrief

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

  /// A text as one line that means nothing in Markdown, its additions or HTML.
  static func escaped(_ text: String) -> String {
    MarkdownText.escaped(Terminal.safe(text))
  }
}
