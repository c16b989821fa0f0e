/// What went before the token being read.
struct ScanContext {
  /// White space or the start of the text.
  var afterSpace = true
  /// A line break or the start of the text.
  var startsLine = true
  /// A full stop, exclamation mark or question mark.
  var afterEnd = false
  var afterNumber = false
  var afterCurrency = false
  var afterOpener = false
  /// A quotation mark is open.
  var inSingleQuotes = false
  var inDoubleQuotes = false
}
