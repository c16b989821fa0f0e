/// A hash over bytes that is the same on every machine (FNV-1a, 64 bits, folded to 32).
struct Checksum {
  private var state: UInt64 = 0xcbf2_9ce4_8422_2325

  mutating func add(_ byte: UInt8) {
    state = (state ^ UInt64(byte)) &* 0x100_0000_01b3
  }

  var value: UInt32 { UInt32(truncatingIfNeeded: state ^ (state >> 32)) }
}
