/// A hash over bytes that is the same on every machine: FNV-1a over eight bytes at a time, folded to 32 bits.
struct Checksum {
  private var state: UInt64 = 0xcbf2_9ce4_8422_2325

  /// Adds some bytes and how many they are.
  mutating func add(_ bytes: Span<UInt8>) {
    for at in stride(from: 0, to: bytes.count, by: 8) { add(bytes.eightBytes(at: at)) }
    add(UInt64(bytes.count))
  }

  private mutating func add(_ word: UInt64) {
    // A product's low bits depend on nothing above them: the high ones are brought down.
    state = (state ^ word) &* 0x100_0000_01b3
    state ^= state >> 32
  }

  var value: UInt32 { UInt32(truncatingIfNeeded: state ^ (state >> 32)) }
}
