import Essentials

/// How badly weights explain which texts tell a story and in which of their segments, plus what it costs to leave the
/// priors.
///
/// A text is a choice among no story, with a score of 0, and each of its segments, with the score of the text plus its
/// own: the probability of a story is the sum of those of the segments. Where it is known how a story's moment lies over
/// the segments, the choice among these counts too. The point holds the weights of the texts' columns, then those of
/// the segments'.
struct ChoiceObjective: Objective {
  /// What is known of one text.
  struct Answer {
    /// From 0 to 1.
    var story: Double
    /// How much of the moment lies in each segment, 1 in all; nil where that is not known.
    var shares: [Double]?
    var weight = 1.0
  }

  /// A row for each text.
  let texts: SparseMatrix
  /// A row for each segment, text by text.
  let segments: SparseMatrix
  /// The rows of the segments of each text.
  let ranges: [Range<Int>]
  let answers: [Answer]
  /// What a squared distance of a weight from its prior costs, halved, in the order of the point.
  let penalties: [Double]
  let priors: [Double]

  var count: Int { texts.columnCount + segments.columnCount }

  func value(at point: [Double], gradient: inout [Double]) -> Double {
    var sum = 0.0
    for at in point.indices {
      let distance = point[at] - priors[at]
      sum += penalties[at] * distance * distance / 2
      gradient[at] = penalties[at] * distance
    }
    let textPoint = Array(point[..<texts.columnCount])
    let segmentPoint = Array(point[texts.columnCount...])
    var scores: [Double] = []
    for (text, answer) in answers.enumerated() {
      let whole = texts.product(text, textPoint)
      scores.removeAll(keepingCapacity: true)
      for segment in ranges[text] { scores.append(segments.product(segment, segmentPoint)) }
      let top = scores.max() ?? 0
      let powers = scores.reduce(0) { $0 + exp($1 - top) }
      // A text without segments is one empty segment.
      let together = scores.isEmpty ? 0 : top + log(powers)
      let story = whole + together
      let probability = 1 / (1 + exp(-story))
      sum += answer.weight * (max(story, 0) + log1p(exp(-abs(story))) - answer.story * story)
      let pull = answer.weight * (probability - answer.story)
      for at in texts.row(text) { gradient[Int(texts.columns[at])] += texts.values[at] * pull }
      for (place, segment) in ranges[text].enumerated() {
        let chosen = exp(scores[place] - top) / powers
        var pull = pull * chosen
        if let shares = answer.shares {
          let weight = answer.weight * answer.story
          sum -= weight * shares[place] * (scores[place] - together)
          pull += weight * (chosen - shares[place])
        }
        for at in segments.row(segment) {
          gradient[texts.columnCount + Int(segments.columns[at])] += segments.values[at] * pull
        }
      }
    }
    return sum
  }
}
