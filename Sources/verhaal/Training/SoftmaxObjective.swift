import Essentials

/// How badly weights for a few classes explain what reviews are, plus what it costs to leave the priors.
///
/// The probabilities of a row are the softmax of its scores. A row says either how its classes are shared out, or only
/// which of them it may be; then the logarithm of the sum of their probabilities counts. The point holds a weight for
/// every class of the first column, then those of the second, and so on.
struct SoftmaxObjective: Objective {
  /// What one row says.
  struct Answer {
    /// By class: the shares, or 1 for what it may be and 0 for what it cannot be.
    var shares: [Double]
    /// Whether it only says which classes it may be.
    var isPartial = false
    /// How much the row counts.
    var weight = 1.0
  }

  let matrix: SparseMatrix
  let classCount: Int
  let answers: [Answer]
  /// What a squared distance of a weight from its prior costs, halved, by column.
  let penalties: [Double]
  /// In the order of the point.
  let priors: [Double]
  /// The same for the distance between the weights of the second and the third class, by column.
  let ties: [Double]

  var count: Int { matrix.columnCount * classCount }

  func value(at point: [Double], gradient: inout [Double]) -> Double {
    var sum = 0.0
    for column in 0..<matrix.columnCount {
      let first = column * classCount
      for at in first..<(first + classCount) {
        let distance = point[at] - priors[at]
        sum += penalties[column] * distance * distance / 2
        gradient[at] = penalties[column] * distance
      }
      if ties[column] == 0 { continue }
      let distance = point[first + 1] - point[first + 2]
      sum += ties[column] * distance * distance / 2
      gradient[first + 1] += ties[column] * distance
      gradient[first + 2] -= ties[column] * distance
    }
    let columns = matrix.columns.span
    let values = matrix.values.span
    var scores = [Double](repeating: 0, count: classCount)
    var residuals = scores
    for number in answers.indices {
      let row = matrix.row(number)
      for at in scores.indices { scores[at] = 0 }
      for at in row {
        let first = Int(columns[at]) * classCount
        for place in 0..<classCount { scores[place] += values[at] * point[first + place] }
      }
      sum += SoftmaxObjective.loss(scores, answers[number], &residuals)
      for at in row {
        let first = Int(columns[at]) * classCount
        for place in 0..<classCount { gradient[first + place] += values[at] * residuals[place] }
      }
    }
    return sum
  }

  /// What a row costs, and how that changes with its scores.
  private static func loss(
    _ scores: [Double], _ answer: Answer, _ residuals: inout [Double]
  ) -> Double {
    let top = scores.max() ?? 0
    var all = 0.0
    var allowed = 0.0
    var expected = 0.0
    for at in scores.indices {
      let power = exp(scores[at] - top)
      residuals[at] = power
      all += power
      allowed += answer.shares[at] * power
      expected += answer.shares[at] * (scores[at] - top)
    }
    for at in scores.indices {
      let power = residuals[at]
      let share = answer.isPartial ? answer.shares[at] * power / allowed : answer.shares[at]
      residuals[at] = answer.weight * (power / all - share)
    }
    return answer.weight * (log(all) - (answer.isPartial ? log(allowed) : expected))
  }
}
