/// A pattern as written.
struct ParsedPattern {
  /// In `ParsedPatterns.elements`.
  var elements: Range<Int32>
  var isException = false
  var atStart = false
  var atEnd = false
}
