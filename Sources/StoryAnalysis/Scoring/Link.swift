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
  /// top / (1 + e^-score), rounded to ten-thousandths, ties to even.
  static func logistic(_ score: Fixed, top: Double = 1) -> Fixed {
    Fixed(rounding: top / (1 + exp(-score.asDouble)))
  }

  /// e^score.
  static func power(_ score: Fixed) -> Double { exp(score.asDouble) }
}
