import Lexicon
import StoryFigures

/// The setbacks of every day, so that a period may be asked for that is known only at the end.
///
/// Of each day the counts are kept and the most memorable setbacks, not the reviews.
struct SetbackWatch {
  /// A review that tells a setback.
  struct Setback: Sendable, Hashable {
    let source: String
    let id: String
    let day: Day
    let moment: String
    let memorability: Fixed
  }

  private struct Found {
    var counts = ReviewCounts()
    var setbacks: [Setback] = []

    mutating func add(_ row: FigureRow, limit: Int) {
      counts.add(row)
      guard row.counts, row.cell == .dissatisfiedStory, let day = row.day else { return }
      setbacks.append(
        Setback(
          source: row.source, id: row.id, day: day, moment: row.moment ?? "",
          memorability: row.memorability))
      // Sorted seldom, so that many on one day cost no more each.
      if setbacks.count / 2 >= limit { setbacks = SetbackWatch.first(limit, of: setbacks) }
    }
  }

  let limit: Int
  private var days: [Day: Found] = [:]
  /// Counted reviews without a date.
  private(set) var undated = 0

  init(limit: Int) { self.limit = limit }

  mutating func add(_ row: FigureRow) {
    guard let day = row.day else {
      if row.counts { undated += 1 }
      return
    }
    days[day, default: Found()].add(row, limit: limit)
  }

  /// The most memorable first, then in input order.
  private static func first(_ limit: Int, of setbacks: [Setback]) -> [Setback] {
    Array(setbacks.sorted { $0.memorability > $1.memorability }.prefix(limit))
  }

  var newestDay: Day? { days.keys.max() }

  /// What was written from the first to the last day.
  func period(_ days: ClosedRange<Day>) -> (counts: ReviewCounts, setbacks: [Setback]) {
    var counts = ReviewCounts()
    var setbacks: [Setback] = []
    for (day, found) in self.days.sorted(by: { $0.key > $1.key }) where days.contains(day) {
      counts.add(found.counts)
      setbacks += found.setbacks
    }
    return (counts, SetbackWatch.first(limit, of: setbacks))
  }
}
