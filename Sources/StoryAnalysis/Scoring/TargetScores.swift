import Lexicon

/// The score of every target, before its link function, in ten-thousandths.
struct TargetScores {
  var neutralSatisfied: Fixed = 0
  var enthusiastic: Fixed = 0
  var dissatisfied: Fixed = 0
  var story: Fixed = 0
  var memorability: Fixed = 0

  /// Adds to the score of a target; the moment has none here.
  @inline(__always)
  mutating func add(_ value: Fixed, to target: ModelTarget) {
    switch target {
    case .neutralSatisfied: neutralSatisfied = neutralSatisfied.plus(value)
    case .enthusiastic: enthusiastic = enthusiastic.plus(value)
    case .dissatisfied: dissatisfied = dissatisfied.plus(value)
    case .story: story = story.plus(value)
    case .memorability: memorability = memorability.plus(value)
    case .moment: break
    }
  }
}
