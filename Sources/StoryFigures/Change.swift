/// The difference of two balances with its 95 % interval, whose half-width is the root of the sum of both squares.
public struct Change: Sendable, Hashable {
  /// Of the balances themselves; nil where one of them is not known.
  public let value: Double?
  /// Of the middles of both intervals: the middle of this one.
  public let centre: Double
  public let halfWidth: Double

  public init(from first: Balance, to second: Balance) {
    if let from = first.value, let to = second.value { value = to - from } else { value = nil }
    centre = second.centre - first.centre
    halfWidth =
      (first.halfWidth * first.halfWidth + second.halfWidth * second.halfWidth).squareRoot()
  }

  public var low: Double { centre - halfWidth }
  public var high: Double { centre + halfWidth }

  /// What may be said of it: only what the whole interval says.
  public enum Direction: String, Sendable {
    case risen, fallen
    /// The interval holds 0.
    case unclear
  }

  public var direction: Direction { low > 0 ? .risen : high < 0 ? .fallen : .unclear }
}
