/// How far the reading of a text has come.
struct Reading {
  /// Where the text begins in the bytes that its tokens count from.
  let origin: Int
  /// Where the last token ended.
  var position = 0
  var context: ScanContext = []
  var sentences: SentenceBreaker
  /// The token read last, if it starts a sentence that belongs to the next part of the text.
  var held: Token?

  /// - Parameters:
  ///   - range: the text in the bytes that its tokens count from.
  ///   - firstSentence: the number of its first sentence.
  ///   - breakAt: where a sentence certainly ends, from the text's start.
  init(_ range: Range<Int>, firstSentence: Int = 0, breakAt: Int?) {
    origin = range.lowerBound
    sentences = SentenceBreaker(
      firstSentence: Int32(truncatingIfNeeded: firstSentence), certainBreak: breakAt ?? .max)
  }
}
