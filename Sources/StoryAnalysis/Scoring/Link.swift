import Essentials
import Lexicon

/// The functions that turn scores into probabilities.
enum Link {
  /// top / (1 + e^-score), rounded to ten-thousandths, ties to even.
  static func logistic(_ score: Fixed, top: Double = 1) -> Fixed {
    Fixed(rounding: top / (1 + exp(-score.asDouble)))
  }

  /// The logarithm of the sum of e^score over some scores in ten-thousandths, as such a score: that one of several
  /// things is the case, each of which has its own; 0 for none.
  static func sumOfPowers(_ scores: [Double]) -> Fixed {
    guard let top = scores.max() else { return 0 }
    let sum = scores.reduce(0) { $0 + exp(($1 - top) / Double(Fixed.one)) }
    return Fixed(rounding: top / Double(Fixed.one) + log(sum))
  }

  /// The score of the memorability that is expected: of a text that may tell a story, and if it does, one worth 1 to 3.
  ///
  /// With p = 1 / (1 + e^-story) and g = 1 / (1 + e^-grade) that is p · (1 + 2g), from 0 to 3; its logit, with 3 as the
  /// top, is the score. What is missing to 3 is p · (3e^-story + 2g · e^-grade), without the difference of two numbers
  /// that are nearly the same; p falls out of the quotient.
  static func memorability(story: Fixed, grade: Fixed) -> Fixed {
    // Beyond so much a probability is 0 or 1 in every decimal that is kept.
    let story = min(max(story.asDouble, -50), 50)
    let grade = min(max(grade.asDouble, -50), 50)
    let powerOfGrade = exp(-grade)
    let isHigher = 1 / (1 + powerOfGrade)
    return Fixed(
      rounding: log((1 + 2 * isHigher) / (3 * exp(-story) + 2 * isHigher * powerOfGrade)))
  }

  /// e^score.
  static func power(_ score: Fixed) -> Double { exp(score.asDouble) }
}
