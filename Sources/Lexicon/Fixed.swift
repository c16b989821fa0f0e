/// A number in ten-thousandths, so that sums do not depend on their order and print exactly.
public typealias Fixed = Int32

extension Fixed {
  /// How many units make one.
  public static let one: Fixed = 10_000

  /// The nearest number of ten-thousandths, ties to even.
  public init(rounding value: Double) {
    self = Fixed((value * Double(Fixed.one)).rounded(.toNearestOrEven))
  }

  /// The product of two fixed numbers, rounded half away from zero.
  @inlinable
  public func times(_ other: Fixed) -> Fixed {
    let product = Int64(self) * Int64(other)
    let half: Int64 = product < 0 ? -5_000 : 5_000
    return Fixed(clamping: (product + half) / 10_000)
  }

  /// The sum, held at the ends of the range: a text of many megabytes must not trap.
  @inlinable
  public func plus(_ other: Fixed) -> Fixed {
    let (sum, isOver) = addingReportingOverflow(other)
    return isOver ? (other < 0 ? .min : .max) : sum
  }

  public var asDouble: Double { Double(self) / Double(Fixed.one) }
}
