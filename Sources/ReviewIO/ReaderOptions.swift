/// What the caller fixes about a dump; everything left `nil` or empty is decided from the sample.
public struct ReaderOptions: Sendable {
  /// The format, instead of the one the first bytes show.
  public var format: DumpFormat?
  /// The byte between the fields of delimited text.
  public var delimiter: UInt8?
  /// The name of the sheet of a workbook, or its number from 1.
  public var sheet: String?
  /// The encoding of every record, instead of one decided per record.
  public var encoding: DumpEncoding?
  /// The columns that make up the text, in the order they are joined.
  public var textColumns: [String] = []
  /// The column that holds the title.
  public var titleColumn: String?
  /// The column that holds the identifier.
  public var idColumn: String?
  /// The column that holds the grade.
  public var ratingColumn: String?
  /// The column that holds the date.
  public var dateColumn: String?
  /// The scale of the grades.
  public var scale: RatingScale?
  /// The name of the source, instead of the file's name without extensions.
  public var source: String?
  /// The longest record, in bytes of decompressed input; longer ones are diagnostics.
  public var maximumRecordBytes: Int = 16 << 20
  /// The size a chunk is aimed at, in bytes.
  public var chunkBytes: Int = 1 << 20
  /// The size of one read, in bytes.
  public var readBytes: Int = 256 << 10

  /// The columns that are named.
  var namedColumns: [String] {
    textColumns + [titleColumn, idColumn, ratingColumn, dateColumn].compactMap(\.self)
  }

  /// Whether they say enough to begin with the first line: its format, its text, and the scale of grades.
  var isLineByLine: Bool {
    format == .jsonl && delimiter == nil && !textColumns.isEmpty && scale != nil
  }

  /// Makes options that leave every decision to the sample.
  public init() {}
}
