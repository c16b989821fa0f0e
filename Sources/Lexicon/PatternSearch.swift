/// Room in which `PatternIndex` works through a sentence.
///
/// The work is done in short loops, one after another, that leave to the next what it has to look at: so few of their
/// branches are guessed wrong, and the processor waits for memory once for many tokens.
public struct PatternSearch {
  /// Where the witnesses of patterns stand, by their numbers: one bit for each token, of 64 that go round, so that in a
  /// longer text a bit may say too much, never too little. Witness 0 stands for patterns without one and is everywhere.
  var positions: [UInt64] = []
  /// The token from which on positions are noted.
  private var start = 0
  /// Tokens that may be a pair with the one before.
  var pairs: [Int32] = []
  /// Tokens at which patterns may be anchored.
  var anchors: [Int32] = []
  /// Patterns to try and where: `pattern << 32 | token`.
  var attempts: [UInt64] = []

  public init() {}

  /// Makes room for a sentence; positions before it are forgotten when 64 tokens are full.
  ///
  /// - Parameters:
  ///   - unmarked: the positions of all witnesses before any is noted.
  ///   - count: patterns that can be tried at once.
  mutating func begin(_ sentence: Range<Int>, unmarked: [UInt64], attempts count: Int) {
    if sentence.lowerBound == 0 || sentence.upperBound > start + 64 {
      start = sentence.lowerBound
      positions = unmarked
    }
    if pairs.count < sentence.count + 1 {
      pairs = [Int32](repeating: 0, count: 2 * sentence.count + 64)
      anchors = pairs
    }
    if attempts.count < count { attempts = [UInt64](repeating: 0, count: count) }
  }

  /// The bit of a token.
  @inline(__always)
  static func bit(of token: Int) -> UInt64 { 1 &<< UInt64(truncatingIfNeeded: token) }

  /// The bits of tokens near an anchor, turned so that the anchor's own is bit `centre`.
  @inline(__always)
  static func around(_ token: Int, _ bits: UInt64) -> UInt64 {
    let turn = UInt64(truncatingIfNeeded: token &- centre)
    return bits &>> turn | bits &<< (0 &- turn)
  }

  private static let centre = 32

  /// The turned bits at which a witness may stand, from `least` to `most` tokens behind the anchor (before it, if
  /// negative); all of them where that is too far to tell.
  static func window(from least: Int, through most: Int) -> UInt64 {
    guard least + centre >= 0, most + centre < 64 else { return .max }
    return (least...most).reduce(0) { $0 | 1 << UInt64($1 + centre) }
  }
}
