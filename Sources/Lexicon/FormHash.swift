/// The hash of a written form, built byte by byte (FNV-1a, 64 bits, folded to 32).
public struct FormHash: Sendable {
  @usableFromInline var state: UInt64 = 0xcbf2_9ce4_8422_2325
  /// The last eight bytes, the last one lowest.
  @usableFromInline var tail: UInt64 = 0

  @inlinable
  public init() {}

  @inlinable
  public init(of bytes: some Sequence<UInt8>) {
    for byte in bytes { add(byte) }
  }

  @inlinable
  public mutating func add(_ byte: UInt8) {
    state = (state ^ UInt64(byte)) &* 0x100_0000_01b3
    tail = tail &<< 8 | UInt64(byte)
  }

  @inlinable
  public var value: UInt32 { UInt32(truncatingIfNeeded: state ^ (state >> 32)) }
}
