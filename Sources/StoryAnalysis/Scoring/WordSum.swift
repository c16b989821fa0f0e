import Lexicon

/// Adds up what the words of a text add to its scores, each word once.
struct WordSum: ~Copyable {
  /// The number of the last text in which each word stood, by the number of the word.
  private var lastTexts: [UInt32] = []
  private var textNumber: UInt32 = 0

  /// What the words of a part of the text add that stood in no part before, by the number of the target.
  mutating func sum(_ symbols: ArraySlice<Symbol>, _ weights: WordWeights) -> SIMD8<Int32> {
    if weights.count == 0 { return SIMD8() }
    let textNumber = textNumber
    let symbols = symbols.span
    var lastTexts = lastTexts.mutableSpan
    let rows = weights.rows.span
    var sum = SIMD8<Int32>()
    // Every token adds a row, most of them row 0: what is added needs no test of its own.
    for at in symbols.indices {
      let word = Int(symbols[at].word)
      let row = lastTexts[word] == textNumber ? 0 : word
      lastTexts[word] = textNumber
      sum &+= rows[row]
    }
    return sum
  }

  /// The places of the words with weights in a text, of each the first.
  mutating func places(_ symbols: ArraySlice<Symbol>, _ weights: WordWeights) -> [Int] {
    beginText(weights)
    var places: [Int] = []
    for (place, symbol) in symbols.enumerated() where symbol.word > 0 {
      let word = Int(symbol.word)
      if lastTexts[word] != textNumber { places.append(place) }
      lastTexts[word] = textNumber
    }
    return places
  }

  /// Forgets the text before.
  mutating func beginText(_ weights: WordWeights) {
    textNumber &+= 1
    if lastTexts.count != weights.rows.count || textNumber == 0 {
      lastTexts = Array(repeating: 0, count: weights.rows.count)
      textNumber = 1
    }
  }
}
