import StoryFigures

/// Where a period begins: on a day, or so many days, weeks or months back from today.
enum Period: Sendable, Hashable {
  case since(Day)
  case days(Int)
  case months(Int)

  /// - Parameter text: `2026-03-01`, `2026-03`, `30d`, `4w`, `3m` or `1y`.
  /// - Throws: `UsageError` for what is none of these.
  init(_ text: String, flag: String) throws(UsageError) {
    if let day = Day(text) {
      self = .since(day)
      return
    }
    guard let unit = text.last, let count = Int(text.dropLast()), (1...10_000).contains(count)
    else {
      throw Period.error(text, flag: flag)
    }
    switch unit {
    case "d": self = .days(count)
    case "w": self = .days(7 * count)
    case "m": self = .months(count)
    case "y": self = .months(12 * count)
    default: throw Period.error(text, flag: flag)
    }
  }

  /// Whether it counts back from today.
  var isRelative: Bool {
    if case .since = self { return false }
    return true
  }

  private static func error(_ text: String, flag: String) -> UsageError {
    UsageError(
      "--\(flag) is a day such as 2026-03-01 or 2026-03, or 30d, 4w, 3m or 1y, not ‘\(text)’")
  }

  /// The first day of it; of `30d` today is the last.
  func start(today: Day) -> Day {
    switch self {
    case .since(let day): day
    case .days(let count): today.adding(days: 1 - count)
    case .months(let count): today.subtracting(months: count).adding(days: 1)
    }
  }

  /// The first day of a span that ends on the day before another.
  func start(before day: Day) -> Day { start(today: day.adding(days: -1)) }

  /// The first day after a span that begins on a day.
  func end(from day: Day) -> Day {
    switch self {
    case .since(let end): end
    case .days(let count): day.adding(days: count)
    case .months(let count): day.subtracting(months: -count)
    }
  }
}
