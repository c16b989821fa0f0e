/// The bytes of a written form as look-up compares them: the first eight, the last eight and how many.
///
/// Most words of a text have no more than eight letters, so that one load from memory takes them whole.
struct FormKey {
  /// The first eight bytes, the first one lowest; bytes that are not there are 0.
  let head: UInt64
  /// The last eight bytes of a longer form, else 0.
  let last: UInt64
  let count: Int

  init(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    count = range.count
    head = FormKey.word(bytes, range.lowerBound, min(8, range.count))
    last = range.count > 8 ? FormKey.word(bytes, range.upperBound - 8, 8) : 0
  }

  /// The key of a range that holds only ASCII letters, capitals read as small ones.
  @inline(__always)
  init(letters bytes: Span<UInt8>, _ range: Range<Int>) {
    count = range.count
    let taken = min(8, range.count)
    let mask = UInt64.max >> UInt64(8 * (8 - taken))
    head = (FormKey.word(bytes, range.lowerBound, taken) | FormKey.capitalBit) & mask
    last =
      range.count > 8
      ? FormKey.word(bytes, range.upperBound - 8, 8) | FormKey.capitalBit : 0
  }

  /// A number that differs where the keys do, as a rule, also in its highest bits: multiplicative hashing.
  @inline(__always)
  var hash: UInt64 {
    (head ^ (last &+ UInt64(truncatingIfNeeded: count)) &* 0xC2B2_AE3D_27D4_EB4F)
      &* 0x9E37_79B9_7F4A_7C15
  }

  /// What makes eight ASCII letters small.
  private static let capitalBit: UInt64 = 0x2020_2020_2020_2020

  /// The first `count` bytes, at most eight, the first one lowest.
  @inline(__always)
  private static func word(_ bytes: Span<UInt8>, _ start: Int, _ count: Int) -> UInt64 {
    if start + 8 <= bytes.count {
      // The load checks its bounds; every bit pattern is a UInt64.
      let raw = unsafe bytes.bytes
      let word = unsafe raw.unsafeLoadUnaligned(fromByteOffset: start, as: UInt64.self).littleEndian
      return word & (UInt64.max >> UInt64(8 * (8 - count)))
    }
    var word: UInt64 = 0
    for offset in 0..<count { word |= UInt64(bytes[start + offset]) << UInt64(8 * offset) }
    return word
  }
}
