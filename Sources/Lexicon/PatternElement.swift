/// One place in a pattern: the forms and classes that may stand there.
public struct PatternElement: Sendable {
  /// Number of a set of forms; -1 if no single form may stand here.
  public let formSet: Int32
  /// How many tokens may stand between the element before and this one.
  public let gap: UInt8
  /// Whether the gap may hold punctuation.
  public let gapCrossesPunctuation: Bool
  public let isOptional: Bool
  public let classes: ClassSet
}
