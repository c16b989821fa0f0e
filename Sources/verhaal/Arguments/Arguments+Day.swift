import StoryFigures

extension Arguments {
  /// A day as `yyyy-mm-dd`, or the first of a month or year.
  ///
  /// - Throws: `UsageError` for what is none.
  func day(_ name: String) throws(UsageError) -> Day? {
    guard let text = self[name] else { return nil }
    guard let day = Day(text) else {
      throw UsageError("--\(name) is a day such as 2026-03-01, not ‘\(text)’")
    }
    return day
  }

  /// A day as it was typed, which must be a whole one: `2026-03-01`.
  ///
  /// - Throws: `UsageError` for a month, a year, and what is no day.
  func fullDay(_ name: String) throws(UsageError) -> String? {
    guard let day = try day(name), let text = self[name] else { return nil }
    guard day.description == text else {
      throw UsageError("--\(name) is a day such as 2026-03-01, not ‘\(text)’")
    }
    return text
  }
}
