import Lexicon
import StoryAnalysis

/// The most memorable stories seen so far, at most as many as asked for.
///
/// By memorability, then by the strength of the moment's valence, both descending, then in input order.
struct StoryRanking: Sendable {
  let limit: Int
  private(set) var stories: [RankedStory] = []

  init(limit: Int) { self.limit = limit }

  /// Adds stories that come later in the input than all before.
  mutating func add(_ later: some Sequence<RankedStory>) {
    stories += later
    // The sort is stable, so equal stories stay in input order.
    stories.sort { ($0.memorability, $0.strength) > ($1.memorability, $1.strength) }
    stories.removeLast(max(0, stories.count - limit))
  }
}
