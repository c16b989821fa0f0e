import StoryFigures

/// Balances and their differences for people, in two decimals.
enum BalanceText {
  /// `+0.34`, or a dash for what cannot be known.
  static func signed(_ value: Double?) -> String {
    guard let value else { return "-" }
    let hundredths = Int((value * 100).rounded(.toNearestOrEven))
    let digits = String(hundredths.magnitude)
    let filled = String(repeating: "0", count: max(0, 3 - digits.count)) + digits
    let sign = hundredths < 0 ? "-" : hundredths > 0 ? "+" : " "
    return sign + filled.dropLast(2) + "." + filled.suffix(2)
  }

  /// `+0.34 (+0.28 to +0.40)`
  static func text(_ balance: Balance) -> String {
    guard balance.value != nil else { return "-" }
    return signed(balance.value) + " " + interval(balance.low, balance.high)
  }

  static func interval(_ low: Double, _ high: Double) -> String {
    "(" + signed(low).trimmed + " to " + signed(high).trimmed + ")"
  }
}

extension String {
  fileprivate var trimmed: String { String(drop { $0 == " " }) }
}
