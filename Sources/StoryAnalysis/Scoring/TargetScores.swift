import Lexicon

/// The score of every target, before its link function, in ten-thousandths.
struct TargetScores {
  private var values = [Fixed](repeating: 0, count: ModelTarget.allCases.count)

  subscript(target: ModelTarget) -> Fixed {
    get { values[target.number] }
    set { values[target.number] = newValue }
  }
}

extension ModelTarget {
  var number: Int {
    switch self {
    case .neutralSatisfied: 0
    case .enthusiastic: 1
    case .dissatisfied: 2
    case .story: 3
    case .memorability: 4
    case .moment: 5
    }
  }
}
