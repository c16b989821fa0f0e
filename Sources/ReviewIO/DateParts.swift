/// The numbers and the month's name in a date.
struct DateParts {
  struct Number: Equatable {
    var value: Int
    var digits: Int
  }

  private(set) var numbers: [Number] = []
  /// The month from 1 to 12, where it is named.
  private(set) var month: Int?

  init(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    let range = bytes.trimmed(range)
    // Without a number it is no date.
    guard range.count <= 64, range.contains(where: { Byte.isDigit(bytes[$0]) }) else { return }
    var i = range.lowerBound
    while i < range.upperBound && numbers.count < 8 {
      let start = i
      if Byte.isDigit(bytes[i]) {
        var value = 0
        while i < range.upperBound && Byte.isDigit(bytes[i]) {
          guard i - start < 14 else {
            numbers = []
            return
          }
          value = value * 10 + Int(bytes[i] - 0x30)
          i += 1
        }
        if numbers.isEmpty { numbers.reserveCapacity(8) }
        numbers.append(Number(value: value, digits: i - start))
      } else if Self.isLetter(bytes[i]) {
        while i < range.upperBound && Self.isLetter(bytes[i]) { i += 1 }
        if i - start >= 3, month == nil {
          month = Self.months.meaning(bytes, start..<i)
        }
      } else {
        i += 1
      }
    }
  }

  /// Whether a word is the name of a month.
  static func isMonth(_ bytes: Span<UInt8>, _ word: Range<Int>) -> Bool {
    months.meaning(bytes, word) != nil
  }

  private static func isLetter(_ byte: UInt8) -> Bool { Byte.folded(byte) &- 0x61 < 26 }

  private static let months: FoldedWords<Int> = {
    let names = [
      "jan januari january", "feb februari february febr", "mrt maart mar march", "apr april",
      "mei may", "jun juni june", "jul juli july", "aug augustus august",
      "sep sept september", "okt oktober oct october", "nov november", "dec december",
    ]
    return FoldedWords(
      names.enumerated().flatMap { index, list in
        list.split(separator: " ").map { (String($0), index + 1) }
      })
  }()
}
