/// Some of the witnesses of patterns, one bit each.
///
/// There are more witnesses than bits, so that a bit may say too much, never too little.
struct WitnessMask: Sendable, Hashable {
  static let capacity = 256

  private var low: UInt128 = 0
  private var high: UInt128 = 0

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
    (bit & 128 == 0 ? low : high) >> UInt128(bit & 127) & 1 != 0
  }
}
