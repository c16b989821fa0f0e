/// A reader of CSV as RFC 4180 has it, byte by byte.
enum PlainCSV {
  static func rows(_ bytes: [UInt8]) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell: [UInt8] = []
    var isQuoted = false
    var at = 0
    while at < bytes.count {
      let byte = bytes[at]
      if isQuoted {
        if byte != UInt8(ascii: "\"") {
          cell.append(byte)
        } else if at + 1 < bytes.count && bytes[at + 1] == byte {
          cell.append(byte)
          at += 1
        } else {
          isQuoted = false
        }
      } else if byte == UInt8(ascii: "\"") {
        require(cell.isEmpty, "a quote in an unquoted cell")
        isQuoted = true
      } else if byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n") {
        row.append(String(decoding: cell, as: UTF8.self))
        cell = []
        if byte == UInt8(ascii: "\n") {
          rows.append(row)
          row = []
        }
      } else {
        cell.append(byte)
      }
      at += 1
    }
    require(!isQuoted && cell.isEmpty && row.isEmpty, "the last row is not ended")
    return rows
  }
}
