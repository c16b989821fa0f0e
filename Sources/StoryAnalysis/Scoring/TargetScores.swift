import Lexicon

/// The score of every target, before its link function, in ten-thousandths.
struct TargetScores {
  private var values = [Fixed](repeating: 0, count: ModelTarget.allCases.count)

  subscript(target: ModelTarget) -> Fixed {
    get { values[Int(target.rawValue)] }
    set { values[Int(target.rawValue)] = newValue }
  }
}
