/// What an analysis shows beside its verdict.
public struct AnalysisDetail: OptionSet, Sendable {
  public let rawValue: UInt8

  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The terms of every score.
  public static let reasons = AnalysisDetail(rawValue: 1)
  /// The inputs of the model.
  public static let evidence = AnalysisDetail(rawValue: 2)
  /// What each sentence says.
  public static let sentences = AnalysisDetail(rawValue: 4)
}
