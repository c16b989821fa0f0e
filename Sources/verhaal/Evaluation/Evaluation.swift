import Essentials
import StoryAnalysis
import StoryFigures

/// How well verdicts agree with labels.
struct Evaluation {
  let count: Int
  let accuracy: Double
  /// In the order of `Label.allCases`.
  let labelF1: [Double]
  /// The mean of `labelF1`.
  let macroF1: Double
  let storyF1: Double
  /// How well the order by memorability serves: mean over 200 random halves, 0 to 1.
  let ndcg20: Double
  /// Share of gold stories among the first 10 and 20 by memorability.
  let precision10: Double
  let precision20: Double
  /// Share of the gold stories whose moment is found.
  let momentRate: Double
  /// Expected calibration error of the label's probability, ten bins, 0 to 1.
  let ece: Double
  /// Rows are gold labels, columns verdicts, in the order of `Label.allCases`.
  let confusion: ConfusionMatrix
  /// In the order of their names.
  let domains: [GroupScore]
  /// One for each of `LengthBand.allCases`.
  let lengths: [GroupScore]

  init(_ gold: [GoldReview], _ verdicts: [Verdict]) {
    let pairs = Array(zip(gold, verdicts))
    count = pairs.count
    let (labels, found) = Evaluation.matrices(pairs)
    confusion = labels
    accuracy = labels.accuracy
    labelF1 = Label.allCases.indices.map { labels.f1(of: $0) ?? 0 }
    macroF1 = labelF1.reduce(0, +) / Double(labelF1.count)
    storyF1 = found.f1(of: 1) ?? 0
    let byDomain = Dictionary(grouping: pairs) { $0.0.domain }
    domains = byDomain.sorted { $0.key < $1.key }.map { Evaluation.score($0.key, $0.value) }
    let byLength = Dictionary(grouping: pairs) { LengthBand(words: $0.1.wordCount) }
    lengths = LengthBand.allCases.map { Evaluation.score($0.rawValue, byLength[$0] ?? []) }
    let memorabilities = verdicts.map { Double($0.memorability) }
    let ranking = Ranking(gains: gold.map { Double($0.story) }, scores: memorabilities)
    precision10 = ranking.precision(at: 10)
    precision20 = ranking.precision(at: 20)
    ndcg20 = Ranking(gains: gold.map(\.memorability), scores: memorabilities)
      .meanNDCG(at: 20, halves: 200)
    let stories = pairs.filter { $0.0.story == 1 }
    momentRate = Evaluation.share(
      stories.count { Evaluation.findsMoment($0.0, $0.1) }, of: stories.count)
    ece = Evaluation.calibrationError(pairs)
  }

  private static func share(_ part: Int, of whole: Int) -> Double {
    whole == 0 ? 0 : Double(part) / Double(whole)
  }

  /// Labels, and whether there is a story, as wanted and as given.
  private static func matrices(
    _ pairs: [(GoldReview, Verdict)]
  ) -> (labels: ConfusionMatrix, stories: ConfusionMatrix) {
    var labels = ConfusionMatrix(classes: Label.allCases.count)
    var stories = ConfusionMatrix(classes: 2)
    for (review, verdict) in pairs {
      labels.add(wanted: review.label.place, given: verdict.label.place)
      stories.add(wanted: review.story, given: verdict.story ? 1 : 0)
    }
    return (labels, stories)
  }

  private static func score(_ name: String, _ pairs: [(GoldReview, Verdict)]) -> GroupScore {
    let (labels, stories) = matrices(pairs)
    return GroupScore(name: name, labels: labels, stories: stories)
  }

  /// Whether the first moment overlaps the gold moment with an F1 over bytes of at least 0.5.
  private static func findsMoment(_ review: GoldReview, _ verdict: Verdict) -> Bool {
    guard let moment = verdict.moment, let gold = review.momentBytes else { return false }
    let overlap = max(
      0, min(gold.upperBound, moment.upperBound) - max(gold.lowerBound, moment.lowerBound))
    return 2 * Double(overlap) / Double(gold.count + moment.count) >= 0.5
  }

  /// The mean difference, weighted by count, between confidence and accuracy in ten equal bins.
  private static func calibrationError(_ pairs: [(GoldReview, Verdict)]) -> Double {
    var bins = [(count: Int, right: Int, confidence: Double)](repeating: (0, 0, 0), count: 10)
    for (review, verdict) in pairs {
      let confidence = verdict.confidence.asDouble
      let bin = min(9, Int(confidence * 10))
      bins[bin].count += 1
      bins[bin].right += verdict.label == review.label ? 1 : 0
      bins[bin].confidence += confidence
    }
    let difference = bins.reduce(0.0) { $0 + abs($1.confidence - Double($1.right)) }
    return pairs.isEmpty ? 0 : difference / Double(pairs.count)
  }
}
