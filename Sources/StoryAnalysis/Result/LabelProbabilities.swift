import Lexicon

/// How likely each label is, in ten-thousandths; each is rounded by itself, so the three may sum to one
/// more or less than 10,000.
public struct LabelProbabilities: Sendable, Hashable {
  public let neutralSatisfied: Fixed
  public let enthusiastic: Fixed
  public let dissatisfied: Fixed

  public init(neutralSatisfied: Fixed, enthusiastic: Fixed, dissatisfied: Fixed) {
    self.neutralSatisfied = neutralSatisfied
    self.enthusiastic = enthusiastic
    self.dissatisfied = dissatisfied
  }

  /// The softmax of the three label scores.
  init(_ scores: TargetScores) {
    let top = max(scores[.neutralSatisfied], scores[.enthusiastic], scores[.dissatisfied])
    let neutral = Link.power(scores[.neutralSatisfied].plus(-top))
    let enthusiastic = Link.power(scores[.enthusiastic].plus(-top))
    let dissatisfied = Link.power(scores[.dissatisfied].plus(-top))
    let sum = neutral + enthusiastic + dissatisfied
    neutralSatisfied = Fixed(rounding: neutral / sum)
    self.enthusiastic = Fixed(rounding: enthusiastic / sum)
    self.dissatisfied = Fixed(rounding: dissatisfied / sum)
  }

  public subscript(label: Label) -> Fixed {
    switch label {
    case .neutralSatisfied: neutralSatisfied
    case .enthusiastic: enthusiastic
    case .dissatisfied: dissatisfied
    }
  }

  /// The label with the highest probability; the earlier in `Label.allCases` where they are equal.
  public var mostLikely: Label {
    if neutralSatisfied >= enthusiastic && neutralSatisfied >= dissatisfied {
      return .neutralSatisfied
    }
    return enthusiastic >= dissatisfied ? .enthusiastic : .dissatisfied
  }
}
