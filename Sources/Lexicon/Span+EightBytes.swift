extension Span<UInt8> {
  /// The eight bytes at `index`, the first one lowest; nil where fewer are left.
  ///
  /// Words are read so: most have no more than eight letters, so that one load takes them whole.
  @inlinable
  @inline(__always)
  public func wholeEightBytes(at index: Int) -> UInt64? {
    guard count &- index >= 8 else { return nil }
    // The load checks its bounds; every bit pattern is a UInt64.
    let raw = unsafe bytes
    return unsafe raw.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian
  }

  /// The eight bytes at `index`, the first one lowest; those beyond the end are 0.
  @inlinable
  @inline(__always)
  public func eightBytes(at index: Int) -> UInt64 {
    wholeEightBytes(at: index) ?? lastBytes(at: index)
  }

  /// The bytes from `index` on, which are fewer than eight.
  @usableFromInline
  func lastBytes(at index: Int) -> UInt64 {
    if count >= 8 { return eightBytes(at: count - 8) >> UInt64(8 * (index + 8 - count)) }
    var word: UInt64 = 0
    for at in stride(from: count - 1, through: index, by: -1) {
      word = word << 8 | UInt64(self[at])
    }
    return word
  }
}
