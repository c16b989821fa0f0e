/// A row of a sheet with the cells that hold something.
struct SheetRow {
  struct Cell {
    let column: Int
    /// Where its value is in `bytes`.
    let value: Range<Int>
  }

  /// From 1, as the sheet shows it.
  var number = 0
  var isHidden = false
  var cells: [Cell] = []
  var bytes: [UInt8] = []

  /// Makes it an empty row, for the next one.
  mutating func clear() {
    cells.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
  }

  func text(_ cell: Cell) -> String {
    String(decoding: bytes[cell.value], as: UTF8.self).trimmingSpace()
  }
}
