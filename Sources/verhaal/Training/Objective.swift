/// A smooth function of many numbers that is to be made as small as can be.
protocol Objective {
  /// How many numbers it takes.
  var count: Int { get }

  /// The value at a point, with its gradient, which is overwritten.
  func value(at point: [Double], gradient: inout [Double]) -> Double
}
