/// Some of the witnesses of patterns, one bit each.
///
/// There are more witnesses than bits, so that a bit may say too much, never too little.
struct WitnessMask: Sendable, Hashable {
  static let capacity = 255
  /// The bit that is in every mask that begins with `always`.
  static let alwaysBit: Int32 = 255

  /// A mask that holds `alwaysBit` alone.
  static let always = WitnessMask(high: 1 << 127)

  private var low: UInt128 = 0
  private var high: UInt128 = 0

  init() {}

  private init(high: UInt128) { self.high = high }

  @inline(__always)
  mutating func formUnion(_ other: WitnessMask) {
    low |= other.low
    high |= other.high
  }

  mutating func insert(_ bit: Int32) {
    if bit < 128 { low |= 1 << UInt128(bit) } else { high |= 1 << UInt128(bit - 128) }
  }

  @inline(__always)
  func contains(_ bit: Int32) -> Bool {
    // Selections and no branches, which would be guessed wrong every other time.
    let half = bit & 128 == 0 ? low : high
    let word =
      UInt64(truncatingIfNeeded: bit & 64 == 0 ? half : half >> 64)
    return word &>> UInt64(truncatingIfNeeded: bit & 63) & 1 != 0
  }
}
