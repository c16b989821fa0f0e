/// What went before the token being read.
struct ScanContext {
  /// The token before, as far as the next one depends on it.
  enum Previous: UInt8 {
    case other
    /// A full stop, exclamation mark or question mark.
    case end
    case number
    /// A currency sign.
    case currency
    /// A bracket or quotation mark that opens.
    case opener
  }

  /// White space or the start of the text.
  var afterSpace = true
  /// A line break or the start of the text.
  var startsLine = true
  var previous = Previous.other
  /// A quotation mark is open.
  var inSingleQuotes = false
  var inDoubleQuotes = false
}
