import Foundation

/// How badly weights explain which segment of each text was marked as its moment, plus what it costs to leave the
/// priors.
///
/// The probabilities of the segments of one text are the softmax of their scores.
struct MomentObjective: Objective {
  /// A row for each segment, text by text.
  let matrix: SparseMatrix
  /// The rows of each text.
  let texts: [Range<Int>]
  /// How much of the marked moment lies in each segment; 1 in all for a text.
  let shares: [Double]
  /// What a squared distance of a weight from its prior costs, halved.
  let penalty: Double
  let priors: [Double]

  var count: Int { matrix.columnCount }

  func value(at point: [Double], gradient: inout [Double]) -> Double {
    var sum = 0.0
    for at in point.indices {
      let distance = point[at] - priors[at]
      sum += penalty * distance * distance / 2
      gradient[at] = penalty * distance
    }
    var scores: [Double] = []
    for text in texts {
      scores.removeAll(keepingCapacity: true)
      for number in text {
        scores.append(
          matrix.row(number).reduce(0) {
            $0 + matrix.values[$1] * point[Int(matrix.columns[$1])]
          })
      }
      let top = scores.max() ?? 0
      let all = scores.reduce(0) { $0 + exp($1 - top) }
      for (score, number) in zip(scores, text) {
        let share = shares[number]
        sum -= share * (score - top - log(all))
        let residual = exp(score - top) / all - share
        for at in matrix.row(number) {
          gradient[Int(matrix.columns[at])] += matrix.values[at] * residual
        }
      }
    }
    return sum
  }
}
