/// What the values of one column look like in the sample.
struct ColumnProfile {
  let names: ColumnNames
  let name: String
  private(set) var filled = 0
  private(set) var spaced = 0
  private(set) var bytes = 0
  private(set) var addresses = 0
  private(set) var dates = 0
  private(set) var grades: [Grade] = []
  /// The hashes of the values.
  private var distinct: Set<UInt64> = []
  /// Dates whose second number cannot be a month, and whose first cannot.
  private(set) var secondAboveTwelve = 0
  private(set) var firstAboveTwelve = 0
  private(set) var scales: [RatingScale] = []

  init(_ name: String) {
    self.name = name
    names = ColumnNames(name)
  }

  /// Takes a value, which counts only if it says something.
  mutating func add(_ span: Span<UInt8>, _ value: Range<Int>) {
    let range = span.trimmed(value)
    guard !Placeholder.matches(span, range) else { return }
    filled += 1
    bytes += range.count
    distinct.insert(ByteHash.hash(span, range))
    if span.contains(Byte.space, range) { spaced += 1 }
    if range.count < 24 {
      if span.contains(UInt8(ascii: "-"), range),
        let scale = RatingScale(rawValue: String(decoding: range.map { span[$0] }, as: UTF8.self))
      {
        scales.append(scale)
      }
      if let grade = Grade(span, range) { grades.append(grade) }
    }
    guard range.count < 48 else {
      if Self.isAddress(span, range) { addresses += 1 }
      return
    }
    if Self.isAddress(span, range) { addresses += 1 }
    let parts = DateParts(span, range)
    if parts.month == nil, parts.numbers.count >= 3, parts.numbers[0].digits <= 2 {
      if parts.numbers[0].value > 12 { firstAboveTwelve += 1 }
      if parts.numbers[1].value > 12 { secondAboveTwelve += 1 }
    }
    if CalendarDate(parts) != nil || CalendarDate(parts, monthFirst: true) != nil {
      dates += 1
    }
  }

  var isEmpty: Bool { filled == 0 }
  var isMostlyGrades: Bool { filled > 0 && grades.count * 2 >= filled }
  var isMostlyDates: Bool { filled > 0 && dates * 2 >= filled }
  var meanLength: Double { filled == 0 ? 0 : Double(bytes) / Double(filled) }

  /// Whether the values are sentences rather than names, codes or addresses.
  var readsLikeProse: Bool {
    filled > 0 && !isMostlyGrades && !isMostlyDates && spaced * 2 >= filled && meanLength >= 20
      && addresses * 2 < filled && (filled <= 3 || distinct.count * 2 > filled)
  }

  /// Whether the values may be words of a customer at all: not numbers, not yes and no.
  var mayBeText: Bool {
    isEmpty
      || (!isMostlyGrades && !isMostlyDates && addresses * 2 < filled
        && (spaced > 0 || distinct.count > 2 || filled < 5))
  }

  private static func isAddress(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let start = bytes.word(range.lowerBound, count: min(4, range.count))
    return start == http || start == www
      || (bytes.contains(UInt8(ascii: "@"), range) && !bytes.contains(Byte.space, range))
  }

  // The beginnings as four bytes, the first one lowest.
  private static let http: UInt64 = 0x7074_7468
  private static let www: UInt64 = 0x2e77_7777
}
