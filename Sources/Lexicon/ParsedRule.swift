/// A rule as written, before its words and classes are numbered.
struct ParsedRule {
  /// The markers and flags of its effects are ranges in those of the parser.
  var rule: Rule
  /// In `ParsedPatterns.patterns`.
  var patterns: Range<Int32>
}
