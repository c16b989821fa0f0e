/// A sequence of tokens that a rule looks for.
public struct Pattern: Sendable {
  /// Number of the rule in `Lexicon.rules`.
  public let rule: Int32
  /// Its places, in `PatternIndex.elements`.
  public let first: Int32
  public let end: Int32
  /// The place by which the pattern is found, in `PatternIndex.elements`: the one that is rarest.
  public let anchor: Int32
  /// Whether a match keeps the rule from matching there.
  public let isException: Bool
  public let atSentenceStart: Bool
  public let atSentenceEnd: Bool
  /// Whether its places stand right behind one another and none can be left out, as in most patterns.
  let isRow: Bool
}
