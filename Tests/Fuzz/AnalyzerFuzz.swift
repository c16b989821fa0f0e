import Lexicon
import StoryAnalysis

extension FuzzTarget {
  /// An analysis is the same alone and between others; its spans lie in the text and, where that is UTF-8, between
  /// whole characters; probabilities sum to one, and reasons to what they explain.
  static let analyzer = FuzzTarget(name: "analyzer") {
    let analyzer = try Analyzer()
    let before = Array("Na drie keer bellen nog steeds geen antwoord".utf8)
    let after = Array("en toen \"kwam\" hij zelf.".utf8)
    return { bytes in
      var input = FuzzInput(bytes)
      let title = input.choice(75)
      let text = input.bytes
      let titleLength = title < text.count && text[title] == 0x0a ? title : 0
      let alone = analyzer.analyze(
        text, texts: [AnalyzedText(range: 0..<text.count, titleLength: titleLength)],
        detail: [.reasons, .evidence])[0]
      let middle = before.count..<before.count + text.count
      let batch = analyzer.analyze(
        before + text + after,
        texts: [
          AnalyzedText(range: 0..<before.count),
          AnalyzedText(range: middle, titleLength: titleLength),
          AnalyzedText(range: middle.upperBound..<middle.upperBound + after.count),
        ], detail: [.reasons, .evidence])
      require(batch[1] == alone, "\(batch[1])\n\(alone)")
      let sum = Label.allCases.reduce(0) { $0 + Int(alone.probabilities[$1]) }
      require(abs(sum - 10_000) <= 2, "\(sum)")
      require((-10_000...10_000).contains(alone.valence))
      require((0...30_000).contains(alone.memorability))
      require(alone.story == (alone.storyProbability >= 5_000))
      require(alone.story != alone.moments.isEmpty)
      let isText = String(validating: text, as: UTF8.self) != nil
      func check(_ span: Range<Int>, _ units: Range<Int>) {
        require(0 <= span.lowerBound && span.upperBound <= text.count && !span.isEmpty)
        guard isText else { return }
        require(isBoundary(span.lowerBound, text) && isBoundary(span.upperBound, text))
        for (byte, unit) in [
          (span.lowerBound, units.lowerBound), (span.upperBound, units.upperBound),
        ] { require(unit == String(decoding: text[..<byte], as: UTF8.self).utf16.count) }
      }
      for moment in alone.moments {
        check(moment.start..<moment.end, moment.startUTF16..<moment.endUTF16)
        require(
          moment.text.utf8.elementsEqual(
            String(decoding: text[moment.start..<moment.end], as: UTF8.self).utf8))
      }
      for reason in alone.reasons {
        if let span = reason.span { check(span, reason.spanUTF16!) }
      }
    }
  }

  private static func isBoundary(_ at: Int, _ text: [UInt8]) -> Bool {
    at == text.count || text[at] & 0xc0 != 0x80
  }
}
