/// The bytes of a written form as look-up compares them: the first eight, the last eight and how many.
@usableFromInline
struct FormKey {
  /// The first eight bytes, the first one lowest; bytes that are not there are 0.
  @usableFromInline let head: UInt64
  /// The last eight bytes of a longer form, else 0.
  @usableFromInline let last: UInt64
  @usableFromInline let count: Int
  /// A number that differs where the keys do, as a rule, also in its highest bits: multiplicative hashing.
  @usableFromInline let hash: UInt64

  /// The key of the bytes in a range, at least one, with the bits of `folding` set in each eight.
  @inlinable
  @inline(__always)
  init(_ bytes: Span<UInt8>, _ range: Range<Int>, folding bits: UInt64) {
    count = range.count
    // Selections and no branches: whether a word is long could not be guessed.
    let isLong = count > 8
    let first = bytes.eightBytes(at: range.lowerBound) | bits
    let end = bytes.eightBytes(at: isLong ? range.upperBound - 8 : range.lowerBound) | bits
    head = FormKey.head(first, count: isLong ? 8 : count)
    last = isLong ? end : 0
    hash = FormKey.hash(head: head ^ last &* 0xC2B2_AE3D_27D4_EB4F)
  }

  /// What makes eight ASCII letters small.
  @inlinable static var capitalBits: UInt64 { 0x2020_2020_2020_2020 }

  /// The head of a form of `count` bytes, one to eight, that `word` begins with.
  @inlinable
  @inline(__always)
  static func head(_ word: UInt64, count: Int) -> UInt64 {
    word & (UInt64.max &>> UInt64(truncatingIfNeeded: 64 &- 8 &* count))
  }

  /// The hash of a form of up to eight bytes.
  @inlinable
  @inline(__always)
  static func hash(head: UInt64) -> UInt64 { head &* 0x9E37_79B9_7F4A_7C15 }
}
