import Lexicon
import StoryAnalysis

/// How well what a model says of labelled reviews agrees with their labels.
struct FitScores: Sendable {
  let macroF1: Double
  let storyF1: Double
  let ndcg20: Double

  /// - Parameter threshold: the story score from which a review counts as a story.
  init(_ reviews: [TrainingReview], _ verdicts: [TrainedModel.Verdict], threshold: Double) {
    let labels = Label.allCases.indices
    var hits = labels.map { _ in 0 }
    var found = hits
    var wanted = hits
    for (review, verdict) in zip(reviews, verdicts) {
      guard case .labelled(let label, _, _, _) = review.lesson else { continue }
      wanted[label] += 1
      found[verdict.label] += 1
      if verdict.label == label { hits[label] += 1 }
    }
    macroF1 =
      labels.reduce(0) {
        $0 + Evaluation.f1(hits: hits[$1], found: found[$1], wanted: wanted[$1])
      } / Double(labels.count)
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
    let pairs = zip(reviews, verdicts)
    return Evaluation.f1(
      hits: pairs.count { $0.story == 1 && $1.story >= threshold },
      found: verdicts.count { $0.story >= threshold }, wanted: reviews.count { $0.story == 1 })
  }
}
