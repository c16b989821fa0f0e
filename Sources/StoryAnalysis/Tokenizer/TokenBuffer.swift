/// The tokens and sentences of one text, kept in storage that the next text reuses.
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

  mutating func removeAll() {
    tokens.removeAll(keepingCapacity: true)
    sentenceStarts.removeAll(keepingCapacity: true)
  }
}
