import Lexicon
import StoryAnalysis

/// How well what a model says of labelled reviews agrees with their labels.
struct FitScores: Sendable {
  let macroF1: Double
  let storyF1: Double
  let ndcg20: Double

  /// - Parameter threshold: the story score from which a review counts as a story.
  init(_ reviews: [TrainingReview], _ verdicts: [TrainedModel.Verdict], threshold: Double) {
    var labels = ConfusionMatrix(classes: Label.allCases.count)
    for (review, verdict) in zip(reviews, verdicts) {
      guard case .labelled(let label, _, _, _) = review.lesson else { continue }
      labels.add(wanted: label, given: verdict.label)
    }
    macroF1 = labels.macroF1 ?? 0
    storyF1 = FitScores.storyF1(reviews, verdicts, threshold: threshold)
    ndcg20 = Ranking(
      gains: reviews.map { $0.memorability ?? 0 }, scores: verdicts.map(\.memorability)
    ).meanNDCG(at: 20, halves: 200)
  }

  /// The threshold that serves best: the mean of those that come within 0.01 of the best, so that chance counts less.
  static func bestThreshold(
    _ reviews: [TrainingReview], _ verdicts: [TrainedModel.Verdict]
  ) -> Double {
    let thresholds = (0..<24).map { Double($0 - 16) / 10 }
    let scores = thresholds.map { storyF1(reviews, verdicts, threshold: $0) }
    let least = (scores.max() ?? 0) - 0.01
    let good = zip(thresholds, scores).filter { $0.1 >= least }.map(\.0)
    return good.reduce(0, +) / Double(good.count)
  }

  private static func storyF1(
    _ reviews: [TrainingReview], _ verdicts: [TrainedModel.Verdict], threshold: Double
  ) -> Double {
    var stories = ConfusionMatrix(classes: 2)
    for (review, verdict) in zip(reviews, verdicts) {
      stories.add(wanted: review.story == 1 ? 1 : 0, given: verdict.story >= threshold ? 1 : 0)
    }
    return stories.f1(of: 1) ?? 0
  }
}
