import StoryAnalysis

extension FuzzTarget {
  /// Tokens are in order, do not overlap, and cover all that can be seen; sentences do not go back.
  static let tokenizer = FuzzTarget(name: "tokenizer") {
    let analyzer = try Analyzer()
    return { bytes in
      let tokens = analyzer.tokens(of: bytes)
      var (at, sentence) = (0, 0)
      for token in tokens {
        require(token.range.lowerBound >= at && !token.range.isEmpty)
        require(token.range.upperBound <= bytes.count)
        require(isSpace(bytes[at..<token.range.lowerBound]), "before \(token)")
        require(Int(token.sentence) == sentence || Int(token.sentence) == sentence + 1)
        (at, sentence) = (token.range.upperBound, Int(token.sentence))
      }
      require(isSpace(bytes[at...]), "\(at)...")
      require(analyzer.tokens(of: bytes) == tokens)
    }
  }

  private static func isSpace(_ bytes: ArraySlice<UInt8>) -> Bool {
    String(decoding: bytes, as: UTF8.self).unicodeScalars.allSatisfy {
      $0.properties.isWhitespace || $0.properties.generalCategory == .format || $0.value < 0x20
    }
  }
}
