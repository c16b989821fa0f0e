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
}
