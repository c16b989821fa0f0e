import Lexicon

/// Says of a review whether it tells a story, which verdict it gives, and why.
///
/// ```swift
/// let analysis = try Analyzer().analyze("Na drie keer bellen nog steeds geen antwoord.")
/// print(analysis.label, analysis.story)
/// ```
///
/// An analyser is a value that many threads may share. One analysis takes some ten microseconds for a text of thirty
/// words; making an analyser takes some ten milliseconds, so keep it. The same text gives the same analysis,
/// always.
public struct Analyzer: Sendable {
  /// Version of the rules of analysis that are code; part of `version`.
  public static let codeVersion = "1.4"

  public let lexicon: Lexicon
  let tokenizer: Tokenizer
  let classes: AnalysisClasses

  /// - Parameter lexicon: what the analyser knows; the embedded lexicon by default.
  /// - Throws: `LexiconError` when the lexicon cannot be read.
  public init(lexicon: Lexicon? = nil) throws(LexiconError) {
    let known: Lexicon
    if let lexicon { known = lexicon } else { known = try Lexicon.load() }
    self.lexicon = known
    tokenizer = Tokenizer(abbreviations: known.abbreviations)
    classes = AnalysisClasses(known)
  }

  /// Code version and fingerprint of lexicons and model, for example `1.0+3f9a2c71`.
  public var version: String { Analyzer.codeVersion + "+" + lexicon.fingerprint }

  /// The version of an analyser with the embedded lexicon, which need not be loaded for it.
  public static var embeddedVersion: String {
    codeVersion + "+" + Lexicon.fingerprint(of: LexiconFile.embedded())
  }

  /// Analyses one text.
  ///
  /// - Parameters:
  ///   - text: the body of the review.
  ///   - title: its title, if it has one; offsets in the result then count from the title's start.
  ///   - detail: what to show beside the verdict.
  public func analyze(
    _ text: String, title: String? = nil, detail: AnalysisDetail = []
  ) -> Analysis {
    var bytes: [UInt8] = []
    var titleLength = 0
    if let title, !title.isEmpty {
      bytes += title.utf8
      titleLength = bytes.count
      bytes.append(UInt8(ascii: "\n"))
    }
    bytes += text.utf8
    return analyze(
      bytes, texts: [AnalyzedText(range: 0..<bytes.count, titleLength: titleLength)],
      detail: detail)[0]
  }

  /// Analyses the texts of a batch, in their order.
  ///
  /// - Parameters:
  ///   - bytes: the buffer in which the texts lie; invalid UTF-8 is allowed.
  ///   - texts: ranges of `bytes`.
  public func analyze(
    _ bytes: [UInt8], texts: [AnalyzedText], detail: AnalysisDetail = []
  ) -> [Analysis] {
    analyze(bytes, texts: texts, detail: detail, partLength: 32 << 10)
  }

  /// - Parameter partLength: texts of more bytes are read part by part, so that one of any length takes bounded memory.
  func analyze(
    _ bytes: [UInt8], texts: [AnalyzedText], detail: AnalysisDetail = [], partLength: Int
  ) -> [Analysis] {
    var pass = AnalysisPass(self, partLength: partLength)
    var analyses: [Analysis] = []
    analyses.reserveCapacity(texts.count)
    var rest = texts[...]
    while !rest.isEmpty {
      let block = Self.block(of: rest)
      pass.analyze(block, in: bytes.span, detail: detail, into: &analyses)
      rest = rest[block.endIndex...]
    }
    return analyses
  }

  /// The first of some texts, as many as are read together.
  package static func block(of texts: ArraySlice<AnalyzedText>) -> ArraySlice<AnalyzedText> {
    var size = 0
    return texts.prefix {
      size += $0.range.count
      return size <= blockLength || size == $0.range.count
    }
  }

  /// Bytes of texts that are read together, unless a single one is longer: what is known of them stays in the second
  /// cache.
  private static let blockLength = 8 << 10

  /// The tokens of a text, in its order.
  public func tokens(of bytes: [UInt8]) -> [Token] {
    var buffer = TokenBuffer()
    tokenizer.tokenize(bytes.span, into: &buffer)
    return buffer.tokens
  }
}
