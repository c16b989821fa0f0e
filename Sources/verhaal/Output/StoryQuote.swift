import ReviewStore
import StoryBrief

/// A story as a quote with its source, to be copied into something else.
struct StoryQuote {
  let text: String

  init(_ story: RankedStory, _ mask: Mask) {
    let words = mask.shown(
      story, story.moment.map { $0.start..<$0.end } ?? 0..<story.text.count)
    let quote = Terminal.safe(words).split(separator: " ").joined(separator: " ")
    let facts = StoryFacts(story, group: nil)
    let origin = [story.source, facts.id, facts.date, facts.grade].compactMap(\.self).map(
      mask.shown)
    text = "“\(quote)”\n(\(origin.map(Terminal.safe).joined(separator: ", ")))"
  }
}
