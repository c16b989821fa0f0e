import Lexicon

/// Cuts a text into the pieces among which its moments are sought: sentences, and clauses of
/// sentences that run on without an end.
struct Segmenter {
  /// The first token of every segment, ascending.
  private(set) var starts: [Int] = []
  /// For each token, its segment.
  private(set) var segment: [Int32] = []

  /// - Parameters:
  ///   - clauseWords: sentences with at least twice as many tokens are cut where a clause begins.
  ///   - clauseBreaks: the classes of words that begin a clause.
  mutating func cut(
    _ symbols: [Symbol], _ tokens: [Token], clauseWords: Int, clauseBreaks: ClassSet
  ) {
    starts.removeAll(keepingCapacity: true)
    segment.removeAll(keepingCapacity: true)
    var start = 0
    while start < tokens.count {
      var end = start + 1
      while end < tokens.count && tokens[end].sentence == tokens[start].sentence { end += 1 }
      add(start..<end, symbols, clauseWords, clauseBreaks)
      start = end
    }
  }

  private mutating func add(
    _ sentence: Range<Int>, _ symbols: [Symbol], _ clauseWords: Int, _ clauseBreaks: ClassSet
  ) {
    starts.append(sentence.lowerBound)
    let isLong = sentence.count >= 2 * clauseWords
    for at in sentence {
      let sinceStart = at - starts[starts.count - 1]
      if isLong && sinceStart >= clauseWords && sentence.upperBound - at >= clauseWords / 2
        && beginsClause(at, symbols, clauseBreaks)
      {
        starts.append(at)
      }
      segment.append(Int32(starts.count - 1))
    }
  }

  /// A clause begins after punctuation, or at a conjunction.
  private func beginsClause(_ at: Int, _ symbols: [Symbol], _ clauseBreaks: ClassSet) -> Bool {
    if symbols[at].classes.contains(.punctuation) { return false }
    return symbols[at - 1].classes.contains(.punctuation)
      || !symbols[at].classes.isDisjoint(with: clauseBreaks)
  }

  /// The tokens of a segment.
  func tokens(of number: Int) -> Range<Int> {
    starts[number]..<(number + 1 < starts.count ? starts[number + 1] : segment.count)
  }
}
