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
  /// A bit for each form that may stand here, of 64 that forms share: most others are told apart by it, without
  /// a look at the table of places.
  let forms: UInt64

  @inline(__always)
  static func bit(of form: Int32) -> UInt64 {
    1 &<< ((UInt64(truncatingIfNeeded: form) &* 0x9E37_79B9_7F4A_7C15) &>> 58)
  }
}
