/// What one value of a column looks like.
struct ValueTraits {
  let isSpaced: Bool
  let isAddress: Bool
  /// Whether it is an e-mail address, a telephone number or the like.
  let isPersonal: Bool
  private(set) var isDate = false
  /// In a date of numbers: whether the first, and the second, cannot be a month.
  private(set) var firstIsAboveTwelve = false
  private(set) var secondIsAboveTwelve = false
  private(set) var grade: Grade?
  private(set) var scale: RatingScale?

  /// Looks at a value without white space around it.
  init(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    isSpaced = bytes.contains(Byte.space, range)
    isPersonal = PersonalColumn.isValue(bytes, range)
    isAddress = Self.isAddress(bytes, range, isSpaced: isSpaced)
    if range.count < 24 {
      scale = Self.scale(bytes, range)
      grade = Grade(bytes, range)
    }
    guard range.count < 48 else { return }
    let parts = DateParts(bytes, range)
    if parts.month == nil, parts.numbers.count >= 3, parts.numbers[0].digits <= 2 {
      firstIsAboveTwelve = parts.numbers[0].value > 12
      secondIsAboveTwelve = parts.numbers[1].value > 12
    }
    isDate = CalendarDate(parts) != nil || CalendarDate(parts, monthFirst: true) != nil
  }

  /// A scale such as `1-10`; with a dash instead of the hyphen it is no day to Excel.
  private static func scale(_ bytes: Span<UInt8>, _ range: Range<Int>) -> RatingScale? {
    let dash: [UInt8] = [0xe2, 0x80, 0x93]
    guard
      bytes.contains(UInt8(ascii: "-"), range) || (range.count <= 8 && bytes.contains(0xe2, range))
    else { return nil }
    var text = range.map { bytes[$0] }
    text.replace(dash, with: [UInt8(ascii: "-")])
    return RatingScale(rawValue: String(decoding: text, as: UTF8.self))
  }

  private static func isAddress(
    _ bytes: Span<UInt8>, _ range: Range<Int>, isSpaced: Bool
  ) -> Bool {
    let start = bytes.word(range.lowerBound, count: min(4, range.count))
    return start == http || start == www
      || (!isSpaced && bytes.contains(UInt8(ascii: "@"), range))
  }

  // The beginnings as four bytes, the first one lowest.
  private static let http: UInt64 = 0x7074_7468
  private static let www: UInt64 = 0x2e77_7777
}
