/// A rule that fits at a place in the text.
struct RuleMatch {
  /// Number in `Lexicon.rules`.
  var rule: Int
  /// Tokens, half open.
  var start: Int
  var end: Int

  /// By start, then the longer match, then the rule.
  var order: UInt64 {
    UInt64(UInt32(truncatingIfNeeded: start)) << 32
      | UInt64(UInt16.max - UInt16(clamping: end - start)) << 16
      | UInt64(UInt16(truncatingIfNeeded: rule))
  }
}
