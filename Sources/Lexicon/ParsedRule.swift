/// A rule as written, before its words and classes are numbered.
struct ParsedRule {
  var rule: Rule
  /// The file that it stands in, by the order in which files are read.
  var file: Int
  var families: [String] = []
  /// In `ParsedPatterns.patterns`.
  var patterns: Range<Int>
}
