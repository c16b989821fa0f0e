import StoryFigures
import Testing

@Suite struct DayTests {
  static let days: [(String, Int32?)] = [
    ("1970-01-01", 0), ("2000-02-29", 11_016), ("2026-11-22", 20_779), ("1969-12-31", -1),
    ("2026-03", 20_513), ("2026", 20_454), ("0001-01-01", -719_162), ("2026-02-29", nil),
    ("2026-13-01", nil), ("2026-00-10", nil), ("2026-1-1", nil), ("", nil), ("2026-03-", nil),
    ("20260301", nil), ("2026-03-01-01", nil), ("٢٠٢٦-03-01", nil), ("-026-03-01", nil),
  ]

  @Test(arguments: days)
  func aDayIsItsDistanceFrom1970(text: String, number: Int32?) {
    #expect(Day(text)?.number == number)
  }

  @Test func everyDayIsWrittenAsItIsRead() {
    for number in stride(from: Int32(-700_000), through: 200_000, by: 97) {
      let day = Day(number: number)
      #expect(Day(day.description) == day)
    }
    #expect(Day("2026-03-05")?.month == "2026-03")
  }

  static let months: [(String, Int, String)] = [
    ("2026-03-31", 1, "2026-02-28"), ("2024-03-31", 1, "2024-02-29"),
    ("2026-01-15", 1, "2025-12-15"),
    ("2026-01-15", 13, "2024-12-15"), ("2026-11-30", -3, "2027-02-28"),
    ("2026-05-05", 0, "2026-05-05"), ("2026-03-31", 24_303, "0000-12-31"),
    ("2026-03-31", 24_326, "-0001-01-31"),
  ]

  @Test(arguments: months)
  func monthsAreThoseOfTheCalendar(text: String, months: Int, expected: String) {
    #expect(Day(text)?.subtracting(months: months).description == expected)
  }
}
