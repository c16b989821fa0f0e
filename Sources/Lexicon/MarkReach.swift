/// A run of tokens near another in which a mark is looked for.
///
/// For each token lie its own marks and then those of the 2, 4 and 8 tokens that end with it. Any run of up to 16 tokens
/// is covered by two of these, so that two looks tell what stands in it.
struct MarkReach: Sendable {
  /// The token alone.
  static let itself = MarkReach(lane: 0, near: 0, far: 0)

  /// Tokens further away are not looked at.
  private static let margin = 16
  private static let lanes = 4

  /// Where the marks of the two runs lie, as seen from those of the token `margin` before.
  private let near: UInt8
  private let far: UInt8

  private init(lane: Int, near: Int, far: Int) {
    self.near = UInt8(MarkReach.lanes * (near + MarkReach.margin) + lane)
    self.far = UInt8(MarkReach.lanes * (far + MarkReach.margin) + lane)
  }

  /// From `least` to `most` tokens behind another, before it if negative; nil if they are too many or too far.
  init?(from least: Int, through most: Int) {
    let count = most - least + 1
    guard count <= 16, least >= -MarkReach.margin, most <= MarkReach.margin else { return nil }
    let lane = min(Int.bitWidth - 1 - count.leadingZeroBitCount, MarkReach.lanes - 1)
    self.init(lane: lane, near: least + (1 << lane) - 1, far: most)
  }

  /// How much room the marks of so many tokens take.
  static func room(for tokens: Int) -> Int { place(of: tokens + margin + 1) }

  /// Where the marks of a token begin; what lies before those of the first stays 0.
  @inline(__always)
  static func place(of token: Int) -> Int { (token &+ margin) &* lanes }

  /// Completes the marks of so many tokens, of which each has its own.
  static func spread(_ marks: inout [SIMD2<UInt64>], tokens: Int) {
    var marks = marks.mutableSpan
    for token in tokens...(tokens + margin) { marks[place(of: token)] = .zero }
    for token in 0...(tokens + margin) {
      let at = place(of: token)
      let two = marks[at] | marks[at &- lanes]
      let four = two | marks[at &- 2 &* lanes &+ 1]
      marks[at &+ 1] = two
      marks[at &+ 2] = four
      marks[at &+ 3] = four | marks[at &- 4 &* lanes &+ 2]
    }
  }

  /// The marks within reach of a token.
  @inline(__always)
  func marks(around token: Int, in marks: Span<SIMD2<UInt64>>) -> SIMD2<UInt64> {
    let before = token &* MarkReach.lanes
    return marks[before &+ Int(near)] | marks[before &+ Int(far)]
  }
}
