/// One place in a pattern: the forms and classes that may stand there.
public struct PatternElement: Sendable {
  /// Its number among the distinct places of all patterns.
  public let place: Int32
  /// How many tokens may stand between the element before and this one.
  public let gap: UInt8
  /// Whether the gap may hold punctuation.
  public let gapCrossesPunctuation: Bool
  public let isOptional: Bool
  /// Classes whose words may stand here.
  public let classes: ClassSet
}
