/// The text of a cell as a workbook has it, in which `_x000D_` stands for a character that XML lacks.
enum CellText {
  /// Replaces the characters that are written so, from `start` on.
  static func unescape(_ bytes: inout [UInt8], from start: Int) {
    guard bytes.span.contains(UInt8(ascii: "_"), start..<bytes.count) else { return }
    var (read, written) = (start, start)
    while read < bytes.count {
      if let unit = escape(bytes.span, read) {
        var character: [UInt8] = []
        character.append(scalar: unit)
        // It takes three bytes at most, and stood in seven.
        for byte in character {
          bytes[written] = byte
          written += 1
        }
        read += 7
      } else {
        bytes[written] = bytes[read]
        written += 1
        read += 1
      }
    }
    bytes.removeLast(bytes.count - written)
  }

  /// The character that is written as `_xHHHH_`; halves of pairs are not written so.
  private static func escape(_ bytes: Span<UInt8>, _ at: Int) -> UInt32? {
    guard bytes[at] == UInt8(ascii: "_"), at + 7 <= bytes.count,
      bytes[at + 1] == UInt8(ascii: "x"), bytes[at + 6] == UInt8(ascii: "_")
    else { return nil }
    var unit: UInt32 = 0
    for offset in 2..<6 {
      guard let digit = Character(UnicodeScalar(bytes[at + offset])).hexDigitValue else {
        return nil
      }
      unit = unit << 4 | UInt32(digit)
    }
    return 0xd800...0xdfff ~= unit ? nil : unit
  }
}
