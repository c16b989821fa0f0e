/// A sentence that a rule must match, or must leave alone.
public struct RuleExample: Sendable {
  /// The sentence without its span marks.
  public internal(set) var text: [UInt8]
  /// The marked span in `text`, in bytes; nil for a sentence that the rule must not match.
  public internal(set) var span: Range<Int>?
  /// Where the example stands.
  public let line: Int
  public let column: Int
}
