/// The tokens and sentences of a text, or of many one behind another, kept in storage that the next reuse.
public struct TokenBuffer: Sendable {
  /// All tokens in text order.
  public internal(set) var tokens: [Token] = []
  /// Index of each sentence's first token.
  public internal(set) var sentenceStarts: [Int32] = []

  public init() {}

  public var sentenceCount: Int { sentenceStarts.count }

  /// The tokens of a sentence, as an index range into `tokens`.
  ///
  /// - Parameter sentence: from 0 to below `sentenceCount`.
  public func tokenRange(ofSentence sentence: Int) -> Range<Int> {
    let next = sentence + 1
    let end = next < sentenceStarts.count ? Int(sentenceStarts[next]) : tokens.count
    return Int(sentenceStarts[sentence])..<end
  }

  /// The bytes from the first of some tokens in a row to the last.
  func bytes(of tokens: Range<Int>) -> Range<Int> {
    Int(self.tokens[tokens.lowerBound].start)..<Int(self.tokens[tokens.upperBound - 1].end)
  }

  mutating func removeAll() {
    tokens.removeAll(keepingCapacity: true)
    sentenceStarts.removeAll(keepingCapacity: true)
  }
}
