import Lexicon

/// How cells and rows of CSV are parted, and what stands before a fraction.
struct CSVDialect: Sendable {
  let delimiter: UInt8
  let decimalSign: UInt8
  let lineEnd: StaticString
  /// What the file begins with.
  let mark: StaticString

  /// As programs read it: RFC 4180 with a comma and a line feed.
  static let plain = CSVDialect(
    delimiter: UInt8(ascii: ","), decimalSign: UInt8(ascii: "."), lineEnd: "\n", mark: "")

  /// As Excel with Dutch settings opens it: semicolon, decimal comma, and a mark that it is UTF-8.
  static let excel = CSVDialect(
    delimiter: UInt8(ascii: ";"), decimalSign: UInt8(ascii: ","), lineEnd: "\r\n",
    mark: "\u{FEFF}")

  private init(
    delimiter: UInt8, decimalSign: UInt8, lineEnd: StaticString, mark: StaticString
  ) {
    self.delimiter = delimiter
    self.decimalSign = decimalSign
    self.lineEnd = lineEnd
    self.mark = mark
  }

  /// The one that the flags ask for.
  init(_ arguments: Arguments) { self = arguments.has("excel") ? .excel : .plain }

  /// The first line of a file.
  func header(_ columns: [String]) -> [UInt8] {
    Array("\(mark)\(columns.joined(separator: String(UnicodeScalar(delimiter))))\(lineEnd)".utf8)
  }

  /// A row of cells that are written already but for quotes.
  ///
  /// - Parameter isRaw: whether texts are written as they are, also where a spreadsheet would take them for formulas.
  func row(_ values: [String?], isRaw: Bool) -> [UInt8] {
    var cells = ByteBuffer()
    cells.dialect = self
    for value in values { cells.append(cell: value ?? "", isRaw: isRaw) }
    cells.endRow()
    return cells.array
  }

  /// A number of ten-thousandths without trailing zeros.
  func number(_ value: Fixed) -> String {
    value.decimal.replacing(".", with: String(UnicodeScalar(decimalSign)))
  }

  /// The scale of a grade, which Excel would take for a day where it has a hyphen.
  func scale(_ scale: String) -> String {
    decimalSign == UInt8(ascii: ",") ? scale.replacing("-", with: "–") : scale
  }
}
