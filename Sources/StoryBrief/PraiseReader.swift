import StoryAnalysis

/// Finds where a review praises.
public struct PraiseReader: Sendable {
  private let analyzer: Analyzer

  public init(_ analyzer: Analyzer) { self.analyzer = analyzer }

  /// What makes a review no compliment, whatever its verdict.
  private static let doubtful: Set<String> = ["irony", "about-other"]

  /// The sentences that say more good than bad, of a review by someone who is enthusiastic and means it; else none.
  public func sentences(
    _ text: [UInt8], titleLength: Int, label: Label, flags: [String]
  ) -> [SentenceReading] {
    guard label == .enthusiastic, Self.doubtful.isDisjoint(with: flags) else { return [] }
    return analyzer.analyze(
      text, texts: [AnalyzedText(range: 0..<text.count, titleLength: titleLength)],
      detail: .sentences)[0].sentences.filter { $0.balance > 0 }
  }
}
