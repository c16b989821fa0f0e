import Lexicon
import StoryAnalysis

/// The most memorable stories seen so far, at most as many as asked for.
///
/// By memorability, then by the strength of the moment's valence, both descending, then in input order. A review that
/// stands twice in the input stands once in it.
struct StoryRanking: Sendable {
  let limit: Int
  private var kept: [RankedStory] = []

  init(limit: Int) { self.limit = limit }

  /// Best first; where there is no limit, in input order.
  var stories: [RankedStory] {
    if limit == .max { return kept }
    var ranking = self
    ranking.settle()
    return ranking.kept
  }

  /// Adds a story that comes later in the input than all before.
  mutating func add(_ story: RankedStory) {
    kept.append(story)
    if kept.count - limit > max(limit, 64) { settle() }
  }

  private mutating func settle() {
    // The sort is stable, so equal stories stay in input order.
    kept.sort { ($0.memorability, $0.strength) > ($1.memorability, $1.strength) }
    var seen: Set<RankedStory.Key> = []
    kept.removeAll { story in story.key.map { !seen.insert($0).inserted } ?? false }
    kept.removeLast(max(0, kept.count - limit))
  }
}
