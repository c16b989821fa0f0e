/// A 64-bit FNV-1a hash over bytes with a final mix, stable between runs and machines.
struct Fingerprint {
  private var state: UInt64 = 0xcbf2_9ce4_8422_2325

  mutating func add(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    for at in range { add(bytes[at]) }
    end()
  }

  /// Adds a byte of a value.
  mutating func add(_ byte: UInt8) { state = (state ^ UInt64(byte)) &* 0x100_0000_01b3 }

  /// Ends a value: an end mark keeps "ab" + "c" apart from "a" + "bc".
  mutating func end() { add(0xFF) }

  /// The hash, mixed so that all bits depend on all input (the finisher of SplitMix64).
  var value: UInt64 {
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }

  /// What a review without an id column is known by, whatever run or version it is.
  static func content(_ bytes: Span<UInt8>, text: Range<Int>, date: Range<Int>) -> UInt64 {
    var content = Fingerprint()
    content.add(bytes, text)
    content.add(bytes, date)
    return content.value
  }

  /// Sixteen hexadecimal digits.
  static func hexadecimal(_ value: UInt64) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
