/// A place in a pattern as written.
struct ParsedElement {
  /// In `ParsedPatterns.literals`.
  var literals: Range<Int32>
  /// In `ParsedPatterns.names`.
  var names: Range<Int32>
  var isOptional = false
  var gap: UInt8 = 0
  var gapCrosses = false
}
