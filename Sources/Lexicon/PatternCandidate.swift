/// A pattern to try at a token, if its witness stands near.
///
/// Kept to eight bytes, for many of them are looked at in a row.
struct PatternCandidate: Sendable {
  /// A pattern to try, or one that fits wherever it is found.
  struct Attempt: Sendable {
    /// In the upper half what the candidate has there, in the lower the token.
    private let number: UInt64

    @inline(__always)
    fileprivate init(_ payload: UInt32, at token: Int) {
      number = UInt64(truncatingIfNeeded: payload) &<< 32 | UInt64(truncatingIfNeeded: token)
    }

    private init() { number = 0 }

    /// Fills places that wait for an attempt.
    static let none = Attempt()

    /// Where the anchor stands.
    @inline(__always)
    var token: Int { Int(truncatingIfNeeded: number & 0xFFFF_FFFF) }
    /// The number of the pattern; of one that fits always, what `RuleMatch` knows it by.
    @inline(__always)
    var what: UInt32 { UInt32(truncatingIfNeeded: number &>> 32) & PatternCandidate.numbers }
    /// The length of a match that needs no attempt; 0 if there must be one.
    @inline(__always)
    var knownLength: Int { Int(truncatingIfNeeded: number &>> 57 & 3) }
  }

  private static let numbers: UInt32 = 0xFF_FFFF

  /// The number of the pattern, or `RuleMatch.what` of one that fits always. From bit 24 on whether the second word of
  /// the pair is the anchor, two bits of the known length.
  private let payload: UInt32
  /// Where its witness may stand, and what marks that has.
  private let reach: MarkReach
  private let bits: WitnessMarks.Bits

  /// - Parameters:
  ///   - pair: the first element of the pair by which it is found.
  init(
    _ pattern: Pattern, number: Int, pair: Int?, reach: MarkReach, bits: WitnessMarks.Bits
  ) {
    self.reach = reach
    self.bits = bits
    let length = pair == nil ? 1 : 2
    let fitsAlways =
      pattern.isRow && pattern.end - pattern.first == length && !pattern.atSentenceStart
      && !pattern.atSentenceEnd
    let anchorIsSecond = pair.map { $0 < pattern.anchor } ?? false
    payload =
      fitsAlways
      ? RuleMatch.what(pattern) | UInt32(length) << 25
      : UInt32(number) | (anchorIsSecond ? 1 << 24 : 0)
  }

  /// Where its anchor stands if it was found by a pair: 1 at the second word, otherwise 0.
  @inline(__always)
  var anchorInPair: Int { Int(truncatingIfNeeded: payload &>> 24 & 1) }

  @inline(__always)
  func attempt(at token: Int) -> Attempt { Attempt(payload, at: token) }

  /// 1 if its witness may stand near a token, otherwise 0: what is counted without a branch.
  @inline(__always)
  func likelihood(at token: Int, _ marks: Span<SIMD2<UInt64>>) -> Int {
    let near = reach.marks(around: token, in: marks)
    let both = near[0] &>> UInt64(bits.first) & near[1] &>> UInt64(bits.second)
    return Int(truncatingIfNeeded: both & 1)
  }
}
