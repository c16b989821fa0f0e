import Lexicon
import StoryAnalysis

extension Label {
  /// What the model scores for this label.
  public var target: ModelTarget {
    switch self {
    case .neutralSatisfied: .neutralSatisfied
    case .enthusiastic: .enthusiastic
    case .dissatisfied: .dissatisfied
    }
  }
}
