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
  private(set) var distinct: Set<[UInt8]> = []
  /// Dates whose second number cannot be a month, and whose first cannot.
  private(set) var secondAboveTwelve = 0
  private(set) var firstAboveTwelve = 0
  private(set) var scales: [RatingScale] = []

  init(_ name: String) {
    self.name = name
    names = ColumnNames(name)
  }

  mutating func add(_ value: [UInt8]) {
    let span = value.span
    let range = span.trimmed(0..<value.count)
    guard !Placeholder.matches(span, range) else { return }
    filled += 1
    bytes += range.count
    distinct.insert(Array(value[range]))
    if value[range].contains(Byte.space) { spaced += 1 }
    if range.count < 24 {
      if let scale = RatingScale(rawValue: String(decoding: value[range], as: UTF8.self)) {
        scales.append(scale)
      }
      if let grade = Grade(span, range) { grades.append(grade) }
    }
    guard range.count < 48 else {
      if isAddress(value[range]) { addresses += 1 }
      return
    }
    if isAddress(value[range]) { addresses += 1 }
    let parts = DateParts(span, range)
    if parts.month == nil, parts.numbers.count >= 3, parts.numbers[0].digits <= 2 {
      if parts.numbers[0].value > 12 { firstAboveTwelve += 1 }
      if parts.numbers[1].value > 12 { secondAboveTwelve += 1 }
    }
    if CalendarDate(span, range) != nil || CalendarDate(span, range, monthFirst: true) != nil {
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

  private func isAddress(_ value: ArraySlice<UInt8>) -> Bool {
    value.starts(with: "http".utf8) || value.starts(with: "www.".utf8)
      || (value.contains(UInt8(ascii: "@")) && !value.contains(Byte.space))
  }
}
