/// A 64-bit hash over bytes that is the same in every run and on every machine, for what is kept in a store.
struct StableHash {
  private var state: UInt64 = 0x243f_6a88_85a3_08d3

  /// Adds bytes and how many they are.
  mutating func add(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    var at = range.lowerBound
    while at + 8 <= range.upperBound {
      add(StableHash.word(bytes, at, 8))
      at += 8
    }
    add(StableHash.word(bytes, at, range.upperBound - at))
    add(UInt64(range.count))
  }

  mutating func add(_ word: UInt64) {
    let product = (state ^ word).multipliedFullWidth(by: 0x9e37_79b9_7f4a_7c15)
    state = (product.high ^ product.low) &+ 0xa076_1d64_78bd_642f
  }

  /// All bits depend on all input (the finisher of SplitMix64).
  var value: UInt64 { StableHash.mixed(state) }

  @inline(__always)
  static func mixed(_ word: UInt64) -> UInt64 {
    var mixed = word
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }

  /// At most eight bytes, the first one lowest.
  @inline(__always)
  private static func word(_ bytes: Span<UInt8>, _ start: Int, _ count: Int) -> UInt64 {
    if start + 8 <= bytes.count {
      let word = unsafe bytes.withUnsafeBytes {
        unsafe $0.loadUnaligned(fromByteOffset: start, as: UInt64.self)
      }.littleEndian
      return count == 8 ? word : word & ((1 << UInt64(8 * count)) - 1)
    }
    var word: UInt64 = 0
    for offset in 0..<count { word |= UInt64(bytes[start + offset]) << UInt64(8 * offset) }
    return word
  }
}
