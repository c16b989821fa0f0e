import Essentials
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

  /// The threshold that serves best: the score of a probability of half the F1 that can be had.
  ///
  /// Of calibrated probabilities that threshold gives the best F1 (Lipton, Elkan and Naryanaswamy, 2014). The best F1
  /// itself hardly depends on which reviews are measured, where the threshold that happened to give it does.
  static func bestThreshold(
    _ reviews: [TrainingReview], _ verdicts: [TrainedModel.Verdict]
  ) -> Double {
    let best = (-20...10).map { storyF1(reviews, verdicts, threshold: Double($0) / 10) }.max() ?? 0
    // Where nothing is found there is nothing to go by.
    guard best > 0 else { return 0 }
    return log(best / (2 - best))
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
