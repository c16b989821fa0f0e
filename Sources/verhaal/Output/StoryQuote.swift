import ReviewStore

/// A story as a quote with its source, to be copied into something else.
struct StoryQuote {
  let text: String

  init(_ story: RankedStory) {
    let words = story.moment?.text ?? String(decoding: story.text, as: UTF8.self)
    let quote = Terminal.safe(words).split(separator: " ").joined(separator: " ")
    let facts = StoryFacts(story, group: nil)
    let origin = [story.source, facts.id, facts.date, facts.grade].compactMap(\.self)
    text = "“\(quote)”\n(\(origin.map(Terminal.safe).joined(separator: ", ")))"
  }
}
