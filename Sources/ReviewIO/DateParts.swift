/// The numbers and the month's name in a date, without what is a time of day.
struct DateParts {
  struct Number: Equatable {
    var value: Int
    var digits: Int
  }

  private(set) var numbers: [Number] = []
  /// The month from 1 to 12, where it is named.
  private(set) var month: Int?
  /// How many of the numbers stand before its name.
  private(set) var monthPlace = 0
  /// Whether between its name and the number before it is no other word, or a short one.
  private(set) var isMonthNearNumber = false

  init(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    let range = bytes.trimmed(range)
    // Without a number it is no date.
    guard range.count <= 64, range.contains(where: { Byte.isDigit(bytes[$0]) }) else { return }
    var i = range.lowerBound
    /// Where the last number ends, and how many of the last are joined by colons.
    var (end, joined) = (i, 0)
    /// Whether the next number is a time of day, as after om.
    var isTime = false
    var isNear = false
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
        let isJoined = joined > 0 && start == end + 1 && bytes[end] == Byte.colon
        joined = isJoined ? joined + 1 : 1
        numbers.append(Number(value: value, digits: i - start))
        (end, isNear) = (i, true)
        let goesOn = i + 1 < range.upperBound && Byte.isDigit(bytes[i + 1])
        if goesOn && bytes[i] == Byte.colon { continue }
        // A date may have colons too, but then a year.
        if joined > 1, numbers.suffix(joined).allSatisfy({ $0.digits <= 2 }) {
          numbers.removeLast(joined)
          (end, isTime) = (.min / 2, false)
        } else if isTime {
          if i - start <= 2 { numbers.removeLast() }
          (end, isTime) = (.min / 2, goesOn && bytes[i] == UInt8(ascii: "."))
        }
      } else if Self.isLetter(bytes[i]) {
        while i < range.upperBound && Self.isLetter(bytes[i]) { i += 1 }
        if i - start >= 3, month == nil {
          month = Self.months.meaning(bytes, start..<i)
          if month != nil { (monthPlace, isMonthNearNumber) = (numbers.count, isNear) }
        }
        if i - start > 3 { isNear = false }
        switch Self.times.meaning(bytes, start..<i) {
        case .before: isTime = true
        case .after where start - end <= 1 && numbers.last.map { $0.digits <= 2 } == true:
          numbers.removeLast()
          isTime = i < range.upperBound && Byte.isDigit(bytes[i])
        default: break
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

  /// On which side of a time of day a word stands.
  private enum Side { case before, after }

  private static let times = FoldedWords<Side>([
    ("om", .before), ("at", .before), ("uur", .after), ("u", .after), ("h", .after), ("am", .after),
    ("pm", .after),
  ])

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
