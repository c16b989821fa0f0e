/// The rows of one sheet as comma-separated text, a record a row, so that a sheet is read as any other table.
///
/// Every cell that holds something stands in quotes. Rows that hold nothing are left out, and so are what stands above
/// the header and columns without anything in the sample.
final class SheetSource: ByteInput, XMLContent {
  private enum CellKind {
    case number, shared, text, boolean, error
  }

  /// What is noted while it is read, and told at the end.
  private struct Notes {
    var hiddenRows = 0, mergedAreas = 0
    var errors = Cells(), formulas = Cells(), outside = Cells()
    var hiddenColumns: [ClosedRange<Int>] = []
  }

  /// How many cells of some kind there are, and the first.
  private struct Cells {
    private(set) var count = 0
    private var first = ""

    mutating func add(column: Int, row: Int) {
      count += 1
      if count == 1 { first = SheetSource.name(column) + "\(row)" }
    }

    var text: String { "\(count), the first in \(first)" }
  }

  private static let sampleRows = 200
  private static let sampleBytes = 1 << 20
  /// How much waits to be taken before reading is suspended.
  private static let mostWaiting = 1 << 20

  let file: String
  let sheet: Workbook.Sheet
  /// Other sheets that could have been read.
  var others: [String] = []
  /// The rows of the records, the first one's place being 0.
  private(set) var numbers = RecordNumbers()
  /// The row the table begins with.
  private(set) var firstRow: Int?

  private let workbook: Workbook
  private let asked: [String]
  private let rowLimit: Int
  private var part: WorkbookPart?
  private var sample: [SheetRow] = []
  private var sampleCount = 0
  private var table: SheetTable?
  private var output: [UInt8] = []
  private var recordCount = 0
  private var notes = Notes()
  /// Why it cannot be read on, once what came before is taken.
  private var failed: InputError?

  // The row and the cell at hand.
  private var row = SheetRow()
  /// The row that was read last to its end.
  private var lastRow = 0
  private var column = -1
  private var kind = CellKind.number
  private var style = 0
  private var value: [UInt8] = []
  private var scratch: [UInt8] = []
  private var isInValue = false
  private var hasFormula = false
  private var phonetics = 0

  /// - Parameters:
  ///   - file: how it is called in messages.
  ///   - asked: names of columns that it should have.
  ///   - rowLimit: the longest row in bytes; of longer ones no more is kept.
  init(
    _ workbook: Workbook, _ sheet: Workbook.Sheet, file: String, asked: [String], rowLimit: Int
  ) throws(InputError) {
    self.workbook = workbook
    self.sheet = sheet
    self.file = file
    self.asked = asked
    self.rowLimit = rowLimit
    do throws(ZipArchive.Damage) {
      part = try WorkbookPart(workbook.archive, sheet.entry, self)
    } catch {
      throw failure(error)
    }
  }

  var size: Int? { sheet.entry.packedSize }
  var position: Int { part?.position ?? 0 }
  let mayPause = false

  func isReady(within milliseconds: Int) -> Bool { true }

  func fill(_ buffer: inout [UInt8], count: Int) throws(InputError) -> Int {
    while output.isEmpty, failed == nil, let part, !part.isAtEnd {
      do throws(ZipArchive.Damage) {
        try part.read()
      } catch {
        // What was read before is given first.
        chooseTable()
        failed = failure(error)
      }
      if part.isAtEnd { chooseTable() }
    }
    if output.isEmpty, let failed { throw failed }
    buffer.append(contentsOf: output)
    defer { output.removeAll(keepingCapacity: true) }
    return output.count
  }

  private func failure(_ damage: ZipArchive.Damage) -> InputError {
    let place = lastRow > 0 ? " after row \(lastRow)" : ""
    return .corruptWorkbook(file, damage, place: place)
  }

  // MARK: Findings

  var findings: [(kind: Diagnostic.Kind, detail: String)] {
    var findings: [(kind: Diagnostic.Kind, detail: String)] = []
    let hiddenColumns = (table?.columns ?? []).count { column in
      notes.hiddenColumns.contains { $0.contains(column) }
    }
    for (kind, count) in [
      (Diagnostic.Kind.mergedCells, notes.mergedAreas), (.hiddenRows, notes.hiddenRows),
      (.hiddenColumns, hiddenColumns),
    ] where count > 0 { findings.append((kind, "\(count)")) }
    for (kind, cells) in [
      (Diagnostic.Kind.errorCell, notes.errors), (.formulaWithoutValue, notes.formulas),
      (.cellOutsideTable, notes.outside),
    ] where cells.count > 0 { findings.append((kind, cells.text)) }
    if !others.isEmpty { findings.append((.otherSheets, RoleFinder.list(others))) }
    return findings
  }

  // MARK: Elements

  func begin(_ tag: WorkbookTag, _ attributes: XMLAttributes) {
    switch tag {
    case .row:
      let number = attributes["r"].flatMap { Int($0) } ?? row.number + 1
      row.number = max(1, min(number, CellReference.mostRows))
      row.isHidden = Self.isTrue(attributes["hidden"])
      row.clear()
      column = -1
    case .c: beginCell(attributes)
    case .v, .t: isInValue = phonetics == 0
    case .f: hasFormula = true
    case .rPh: phonetics += 1
    case .col:
      guard Self.isTrue(attributes["hidden"]), notes.hiddenColumns.count < 1_000,
        let first = attributes["min"].flatMap({ Int($0) }), first > 0,
        let last = attributes["max"].flatMap({ Int($0) }), last >= first
      else { return }
      notes.hiddenColumns.append(first - 1...last - 1)
    case .mergeCell:
      // Titles over the table are merged more often than not.
      guard let area = attributes["ref"]?.split(separator: ":").last,
        let end = CellReference(area.utf8), end.row > firstRow ?? 0
      else { return }
      notes.mergedAreas += 1
    default: break
    }
  }

  func text(_ bytes: Span<UInt8>) {
    guard isInValue, value.count + row.bytes.count <= rowLimit else { return }
    value.append(bytes, 0..<bytes.count)
  }

  func end(_ tag: WorkbookTag) {
    switch tag {
    case .v, .t: isInValue = false
    case .rPh: phonetics -= 1
    case .c: endCell()
    case .row: endRow()
    default: break
    }
  }

  private static func isTrue(_ value: String?) -> Bool { value == "1" || value == "true" }

  // MARK: Cells

  private func beginCell(_ attributes: XMLAttributes) {
    scratch.removeAll(keepingCapacity: true)
    if attributes.append("r", to: &scratch), let place = CellReference(scratch) {
      column = place.column
    } else {
      column += 1
    }
    scratch.removeAll(keepingCapacity: true)
    style = attributes.append("s", to: &scratch) ? Self.number(scratch) ?? 0 : 0
    scratch.removeAll(keepingCapacity: true)
    kind = .number
    if attributes.append("t", to: &scratch) {
      switch String(decoding: scratch, as: UTF8.self) {
      case "s": kind = .shared
      case "str", "inlineStr", "d": kind = .text
      case "b": kind = .boolean
      case "e": kind = .error
      default: break
      }
    }
    value.removeAll(keepingCapacity: true)
    (hasFormula, phonetics) = (false, 0)
  }

  private static func number(_ digits: [UInt8]) -> Int? {
    Int(String(decoding: digits, as: UTF8.self))
  }

  private func endCell() {
    let start = row.bytes.count
    guard column < CellReference.mostColumns, row.cells.count < CellReference.mostColumns else {
      return
    }
    // A formula may well give an empty text.
    if hasFormula && value.isEmpty && kind != .text {
      return notes.formulas.add(column: column, row: row.number)
    }
    guard !value.isEmpty, start <= rowLimit else { return }
    switch kind {
    case .text:
      row.bytes.append(contentsOf: value)
      CellText.unescape(&row.bytes, from: start)
    case .shared:
      guard let number = Self.number(value),
        workbook.strings.append(number, to: &row.bytes, most: rowLimit + 1 - start)
      else { return notes.errors.add(column: column, row: row.number) }
    case .boolean:
      row.bytes.append(contentsOf: (value == [UInt8(ascii: "1")] ? "true" : "false").utf8)
    case .error: return notes.errors.add(column: column, row: row.number)
    case .number:
      guard let number = Double(String(decoding: value, as: UTF8.self)), number.isFinite else {
        row.bytes.append(contentsOf: value)
        break
      }
      workbook.styles[style].append(number, isFrom1904: workbook.isFrom1904, to: &row.bytes)
    }
    if row.bytes.count > start {
      row.cells.append(SheetRow.Cell(column: column, value: start..<row.bytes.count))
    }
  }

  /// The letters of a column.
  static func name(_ column: Int) -> String {
    var (rest, name) = (column + 1, "")
    while rest > 0 {
      name = String(UnicodeScalar(UInt8(0x41 + (rest - 1) % 26))) + name
      rest = (rest - 1) / 26
    }
    return name
  }

  // MARK: Rows

  private func endRow() {
    lastRow = row.number
    guard !row.cells.isEmpty else { return }
    row.cells.sort { $0.column < $1.column }
    if let table {
      write(row, table)
    } else {
      sample.append(row)
      sampleCount += row.bytes.count
      if sample.count == Self.sampleRows || sampleCount >= Self.sampleBytes { chooseTable() }
    }
    if output.count >= Self.mostWaiting { part?.suspend() }
  }

  /// Decides where the table is, and writes what was kept for it.
  private func chooseTable() {
    guard table == nil else { return }
    let table = SheetTable(sample, asked: asked)
    self.table = table
    firstRow = sample.dropFirst(table.first).first?.number
    for row in sample.dropFirst(table.first) { write(row, table) }
    sample = []
  }

  private func write(_ row: SheetRow, _ table: SheetTable) {
    numbers.add(recordCount, number: row.number)
    recordCount += 1
    if row.isHidden { notes.hiddenRows += 1 }
    let start = output.count
    var cells = row.cells[...]
    for (index, column) in table.columns.enumerated() {
      if index > 0 { output.append(Byte.comma) }
      while let cell = cells.first, cell.column < column {
        notes.outside.add(column: cell.column, row: row.number)
        cells.removeFirst()
      }
      let value: Range<Int>
      if let cell = cells.first, cell.column == column {
        value = cell.value
        cells.removeFirst()
      } else if index == 0 {
        // So that no line is empty.
        value = 0..<0
      } else {
        continue
      }
      appendQuoted(row.bytes.span, value)
    }
    for cell in cells { notes.outside.add(column: cell.column, row: row.number) }
    if output.count - start > rowLimit {
      // What is too long is passed over to the end of its line, which must be the end of the row.
      output.removeLast(output.count - start)
      output.append(contentsOf: repeatElement(Byte.space, count: rowLimit + 1))
    }
    output.append(Byte.lineFeed)
  }

  private func appendQuoted(_ bytes: Span<UInt8>, _ value: Range<Int>) {
    output.append(Byte.quote)
    var start = value.lowerBound
    while true {
      let quote = bytes.first(Byte.quote, from: start, to: value.upperBound)
      output.append(bytes, start..<quote)
      if quote == value.upperBound { break }
      output.append(Byte.quote)
      output.append(Byte.quote)
      start = quote + 1
    }
    output.append(Byte.quote)
  }
}
