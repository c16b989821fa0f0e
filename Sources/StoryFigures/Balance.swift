/// By how much one side outweighs the other in N reviews, with its 95 % interval.
///
/// With p = (x + 1) / (N + 2) for either side and d their difference, the interval is
/// d ± 1.96 · sqrt((p₁ + p₂ − d²) / (N + 2)): one review added to each side keeps it honest where there are few.
public struct Balance: Sendable, Hashable {
  /// (for − against) / N, -1 to 1; nil for no reviews.
  public let value: Double?
  /// The middle of the interval, nearer to 0 than `value`.
  public let centre: Double
  /// 0 or more.
  public let halfWidth: Double

  init(value: Double?, centre: Double, variance: Double) {
    self.value = value
    self.centre = centre
    halfWidth = Balance.deviations * variance.squareRoot()
  }

  /// - Parameters:
  ///   - positive: how many of the reviews are for.
  ///   - negative: how many are against.
  ///   - count: all of them, also those on neither side.
  public init(positive: Int, negative: Int, of count: Int) {
    let share = Balance.Share(positive: positive, negative: negative, of: count)
    self.init(
      value: count == 0 ? nil : Double(positive - negative) / Double(count),
      centre: share.difference, variance: share.variance)
  }

  /// Standard deviations in half of a 95 % interval.
  static let deviations = 1.96

  /// The interval, within -1 to 1.
  public var low: Double { max(-1, centre - halfWidth) }
  public var high: Double { min(1, centre + halfWidth) }

  /// The difference of two shares with reviews added to each, and its variance.
  struct Share {
    let difference: Double
    let variance: Double

    /// - Parameter added: how many reviews are added to each side.
    init(positive: Int, negative: Int, of count: Int, added: Double = 1) {
      let whole = Double(count) + 2 * added
      let first = (Double(positive) + added) / whole
      let second = (Double(negative) + added) / whole
      difference = first - second
      variance = (first + second - difference * difference) / whole
    }
  }
}
