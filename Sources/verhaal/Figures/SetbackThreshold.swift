import Lexicon

/// How many setbacks are too many: more than a count, or more than a share of the reviews.
enum SetbackThreshold: Sendable {
  case count(Int)
  /// In ten-thousandths of a percent, so that what is typed is exact: 0 to 1,000,000.
  case percent(Fixed)

  /// - Parameter text: `5` or `2.5%`.
  /// - Throws: `UsageError` for what is neither.
  init(_ text: String) throws(UsageError) {
    if text.last == "%", let percent = Double(text.dropLast()), (0...100).contains(percent) {
      self = .percent(Fixed(rounding: percent))
    } else if let count = Int(text), count >= 0 {
      self = .count(count)
    } else {
      throw UsageError("--above is a number such as 5 or a share such as 2.5%, not ‘\(text)’")
    }
  }

  func isExceeded(by setbacks: Int, of count: Int) -> Bool {
    switch self {
    case .count(let most): setbacks > most
    case .percent(let most): setbacks * 100 * Int(Fixed.one) > Int(most) * count
    }
  }
}
