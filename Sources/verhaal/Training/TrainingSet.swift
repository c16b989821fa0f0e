import Foundation
import StoryAnalysis

/// The reviews of all files to learn from, in their order.
struct TrainingSet {
  /// The labelled ones first.
  private(set) var reviews: [TrainingReview] = []
  /// The labelled reviews as they were read, in the same order.
  private(set) var gold: [GoldReview] = []
  /// How many reviews stand in the dumps, with or without a grade that says something.
  private(set) var ratedCount = 0
  private let space: FeatureSpace
  /// The labelled texts: no grade need teach what a label does.
  private var labelledTexts: Set<String> = []

  init(space: FeatureSpace) { self.space = space }

  /// Adds the labelled reviews of a file; before those of dumps.
  ///
  /// - Throws: `GoldError` naming the file and line of the first record that is none.
  mutating func addGold(
    _ file: String, _ weights: PathWeights, _ analyzer: Analyzer
  ) throws(GoldError) {
    for review in try GoldReview.read(file) {
      labelledTexts.insert(review.whole)
      gold.append(review)
      reviews.append(
        TrainingReview(
          review, weight: weights.weight(of: file),
          isConstant: weights.isConstant(file), analyzer: analyzer, space: space))
    }
  }

  /// Adds the reviews of dumps whose grade says something, but for those that are labelled too.
  ///
  /// - Returns: what was read.
  mutating func addRated(_ dumps: DumpArguments, weight: Double) async throws -> ReadingReport {
    let space = space
    let labelled = labelledTexts
    var added: [TrainingReview] = []
    let report = try await dumps.forEachChunk(
      work: { batch, _ in
        batch.analyses.indices.compactMap { index -> TrainingReview? in
          let text = batch.reviews.string(batch.reviews.reviews[index].text)
          if labelled.contains(text) { return nil }
          return TrainingReview(index, of: batch, weight: weight, space: space)
        }
      },
      deliver: { reviews, _ in added += reviews })
    reviews += added
    ratedCount += report.recordCount
    return report
  }
}
