/// How a dump is read: decided once from the first 1 MiB or 1,000 records, and never revised.
public struct DumpLayout: Sendable {
  /// The file as the caller named it.
  public let file: String
  /// The format.
  public internal(set) var format = DumpFormat.csv
  /// The name of the sheet, of a workbook.
  public internal(set) var sheet: String?
  /// The row of a sheet that names the columns.
  public internal(set) var headerRow: Int?
  /// The byte between fields, `nil` for JSON and for a text of one column.
  public internal(set) var delimiter: UInt8?
  /// The encoding; `utf8` still lets single records be windows-1252 unless it was asked for.
  public internal(set) var encoding = DumpEncoding.utf8
  /// Whether the file is gzip.
  public internal(set) var compressed = false
  /// Whether the first row of delimited text names the columns.
  public internal(set) var hasHeader = false
  /// The columns seen in the sample, in the order of the file.
  public internal(set) var columns: [DumpColumn] = []
  /// The scale of the grades, `nil` where there is nothing to tell it by.
  public internal(set) var scale: RatingScale?
  /// Whether it was asked for, and not found.
  public internal(set) var isScaleGiven = false
  /// Whether days of numbers have the month before the day.
  public internal(set) var isMonthFirst = false
  /// The name of the source.
  public let source: String

  /// The columns that make up the text, in the order they are joined.
  var textOrder: [Int] = []
  /// Whether the first of these stands without its header before the others.
  var startsPlain = true
  /// The path of every column in JSON objects.
  var paths: [[String]] = []
  /// Columns that a flag names and the first line, by which a dump is read as it comes, does not have.
  var absent: [String] = []
  var backslashEscapes = false
  /// Whether JSON elements stand one after another without an array around them.
  var isSequence = false
  /// The name of the JSON array, where it stands in an object, so that more may follow it.
  var wrapper: [UInt8]?
  /// Where the records begin, in the decompressed input after a byte order mark.
  var dataStart = 0

  /// Whether a row of text that is the header again is surely no review.
  var tellsHeader: Bool {
    format != .xlsx && columns.count { ColumnNames($0.name).hasRole } > 1
  }

  /// The file, and of a workbook the sheet, as messages name them.
  public var place: String { file + (sheet.map { ":" + $0 } ?? "") }

  init(file: String, source: String) {
    self.file = file
    self.source = source
  }

  /// One English line on every decision, for the summary.
  public var summary: String {
    if columns.isEmpty { return "\(format.rawValue), no columns" }
    var parts: [String] = [format.rawValue + (compressed ? " (gzip)" : "")]
    if let sheet {
      parts.append("sheet \(sheet)")
      if let headerRow, headerRow > 1 { parts.append("header in row \(headerRow)") }
    } else if format.isDelimited {
      switch delimiter {
      case 9: parts.append("delimiter tab")
      case let byte?: parts.append("delimiter \(Character(Unicode.Scalar(byte)))")
      case nil: parts.append("one column")
      }
    }
    if format.isDelimited && !hasHeader { parts.append("no header") }
    if sheet == nil { parts.append(encoding.rawValue) }
    for role in [ColumnRole.text, .title, .id, .rating, .date] {
      let indices = role == .text ? textOrder : columns.indices.filter { columns[$0].role == role }
      if !indices.isEmpty {
        parts.append(
          "\(role.rawValue): " + indices.map { columns[$0].name }.joined(separator: " + "))
      }
    }
    if let scale { parts.append("scale \(scale.rawValue)") }
    if isMonthFirst { parts.append("dates month first") }
    return parts.joined(separator: ", ")
  }
}
