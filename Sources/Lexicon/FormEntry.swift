/// What a slot of a `FormTable` holds, or that it is free.
public struct FormEntry: Sendable {
  @usableFromInline let bits: UInt32

  @inlinable
  @inline(__always)
  init(bits: UInt32) { self.bits = bits }

  /// The number of the form; 0 if there is none.
  @inlinable
  @inline(__always)
  var number: Int { Int(bits & SpellingTable.numberBits) }

  /// 1 if the form has more than eight bytes, otherwise 0.
  @inlinable
  @inline(__always)
  var isLong: UInt64 { UInt64(truncatingIfNeeded: bits &>> 31) }

  /// Stands where nothing was looked up.
  public static let none = FormEntry(bits: 0)
}
