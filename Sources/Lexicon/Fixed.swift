/// A number in ten-thousandths, so that sums do not depend on their order and print exactly.
public typealias Fixed = Int32

extension Fixed {
  /// How many units make one.
  public static let one: Fixed = 10_000

  /// The nearest number of ten-thousandths, ties to even; held at the ends of the range.
  public init(rounding value: Double) {
    let number = (value * Double(Fixed.one)).rounded(.toNearestOrEven)
    self = Fixed(Swift.min(Swift.max(number, -Double(Fixed.max)), Double(Fixed.max)))
  }

  /// A number of ten-thousandths, held at the ends of the range: a text of many megabytes must not trap.
  ///
  /// The ends are `max` and `-max`, so that a sign can always be turned.
  @inlinable
  public init(held value: Int64) {
    self = Fixed(
      truncatingIfNeeded: Swift.min(Swift.max(value, -Int64(Fixed.max)), Int64(Fixed.max)))
  }

  /// The product of two fixed numbers, rounded half away from zero.
  @inlinable
  public func times(_ other: Fixed) -> Fixed {
    let product = Int64(self) * Int64(other)
    let half: Int64 = product < 0 ? -5_000 : 5_000
    return Fixed(held: (product + half) / 10_000)
  }

  /// The sum, held at the ends of the range.
  @inlinable
  public func plus(_ other: Fixed) -> Fixed { Fixed(held: Int64(self) + Int64(other)) }

  public var asDouble: Double { Double(self) / Double(Fixed.one) }
}
