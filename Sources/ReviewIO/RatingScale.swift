/// The scale on which the reviewers of a dump gave their grades.
public enum RatingScale: String, CaseIterable, Sendable {
  case oneToFive = "1-5"
  case oneToTen = "1-10"
  case zeroToTen = "0-10"
  case percent = "0-100"

  /// The lowest and highest grade, in 1/10,000.
  public var bounds: ClosedRange<Int32> {
    switch self {
    case .oneToFive: 10_000...50_000
    case .oneToTen: 10_000...100_000
    case .zeroToTen: 0...100_000
    case .percent: 0...1_000_000
    }
  }
}
