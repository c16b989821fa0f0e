/// Which side a story is on.
public enum StorySide: CaseIterable, Sendable {
  /// Enthusiastic, and the moment is good.
  case good
  /// Dissatisfied, and the moment is bad.
  case bad
  /// Label and moment disagree.
  case turn
  /// A small incident, told by someone who is just satisfied.
  case small
}
