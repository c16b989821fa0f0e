/// The shape of a review dump; gzip around it is found by itself.
public enum DumpFormat: String, CaseIterable, Sendable {
  /// Delimited text, quoted as in RFC 4180, with any of comma, semicolon, tab and pipe.
  case csv
  /// Delimited text with tabs.
  case tsv
  /// An array of objects, also inside one object, or objects one after another.
  case json
  /// One JSON object a line.
  case jsonl
  /// A sheet of an Excel workbook.
  case xlsx

  /// Whether its records are rows of a table.
  public var isDelimited: Bool { self == .csv || self == .tsv || self == .xlsx }
}
