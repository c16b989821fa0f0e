/// The apostrophe in front of a cell that a spreadsheet would take for a formula.
///
/// Excel, Calc and Sheets run what begins with one of a few signs, also in a file that came by mail (OWASP, "CSV
/// Injection"). What is marked here is read back as it was: a text that begins like a marked one is marked once more.
public enum FormulaMark {
  public static let byte = UInt8(ascii: "'")

  /// Whether a text must be marked; plain numbers need not be.
  public static func isNeeded(_ text: Span<UInt8>) -> Bool {
    let start = afterMarks(text, 0..<text.count)
    return beginsFormula(text, start..<text.count) && (start > 0 || !isNumber(text))
  }

  /// Whether the first byte in a range is such a mark.
  static func isPresent(in bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard !range.isEmpty, bytes[range.lowerBound] == byte else { return false }
    return beginsFormula(bytes, afterMarks(bytes, range)..<range.upperBound)
  }

  private static func afterMarks(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
    var at = range.lowerBound
    while at < range.upperBound, bytes[at] == byte { at += 1 }
    return at
  }

  private static func beginsFormula(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard let first = range.first else { return false }
    switch bytes[first] {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0A,
      0x0D:
      return true
    case 0xEF where range.count >= 3 && bytes[first + 1] == 0xBC:
      // The full-width forms ＋ － ＝ ＠.
      return [0x8B, 0x8D, 0x9D, 0xA0].contains(bytes[first + 2])
    default:
      return false
    }
  }

  /// Whether a text is a sign and digits, with points or commas among them.
  private static func isNumber(_ text: Span<UInt8>) -> Bool {
    guard text.count > 1, text[0] == UInt8(ascii: "-") || text[0] == UInt8(ascii: "+") else {
      return false
    }
    let isDigit = { (byte: UInt8) in byte &- 0x30 < 10 }
    return isDigit(text[1]) && isDigit(text[text.count - 1])
      && (1..<text.count).allSatisfy {
        isDigit(text[$0]) || text[$0] == UInt8(ascii: ".") || text[$0] == UInt8(ascii: ",")
      }
  }
}
