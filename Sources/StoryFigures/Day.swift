/// A day of the Gregorian calendar, by its distance from 1970-01-01.
public struct Day: Sendable, Hashable, Comparable, CustomStringConvertible {
  public let number: Int32

  public init(number: Int32) { self.number = number }

  /// A day as `yyyy-mm-dd`, the first of the month for `yyyy-mm`, of the year for `yyyy`; nil for what is none.
  public init?(_ text: String) {
    // Every dated review comes here, so that nothing is split or copied.
    var numbers = (year: 0, month: 1, day: 1)
    var at = 0
    for byte in text.utf8 {
      if at == 4 || at == 7 {
        guard byte == UInt8(ascii: "-") else { return nil }
      } else {
        guard (0x30...0x39).contains(byte) else { return nil }
        let digit = Int(byte) - 0x30
        switch at {
        case 0...3: numbers.year = 10 * numbers.year + digit
        case 5: numbers.month = digit
        case 6: numbers.month = 10 * numbers.month + digit
        case 8: numbers.day = digit
        case 9: numbers.day = 10 * numbers.day + digit
        default: return nil
        }
      }
      at += 1
    }
    guard at == 4 || at == 7 || at == 10 else { return nil }
    self.init(year: numbers.year, month: numbers.month, day: numbers.day)
  }

  /// - Returns: nil where the calendar has no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...12).contains(month), (1...Day.length(ofMonth: month, year)).contains(day) else {
      return nil
    }
    // Years begin in March, so that the leap day comes last (Hinnant, days_from_civil).
    let year = month <= 2 ? year - 1 : year
    let era = (year >= 0 ? year : year - 399) / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = Int32(era * 146_097 + dayOfEra - 719_468)
  }

  private static func length(ofMonth month: Int, _ year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }

  /// Month and day are counted from 1.
  public var parts: (year: Int, month: Int, day: Int) {
    let shifted = Int(number) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month,
      dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    )
  }

  /// `yyyy-mm-dd`
  public var description: String { month + "-" + Day.padded(parts.day, 2) }

  /// `yyyy-mm`
  public var month: String { Day.padded(parts.year, 4) + "-" + Day.padded(parts.month, 2) }

  public func adding(days: Int) -> Day { Day(number: number + Int32(days)) }

  /// The same day so many months earlier, or later for a negative number; the last of that month where it has no such day.
  public func subtracting(months: Int) -> Day {
    let (year, month, day) = parts
    let count = year * 12 + month - 1 - months
    // Also before the year 0.
    let newMonth = (count % 12 + 12) % 12 + 1
    let newYear = (count - newMonth + 1) / 12
    let last = Day.length(ofMonth: newMonth, newYear)
    return Day(year: newYear, month: newMonth, day: min(day, last)) ?? self
  }

  public static func < (first: Day, second: Day) -> Bool { first.number < second.number }

  private static func padded(_ value: Int, _ width: Int) -> String {
    let digits = String(value.magnitude)
    return (value < 0 ? "-" : "") + String(repeating: "0", count: max(0, width - digits.count))
      + digits
  }
}
