import ReviewStore
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

  /// A hash of the letters and digits alone, small and without accents, which copies share; 0 without any.
  var letterHash: UInt64 {
    let bytes = Array(whole.utf8)
    return TextSignature.letters(0..<bytes.count, in: bytes) ?? 0
  }
}
