import Essentials
import Lexicon
import StoryAnalysis

/// Weights that were fitted, and what they say of reviews.
struct TrainedModel: Sendable {
  /// By column, then by label.
  var label: [Double] = []
  /// By column.
  var story: [Double] = []
  var memorability: [Double] = []
  /// By kind of evidence.
  var moment: [Double] = []
  /// How the fit of each target went, in order.
  var parts: [FitPart] = []

  /// What the model says of one review.
  struct Verdict: Sendable {
    /// Number of the likeliest label.
    let label: Int
    /// The score before its link function.
    let story: Double
    /// The expected grade, from 0 to 3.
    let memorability: Double
  }

  func verdicts(_ reviews: [TrainingReview], in space: FeatureSpace) -> [Verdict] {
    let peaks = reviews.map { $0.evidence.peak(moment) }
    let labels = TrainedModel.scores(
      space.matrix(reviews, peaks: peaks, for: .neutralSatisfied), label)
    let stories = TrainedModel.scores(space.matrix(reviews, peaks: peaks, for: .story), story)
    let grades = TrainedModel.scores(
      space.matrix(reviews, peaks: peaks, for: .memorability), memorability)
    return reviews.indices.map { at in
      let best = labels[at].indices.reduce(0) { labels[at][$1] > labels[at][$0] ? $1 : $0 }
      let segments = reviews[at].evidence.segmentScores(moment)
      let story = stories[at][0] + TrainedModel.sumOfPowers(segments)
      let memorability = (1 + 2 / (1 + exp(-grades[at][0]))) / (1 + exp(-story))
      return Verdict(label: best, story: story, memorability: memorability)
    }
  }

  /// The logarithm of the sum of e^score; 0 for none.
  private static func sumOfPowers(_ scores: [Double]) -> Double {
    guard let top = scores.max() else { return 0 }
    return top + log(scores.reduce(0) { $0 + exp($1 - top) })
  }

  /// The scores of every row, one for each weight that a column has.
  private static func scores(_ matrix: SparseMatrix, _ weights: [Double]) -> [[Double]] {
    let width = weights.count / max(1, matrix.columnCount)
    return (0..<matrix.rowCount).map { number in
      var scores = [Double](repeating: 0, count: width)
      for at in matrix.row(number) {
        for place in 0..<width {
          scores[place] += matrix.values[at] * weights[Int(matrix.columns[at]) * width + place]
        }
      }
      return scores
    }
  }
}
