/// A piece of personal data in a text.
public struct PersonalSpan: Sendable, Equatable {
  /// What it is.
  public let kind: PersonalKind
  /// Where it stands in the text as read, in bytes.
  public let range: Range<Int>
  /// Where it stands in the text as read, in UTF-16 units.
  public let rangeUTF16: Range<Int>
  /// Where its mask stands in the masked text, in bytes.
  public let maskedRange: Range<Int>
}
