import StoryFigures
import Testing

@testable import StoryBrief

@Suite struct BriefPeriodTests {
  static let previous: [(String, String, String, String, String)] = [
    ("2026-01-01", "2026-03-31", "2025-10-01", "2025-12-31", "quarter"),
    ("2026-03-01", "2026-03-31", "2026-02-01", "2026-02-28", "month"),
    ("2026-02-01", "2026-04-30", "2025-11-01", "2026-01-31", "span"),
    ("2025-01-01", "2025-12-31", "2024-01-01", "2024-12-31", "year"),
    ("2026-03-02", "2026-03-31", "2026-01-31", "2026-03-01", "span"),
    ("2026-03-31", "2026-03-31", "2026-03-30", "2026-03-30", "span"),
  ]

  @Test(arguments: previous)
  func thePeriodBeforeIsAsLong(
    first: String, last: String, beforeFirst: String, beforeLast: String, name: String
  ) throws {
    let period = BriefPeriod(first: Day(first), last: Day(last))
    let before = try #require(period.previous)
    #expect(before.first?.description == beforeFirst)
    #expect(before.last?.description == beforeLast)
    #expect(period.name.rawValue == name)
  }

  static let quarters: [(String, String, String)] = [
    ("2026-01-01", "2026-01-01", "2026-03-31"), ("2026-06-30", "2026-04-01", "2026-06-30"),
    ("2024-12-31", "2024-10-01", "2024-12-31"),
  ]

  @Test(arguments: quarters)
  func aDayLiesInItsQuarter(day: String, first: String, last: String) throws {
    let period = BriefPeriod(quarterOf: try #require(Day(day)))
    #expect(period.first?.description == first)
    #expect(period.last?.description == last)
  }

  @Test func aPeriodWithoutBoundsHoldsEverything() throws {
    #expect(BriefPeriod().holds(nil) && BriefPeriod().previous == nil)
    #expect(BriefPeriod().name == .all)
    let since = BriefPeriod(first: Day("2026-03-01"))
    #expect(!since.holds(nil) && since.holds(Day("2026-03-01")) && !since.holds(Day("2026-02-28")))
  }
}
