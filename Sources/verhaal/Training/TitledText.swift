import StoryAnalysis

/// The text of a review as it is analysed: title, a newline, body.
struct TitledText: Sendable {
  let whole: String
  /// Bytes of the title; 0 where there is none.
  let titleLength: Int

  func analysis(by analyzer: Analyzer, detail: AnalysisDetail = []) -> Analysis {
    let bytes = Array(whole.utf8)
    let text = AnalyzedText(range: 0..<bytes.count, titleLength: titleLength)
    return analyzer.analyze(bytes, texts: [text], detail: detail)[0]
  }

  /// A hash of the letters alone, small and without accents, which near-copies share.
  var letterHash: UInt64 { LetterHash(whole).value }
}
