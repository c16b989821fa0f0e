/// A rule that fits at a place in the text.
struct RuleMatch {
  /// Number in `Lexicon.rules`.
  var rule: Int
  /// Tokens, half open.
  var start: Int
  var end: Int
}
