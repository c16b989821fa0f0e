import ReviewIO
import ReviewStore
import StoryAnalysis

/// The stories that were asked for, best first, and what they were found among.
struct FoundStories {
  let stories: [RankedStory]
  let reviewCount: Int
  let exitCode: ExitCode

  /// Finds them in dumps, in one pass.
  init(in dumps: DumpArguments, _ query: StoryQuery) async throws {
    var ranking = StoryRanking(limit: query.limit)
    let report = try await dumps.forEachChunk(
      work: { batch, identities in
        var best = StoryRanking(limit: query.limit)
        best.add(
          batch.analyses.indices.lazy.compactMap { index in
            let analysis = batch.analyses[index]
            guard query.label == nil || analysis.label == query.label,
              query.driver.map({ analysis.drivers.contains($0) }) ?? true
            else { return nil }
            return RankedStory(index, of: batch, identity: identities[index])
          })
        return best
      },
      deliver: { best, occurrences in
        ranking.add(
          best.stories.map { story in
            var story = story
            story.id += occurrences[story.index].suffix
            return story
          })
      })
    stories = ranking.stories
    reviewCount = report.recordCount
    exitCode = report.exitCode
  }

  /// Finds them in a store.
  init(in store: ReviewStore, _ query: StoryQuery) throws(StoreError) {
    stories = try store.stories(query).map(RankedStory.init)
    reviewCount = try store.count
    exitCode = .done
  }
}
