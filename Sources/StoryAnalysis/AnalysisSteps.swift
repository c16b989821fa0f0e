import Lexicon

/// The first steps of an analysis one at a time, so that the cost of each can be measured.
///
/// They are those with which `AnalysisPass` reads a block of texts.
package struct AnalysisSteps: ~Copyable {
  private let analyzer: Analyzer
  private var buffer = TokenBuffer()
  private var symbolReader = SymbolReader()
  private var symbols: [Symbol] = []
  private var matcher = RuleMatcher()

  package init(_ analyzer: Analyzer) { self.analyzer = analyzer }

  /// Cuts the texts of a block into tokens; the other steps go on with these.
  package mutating func tokenize(_ texts: ArraySlice<AnalyzedText>, in bytes: [UInt8]) {
    buffer.removeAll()
    for text in texts {
      analyzer.tokenizer.append(
        bytes.span, text.range, breakAt: text.titleLength > 0 ? text.titleLength : nil, to: &buffer)
    }
  }

  /// Looks the tokens up.
  package mutating func lookUp(in bytes: [UInt8]) {
    symbolReader.read(buffer.tokens, in: bytes.span, with: analyzer.lexicon, into: &symbols)
  }

  /// Finds the rules that fit.
  package mutating func match() {
    matcher.match(symbols, sentences: buffer.sentenceStarts, with: analyzer.lexicon)
  }

  package var tokenCount: Int { buffer.tokens.count }
  /// The tokens that the lexicon knows.
  package var knownCount: Int { symbols.count { $0.form > 0 } }
  package var matchCount: Int { matcher.matches.count }
}
