import Lexicon
import StoryAnalysis

/// How the moment of a story and the verdict on the review go together.
public enum MomentSide: String, Sendable {
  /// Enthusiastic, with a good moment.
  case good
  /// Dissatisfied, with a bad moment.
  case bad
  /// Flagged as a turn, or enthusiastic with a bad moment, or dissatisfied with a good one.
  case turn

  /// Whether a story is on this side.
  ///
  /// - Parameter valence: of its first moment.
  public func holds(_ label: Label, valence: Fixed, flags: [String]) -> Bool {
    switch self {
    case .good: label == .enthusiastic && valence > 0
    case .bad: label == .dissatisfied && valence < 0
    case .turn:
      flags.contains("turn") || (label == .enthusiastic && valence < 0)
        || (label == .dissatisfied && valence > 0)
    }
  }

  /// The same as a condition on the tables `r` (reviews) and `m` (moments).
  var condition: String {
    switch self {
    case .good: "(r.label = 'enthusiastic' AND m.valence > 0)"
    case .bad: "(r.label = 'dissatisfied' AND m.valence < 0)"
    case .turn:
      """
      (EXISTS (SELECT 1 FROM json_each(r.flags) AS f WHERE f.value = 'turn')
        OR (r.label = 'enthusiastic' AND m.valence < 0) OR (r.label = 'dissatisfied' AND m.valence > 0))
      """
    }
  }
}
