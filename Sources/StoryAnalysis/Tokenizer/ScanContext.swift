/// What went before the token being read.
struct ScanContext: OptionSet {
  let rawValue: UInt8

  /// White space or the start of the text.
  static let afterSpace = ScanContext(rawValue: 1 << 0)
  /// A line break or the start of the text.
  static let startsLine = ScanContext(rawValue: 1 << 1)
  /// A full stop, exclamation mark or question mark.
  static let afterEnd = ScanContext(rawValue: 1 << 2)
  static let afterNumber = ScanContext(rawValue: 1 << 3)
  /// A currency sign.
  static let afterCurrency = ScanContext(rawValue: 1 << 4)
  /// A bracket or quotation mark that opens.
  static let afterOpener = ScanContext(rawValue: 1 << 5)
  /// A quotation mark is open.
  static let inSingleQuotes = ScanContext(rawValue: 1 << 6)
  static let inDoubleQuotes = ScanContext(rawValue: 1 << 7)

  /// What lasts longer than a token.
  static let inQuotes: ScanContext = [.inSingleQuotes, .inDoubleQuotes]
}
