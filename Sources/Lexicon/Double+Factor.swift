/// Fixed numbers multiplied in floating point, which a processor does for several at once: whole numbers of
/// ten-thousandths times a factor, rounded to whole numbers again.
extension Double {
  /// A factor by which `nearestWhole` rounds products half away from zero, as `Fixed.times` does.
  ///
  /// It lies one part in 2^46 further from zero than the quotient. That is more than floating point errs, so that a
  /// product that ends in a half is always rounded away from zero; and it is so little that in the range of `Fixed`
  /// no other product comes to that half.
  public init(factor numerator: Fixed, of denominator: Fixed) {
    self = Double(numerator) / Double(denominator) * (1 + 0x1p-46)
  }

  /// Sums with this number have no bits left for what is behind the point.
  @inlinable public static var withoutFraction: Double { 0x1.8p52 }

  /// The nearest whole number, of numbers below 2^51.
  @inlinable public var nearestWhole: Double {
    (self + Double.withoutFraction) - Double.withoutFraction
  }
}

extension SIMD4<Double> {
  /// The nearest whole numbers, of numbers below 2^51.
  @inlinable public var nearestWhole: SIMD4<Double> {
    (self + Double.withoutFraction) - Double.withoutFraction
  }
}
