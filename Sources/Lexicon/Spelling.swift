/// The bytes of a written form as a key, with its first eight as a number: most forms are told apart by that.
struct Spelling: Hashable, Comparable {
  let bytes: [UInt8]
  /// The first eight bytes, the first one highest; bytes that are not there are 0.
  private let head: UInt64

  init(_ bytes: some Collection<UInt8>) {
    self.bytes = Array(bytes)
    var head: UInt64 = 0
    for at in 0..<8 { head = head << 8 | (at < self.bytes.count ? UInt64(self.bytes[at]) : 0) }
    self.head = head
  }

  static func == (one: Spelling, other: Spelling) -> Bool {
    one.head == other.head && one.bytes.count == other.bytes.count
      && (one.bytes.count <= 8 || one.bytes == other.bytes)
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(head)
    if bytes.count > 8 { unsafe bytes.withUnsafeBytes { unsafe hasher.combine(bytes: $0) } }
  }

  /// In the order of their bytes.
  static func < (one: Spelling, other: Spelling) -> Bool {
    if one.head != other.head { return one.head < other.head }
    return one.bytes.lexicographicallyPrecedes(other.bytes)
  }
}
