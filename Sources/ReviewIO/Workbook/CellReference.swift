/// Where a cell stands: `C12` is row 12 and column 2, from 0.
struct CellReference: Equatable {
  /// Of a sheet of Excel.
  static let mostColumns = 16_384
  static let mostRows = 1_048_576

  let column: Int
  let row: Int

  /// Reads a reference, or the first of an area such as `A1:C2`.
  init?(_ text: some Sequence<UInt8>) {
    var (column, row) = (0, 0)
    for byte in text {
      let letter = Byte.folded(byte) &- UInt8(ascii: "a")
      if letter < 26, row == 0 {
        column = column * 26 + Int(letter) + 1
      } else if Byte.isDigit(byte), column > 0 {
        row = row * 10 + Int(byte - 0x30)
      } else if byte == Byte.colon {
        break
      } else if byte != UInt8(ascii: "$") {
        return nil
      }
      guard column <= CellReference.mostColumns, row <= CellReference.mostRows else { return nil }
    }
    guard column > 0, row > 0 else { return nil }
    (self.column, self.row) = (column - 1, row)
  }
}
