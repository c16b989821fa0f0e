import Lexicon

/// The score of every target, before its link function, in ten-thousandths.
struct TargetScores {
  private var neutralSatisfied: Fixed = 0
  private var enthusiastic: Fixed = 0
  private var dissatisfied: Fixed = 0
  private var story: Fixed = 0
  private var memorability: Fixed = 0
  private var moment: Fixed = 0

  subscript(target: ModelTarget) -> Fixed {
    get {
      switch target {
      case .neutralSatisfied: neutralSatisfied
      case .enthusiastic: enthusiastic
      case .dissatisfied: dissatisfied
      case .story: story
      case .memorability: memorability
      case .moment: moment
      }
    }
    set {
      switch target {
      case .neutralSatisfied: neutralSatisfied = newValue
      case .enthusiastic: enthusiastic = newValue
      case .dissatisfied: dissatisfied = newValue
      case .story: story = newValue
      case .memorability: memorability = newValue
      case .moment: moment = newValue
      }
    }
  }
}
