import Foundation
import StoryAnalysis

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
  /// Share of the gold stories whose moment is found.
  let momentRate: Double
  /// Expected calibration error of the label's probability, ten bins, 0 to 1.
  let ece: Double
  /// Rows are gold labels, columns verdicts, in the order of `Label.allCases`.
  let confusion: [[Int]]

  init(_ gold: [GoldReview], _ analyses: [Analysis]) {
    let pairs = Array(zip(gold, analyses))
    let labels = Label.allCases
    count = pairs.count
    var confusion = [[Int]](repeating: [0, 0, 0], count: labels.count)
    for (review, analysis) in pairs {
      if let row = labels.firstIndex(where: { $0.rawValue == review.label }),
        let column = labels.firstIndex(of: analysis.label)
      {
        confusion[row][column] += 1
      }
    }
    self.confusion = confusion
    accuracy = Evaluation.share(labels.indices.reduce(0) { $0 + confusion[$1][$1] }, of: count)
    labelF1 = labels.indices.map { label in
      Evaluation.f1(
        hits: confusion[label][label],
        found: labels.indices.reduce(0) { $0 + confusion[$1][label] },
        wanted: confusion[label].reduce(0, +))
    }
    macroF1 = labelF1.reduce(0, +) / Double(labels.count)
    storyF1 = Evaluation.f1(
      hits: pairs.count { $0.0.story == 1 && $0.1.story }, found: pairs.count { $0.1.story },
      wanted: pairs.count { $0.0.story == 1 })
    ndcg20 = Ranking(
      gains: gold.map(\.memorability), scores: analyses.map { Double($0.memorability) }
    ).meanNDCG(at: 20, halves: 200)
    let stories = pairs.filter { $0.0.story == 1 }
    momentRate = Evaluation.share(
      stories.count { Evaluation.findsMoment($0.0, $0.1) }, of: stories.count)
    ece = Evaluation.calibrationError(pairs)
  }

  private static func share(_ part: Int, of whole: Int) -> Double {
    whole == 0 ? 0 : Double(part) / Double(whole)
  }

  /// The harmonic mean of precision and recall; 0 where there is no hit.
  static func f1(hits: Int, found: Int, wanted: Int) -> Double {
    hits == 0 ? 0 : 2 * Double(hits) / Double(found + wanted)
  }

  /// Whether the first moment overlaps the gold moment with an F1 over bytes of at least 0.5.
  private static func findsMoment(_ review: GoldReview, _ analysis: Analysis) -> Bool {
    guard let moment = analysis.moments.first, let gold = review.momentBytes else { return false }
    let overlap = max(0, min(gold.upperBound, moment.end) - max(gold.lowerBound, moment.start))
    return 2 * Double(overlap) / Double(gold.count + moment.end - moment.start) >= 0.5
  }

  /// The mean difference, weighted by count, between confidence and accuracy in ten equal bins.
  private static func calibrationError(_ pairs: [(GoldReview, Analysis)]) -> Double {
    var bins = [(count: Int, right: Int, confidence: Double)](repeating: (0, 0, 0), count: 10)
    for (review, analysis) in pairs {
      let confidence = analysis.probabilities[analysis.label].asDouble
      let bin = min(9, Int(confidence * 10))
      bins[bin].count += 1
      bins[bin].right += analysis.label.rawValue == review.label ? 1 : 0
      bins[bin].confidence += confidence
    }
    let difference = bins.reduce(0.0) { $0 + abs($1.confidence - Double($1.right)) }
    return pairs.isEmpty ? 0 : difference / Double(pairs.count)
  }
}
