import Essentials
import StoryAnalysis

/// The reviews of all files to learn from, in their order.
struct TrainingSet {
  /// The labelled ones first.
  private(set) var reviews: [TrainingReview] = []
  /// The labelled reviews as they were read, in the same order.
  private(set) var gold: [GoldReview] = []
  /// Graded reviews that are labelled too: their grades teach nothing, but verdicts are measured by them.
  private(set) var measured: [TrainingReview] = []
  /// How many reviews stand in the dumps, with or without a grade that says something.
  private(set) var ratedCount = 0
  private(set) var vocabulary = Vocabulary()
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
      let isNew = labelledTexts.insert(review.whole).inserted
      gold.append(review)
      add(
        TrainingReview(
          review, weight: weights.weight(of: file),
          isConstant: weights.isConstant(file), ownBase: weights.ownBase(of: file),
          analyzer: analyzer, space: space),
        analyzer.words(
          of: Array(review.whole.utf8), titleLength: review.title?.utf8.count ?? 0),
        isNew: isNew)
    }
  }

  /// Adds the reviews of dumps whose grade says something; those that are labelled too, to be measured by alone.
  ///
  /// - Returns: what was read.
  mutating func addRated(_ dumps: DumpArguments, weight: Double) async throws -> ReadingReport {
    let space = space
    let labelled = labelledTexts
    let analyzer = dumps.run.analyzer
    var added: [(TrainingReview, [TextWord]?)] = []
    let report = try await dumps.forEachChunk(
      work: { batch, _ in
        batch.analyses.indices.compactMap { index -> (TrainingReview, [TextWord]?)? in
          let record = batch.reviews.reviews[index]
          guard let review = TrainingReview(index, of: batch, weight: weight, space: space) else {
            return nil
          }
          if labelled.contains(review.text.whole) { return (review, nil) }
          let text = Array(batch.reviews.bytes[record.text.range])
          return (review, analyzer.words(of: text, titleLength: record.titleLength))
        }
      },
      deliver: { reviews, _ in added += reviews })
    for (review, words) in added {
      if let words { add(review, words) } else { measured.append(review) }
    }
    ratedCount += report.recordCount
    return report
  }

  /// - Parameter isNew: whether the text was not labelled before; one that several have read is one review.
  private mutating func add(_ review: TrainingReview, _ words: [TextWord], isNew: Bool = true) {
    var review = review
    review.words = vocabulary.add(words, counting: isNew)
    reviews.append(review)
  }
}
