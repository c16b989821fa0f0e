/// What stands in a place of a sentence.
enum SentenceValue: Sendable {
  /// With separators between thousands; below zero with a minus sign.
  case count(Int)
  /// With one decimal.
  case tenths(Double)
  /// Our own words.
  case own(String)
  /// Our own words and those of others, as they are set.
  case spans([BriefSpan])
  /// Words from the data.
  case given(String)
  /// A line to write on.
  case blank
}
