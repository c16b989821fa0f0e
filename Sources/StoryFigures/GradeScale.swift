import Lexicon

/// A scale of grades, and which of its grades are "a 9" and "a 7".
public enum GradeScale: String, CaseIterable, Sendable {
  case oneToFive = "1-5"
  case oneToTen = "1-10"
  case zeroToTen = "0-10"
  case percent = "0-100"

  /// What a grade is called where the step from 7 to 9 is looked at.
  public enum Level: Sendable {
    case seven, nine
  }

  /// - Parameter rating: in ten-thousandths.
  /// - Returns: nil for a grade below both.
  public func level(of rating: Fixed) -> Level? {
    let (seven, nine) = bounds
    return rating >= nine ? .nine : rating >= seven ? .seven : nil
  }

  /// The lowest grades of both, in ten-thousandths.
  private var bounds: (seven: Fixed, nine: Fixed) {
    switch self {
    case .oneToFive: (40_000, 50_000)
    case .oneToTen, .zeroToTen: (70_000, 90_000)
    case .percent: (700_000, 900_000)
    }
  }

  /// How both are called.
  public var names: (seven: String, nine: String) {
    switch self {
    case .oneToFive: ("4 stars", "5 stars")
    case .oneToTen, .zeroToTen: ("7-8", "9-10")
    case .percent: ("70-89", "90-100")
    }
  }
}
