import Lexicon

/// How long reviews are, in words: most are short, few are long.
enum LengthMixture {
  /// Of all reviews so many in a thousand have at most so many words, as measured on 8,863 Dutch reviews of shops, albums,
  /// lodgings, restaurants, a bank and tradesmen; between two of them the shares lie on a line.
  private static let quantiles: [(perMille: Int, words: Int)] = [
    (0, 1), (50, 3), (100, 5), (250, 10), (500, 20), (750, 42), (900, 74), (950, 99), (990, 188),
    (999, 480), (1000, 705),
  ]

  /// A length in words, from 1 to 705.
  static func length(_ generator: inout SplitMix64) -> Int {
    let share = Int.random(in: 0..<1_000_000, using: &generator)
    let upper = quantiles.firstIndex { share < $0.perMille * 1_000 } ?? quantiles.count - 1
    let (low, high) = (quantiles[upper - 1], quantiles[upper])
    let part = share - low.perMille * 1_000
    return low.words + (high.words - low.words) * part / ((high.perMille - low.perMille) * 1_000)
  }
}
