import Lexicon

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The functions that turn scores into probabilities.
enum Link {
  /// 1 / (1 + e^-score), rounded to ten-thousandths, ties to even.
  static func logistic(_ score: Fixed) -> Fixed {
    Fixed(rounding: 1 / (1 + exp(-score.asDouble)))
  }

  /// e^score divided by the sum over all scores, each rounded to ten-thousandths.
  static func softmax(_ scores: [Fixed]) -> [Fixed] {
    let top = scores.max() ?? 0
    let powers = scores.map { exp((Double($0) - Double(top)) / Double(Fixed.one)) }
    let sum = powers.reduce(0, +)
    return powers.map { Fixed(rounding: $0 / sum) }
  }
}
