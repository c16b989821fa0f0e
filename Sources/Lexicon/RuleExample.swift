/// A sentence that a rule must match, or must leave alone.
public struct RuleExample: Sendable {
  /// The sentence without its span marks.
  public let text: [UInt8]
  /// The marked span in `text`, in bytes; nil for a sentence that the rule must not match.
  public let span: Range<Int>?
  /// Where the example stands.
  public let line: Int
  public let column: Int
}
