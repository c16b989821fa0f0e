import ReviewStore
import StoryFigures

/// The days that are asked for, some of which may be known only when the newest date has been read.
struct StoryPeriod: Sendable {
  private let first: Period?
  /// `yyyy-mm-dd`, or the last of a month or a year as a bound for such texts.
  private let last: String?
  private let today: Day?

  /// - Throws: `UsageError` for what are no days.
  init(_ arguments: Arguments) throws(UsageError) {
    if arguments.has("since") && arguments.has("last") {
      throw UsageError("--since and --last both say where the period begins")
    }
    var first: Period?
    for flag in ["since", "last"] {
      if let text = arguments[flag] { first = try Period(text, flag: flag) }
    }
    if arguments.has("last"), case .since = first {
      throw UsageError("--last is a length such as 30d, 4w, 3m or 1y; a day goes with --since")
    }
    self.first = first
    today = try arguments.day("today")
    if today != nil, first?.isRelative != true { throw UsageError("--today goes with --last") }
    if try arguments.day("until") != nil, let text = arguments["until"] {
      // Of a month or a year its last day: no day is written with more than 31.
      last = text + "-12-31".suffix(10 - text.utf8.count)
    } else {
      last = nil
    }
  }

  /// Whether nothing of it waits for the newest date.
  var isKnown: Bool { first?.isRelative != true || today != nil }

  /// Writes the days into a query.
  ///
  /// - Parameter newest: the newest date that was read, as `yyyy-mm-dd`; asked for only where the period needs it.
  /// - Returns: false where the period needs it and there is none.
  func apply(to query: inout StoryQuery, newest: String?) -> Bool {
    query.lastDay = last
    guard let first else { return true }
    guard first.isRelative else {
      query.firstDay = first.start(today: Day(number: 0)).description
      return true
    }
    guard let today = today ?? newest.flatMap({ Day($0) }) else { return false }
    query.firstDay = first.start(today: today).description
    query.lastDay = min(last ?? today.description, today.description)
    return true
  }
}
