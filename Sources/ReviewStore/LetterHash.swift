/// The hash of letters and digits that come one by one.
struct LetterHash {
  private var hash = StableHash()
  /// Bytes that are not in the hash yet, the first one lowest.
  private var word: UInt64 = 0
  private var count = 0

  /// Adds a letter as `TextSignature` folds it.
  @inline(__always)
  mutating func add(_ letter: UInt32) {
    add(byte: letter)
    if letter > 0xff {
      add(byte: letter >> 8)
      add(byte: letter >> 16)
    }
  }

  @inline(__always)
  private mutating func add(byte: UInt32) {
    word |= UInt64(byte & 0xff) &<< UInt64(8 &* (count & 7))
    count &+= 1
    guard count & 7 == 0 else { return }
    hash.add(word)
    word = 0
  }

  /// The same as that of all bytes at once; nil where there are none.
  var value: UInt64? {
    guard count > 0 else { return nil }
    var whole = hash
    whole.add(word)
    whole.add(UInt64(count))
    return whole.value
  }
}
