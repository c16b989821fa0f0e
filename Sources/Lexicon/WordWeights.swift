/// What single words add to the scores of a text in which they stand, once however often.
public struct WordWeights: Sendable {
  /// The largest weight, and the most words: so many such weights do not leave the range of a sum.
  public static let range: ClosedRange<Fixed> = -3 * Fixed.one...3 * Fixed.one
  static let capacity = Int(UInt16.max)

  /// By the number of the word, then by that of the target; word 0 adds nothing.
  public private(set) var rows: [SIMD8<Int32>] = [SIMD8()]

  /// The targets to which words add, in the order of the columns of `words.tsv`.
  public static let targets: [ModelTarget] = [
    .neutralSatisfied, .enthusiastic, .dissatisfied, .story, .memorability,
  ]

  /// How many words there are.
  public var count: Int { rows.count - 1 }

  /// Adds a word with its weights, by the number of the target; returns its number.
  mutating func append(_ weights: SIMD8<Int32>) -> UInt16 {
    rows.append(weights)
    return UInt16(clamping: count)
  }

  mutating func replace(_ word: UInt16, by weights: SIMD8<Int32>) { rows[Int(word)] = weights }

  mutating func removeAll() { rows.removeSubrange(1...) }
}
