import Lexicon

/// Cuts texts into the pieces among which its moments are sought: sentences, and clauses of
/// sentences that run on without an end.
struct Segmenter: ~Copyable {
  /// The first token of every segment, ascending.
  private(set) var starts: [Int] = []
  /// For each token, its segment; tokens of longer texts before may follow.
  private(set) var segment: [Int32] = []
  private var tokenCount = 0

  /// - Parameters:
  ///   - clauseWords: sentences with at least twice as many tokens are cut where a clause begins.
  ///   - clauseBreaks: the classes of words that begin a clause.
  ///   - coordination: those of words that may lead such a word, as "en" does "toen".
  mutating func cut(
    _ symbols: [Symbol], _ buffer: TokenBuffer, clauseWords: Int, clauseBreaks: ClassSet,
    coordination: ClassSet
  ) {
    starts.removeAll(keepingCapacity: true)
    tokenCount = symbols.count
    if segment.count < tokenCount {
      segment.append(contentsOf: repeatElement(0, count: tokenCount - segment.count))
    }
    for number in 0..<buffer.sentenceCount {
      let sentence = buffer.tokenRange(ofSentence: number)
      var start = sentence.lowerBound
      if sentence.count >= 2 * clauseWords {
        for at in sentence
        where at - start >= clauseWords && sentence.upperBound - at >= clauseWords / 2
          && beginsClause(at, symbols, clauseBreaks)
        {
          let isLed = !symbols[at - 1].classes.isDisjoint(with: coordination)
          let end = isLed ? at - 1 : at
          add(start..<end)
          start = end
        }
      }
      add(start..<sentence.upperBound)
    }
  }

  private mutating func add(_ tokens: Range<Int>) {
    let number = Int32(starts.count)
    starts.append(tokens.lowerBound)
    var segment = segment.mutableSpan
    for at in tokens { segment[at] = number }
  }

  /// A clause begins after punctuation, or at a conjunction.
  private func beginsClause(_ at: Int, _ symbols: [Symbol], _ clauseBreaks: ClassSet) -> Bool {
    if symbols[at].classes.contains(.punctuation) { return false }
    return symbols[at - 1].classes.contains(.punctuation)
      || !symbols[at].classes.isDisjoint(with: clauseBreaks)
  }

  /// The tokens of segments in a row.
  func tokens(of first: Int, through last: Int) -> Range<Int> {
    starts[first]..<(last + 1 < starts.count ? starts[last + 1] : tokenCount)
  }
}
