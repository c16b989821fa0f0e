/// A 64-bit hash over bytes, sixteen at a time (the loop of wyhash), for telling values apart within one run.
public enum ByteHash {
  /// The hash of a range of `bytes`; `seed` may be that of what comes before it.
  public static func hash(_ bytes: Span<UInt8>, _ range: Range<Int>, seed: UInt64 = 0) -> UInt64 {
    var state = mixed(seed ^ secret, multiplier)
    var at = range.lowerBound
    let end = range.upperBound
    while end - at > 16 {
      state = mixed(bytes.word(at, count: 8) ^ secret, bytes.word(at + 8, count: 8) ^ state)
      at += 16
    }
    let first = bytes.word(at, count: min(8, end - at))
    let second = end - at > 8 ? bytes.word(at + 8, count: end - at - 8) : 0
    state = mixed(first ^ secret, second ^ state)
    return mixed(state ^ secret, UInt64(range.count) ^ multiplier)
  }

  private static let secret: UInt64 = 0xa076_1d64_78bd_642f
  private static let multiplier: UInt64 = 0xe703_7ed1_a0b4_28db

  @inline(__always)
  private static func mixed(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let product = a.multipliedFullWidth(by: b)
    return product.high ^ product.low
  }
}
