/// On which side of a negator the words lie that it turns round.
public enum NegationScope: String, CaseIterable, Sendable {
  case left, right
  /// The right side, and the left one where nothing evaluative stands to the right.
  case both
}
