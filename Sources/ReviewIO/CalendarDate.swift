/// A day as exporters write it: ISO, day-month-year, with a month's name, or Unix time.
struct CalendarDate: Equatable {
  var year: Int
  var month: Int
  var day: Int

  /// Reads a date; a time after it is ignored, and no time zone is applied.
  init?(_ bytes: Span<UInt8>, _ range: Range<Int>, monthFirst: Bool = false) {
    self.init(DateParts(bytes, range), monthFirst: monthFirst)
  }

  /// Makes the date that the parts give.
  init?(_ parts: DateParts, monthFirst: Bool = false) {
    let numbers = parts.numbers
    if let named = parts.month {
      let (before, after) = (numbers.prefix(parts.monthPlace), numbers.dropFirst(parts.monthPlace))
      // The day is next to the name, and a short year right behind them.
      let isBefore = parts.isMonthNearNumber && before.last.map { $0.digits <= 2 } == true
      guard let day = isBefore ? before.last : after.first, day.digits <= 2 else { return nil }
      let short = (isBefore ? after : after.dropFirst()).first { _ in true }
      let year = (after + before).first { $0.digits == 4 && 1900...2100 ~= $0.value }
      guard let number = year ?? short, number.digits == 4 || number.digits == 2 else { return nil }
      self.init(year: Self.full(number), month: named, day: day.value)
      return
    }
    guard let first = numbers.first else { return nil }
    switch first.digits {
    case 8 where numbers.count == 1 || numbers[1].digits <= 6:
      self.init(year: first.value / 10_000, month: first.value / 100 % 100, day: first.value % 100)
    case 9, 10: self.init(unixDay: first.value / 86_400)
    case 12, 13: self.init(unixDay: first.value / 86_400_000)
    case 1, 2, 4:
      guard numbers.count >= 3, numbers[1].digits <= 2 else { return nil }
      if first.digits == 4 {
        guard numbers[2].digits <= 2 else { return nil }
        self.init(year: first.value, month: numbers[1].value, day: numbers[2].value)
      } else {
        guard numbers[2].digits == 2 || numbers[2].digits == 4 else { return nil }
        let (day, month) = monthFirst ? (numbers[1], first) : (first, numbers[1])
        self.init(year: Self.full(numbers[2]), month: month.value, day: day.value)
      }
    default: return nil
    }
  }

  /// Makes a day that exists, in the years 1900 to 2100.
  init?(year: Int, month: Int, day: Int) {
    guard 1900...2100 ~= year, 1...12 ~= month, day >= 1 else { return nil }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard day <= lengths[month - 1] else { return nil }
    (self.year, self.month, self.day) = (year, month, day)
  }

  /// Appends `yyyy-mm-dd`.
  func append(to output: inout [UInt8]) {
    for (number, unit) in [(year, 1000), (month, 10), (day, 10)] {
      if unit == 10 { output.append(UInt8(ascii: "-")) }
      var unit = unit
      while unit > 0 {
        output.append(UInt8(0x30 + number / unit % 10))
        unit /= 10
      }
    }
  }

  /// The day a number of days after 1 January 1970, in the Gregorian calendar.
  private init?(unixDay: Int) {
    let (year, month, day) = Self.civil(unixDay: unixDay)
    self.init(year: year, month: month, day: day)
  }

  /// The same where it lies in whatever year.
  static func civil(unixDay: Int) -> (year: Int, month: Int, day: Int) {
    // Years are counted from March, so that the leap day comes last.
    let days = unixDay + 719_468
    let era = days / 146_097
    let dayOfEra = days % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    return (
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month,
      dayOfYear - (153 * shifted + 2) / 5 + 1
    )
  }

  private static func full(_ number: DateParts.Number) -> Int {
    number.digits == 2 ? number.value + (number.value < 70 ? 2000 : 1900) : number.value
  }
}
