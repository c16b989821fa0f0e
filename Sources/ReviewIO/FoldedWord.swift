/// A short word without regard to the case of ASCII letters, for finding it in a list of words.
struct FoldedWord: Equatable {
  static let maximumCount = 24

  private var head: UInt64 = 0
  private var middle: UInt64 = 0
  private var tail: UInt64 = 0
  private let count: Int

  /// - Returns: `nil` for a longer one.
  init?(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    count = range.count
    guard count <= Self.maximumCount else { return nil }
    head = Self.folded(bytes, range.lowerBound, count)
    if count > 8 { middle = Self.folded(bytes, range.lowerBound + 8, count - 8) }
    if count > 16 { tail = Self.folded(bytes, range.lowerBound + 16, count - 16) }
  }

  init(_ word: String) {
    let bytes = Array(word.utf8)
    self.init(bytes.span, 0..<bytes.count)!
  }

  /// At most eight bytes, the first one lowest, with the capitals among them made small.
  private static func folded(_ bytes: Span<UInt8>, _ start: Int, _ count: Int) -> UInt64 {
    let word = bytes.word(start, count: count)
    let isASCII = ~word & 0x8080_8080_8080_8080
    let low = word & 0x7f7f_7f7f_7f7f_7f7f
    // The highest bit of each byte says whether it is at least `A`, and whether it is past `Z`.
    let fromA = low &+ 0x3f3f_3f3f_3f3f_3f3f
    let pastZ = low &+ 0x2525_2525_2525_2525
    return word | (fromA & ~pastZ & isASCII) >> 2
  }
}
