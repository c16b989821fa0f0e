/// Patterns by two forms that stand next to each other in them.
///
/// Most patterns hold two known words in a row, and few pairs of words in a text are such a pair: one look at a
/// word of bits spares the search for nearly all others.
struct PatternPairs: Sendable {
  /// What the fields of a slot have room for.
  static let mostPatterns = 1 << 24

  /// An open-addressing hash table, at most half full, with a slot for each pattern of each pair: both forms and the
  /// pattern's number in one, which is 0 in an empty slot.
  private let slots: [UInt64]
  private let mask: Int
  /// No pair has more patterns than this.
  let mostMembers: Int
  /// Two bits for each pair, in one word.
  private let filter: [UInt64]
  /// How far the highest bits of a hash must be moved to number a word of the filter.
  private let shift: UInt64

  /// - Parameter entries: the first of two places in a row, the second, and the pattern's number.
  init(_ entries: [(first: Int32, second: Int32, number: Int)], of places: PatternPlaces) {
    let count = entries.reduce(0) { $0 + places[$1.first].count * places[$1.second].count }
    var capacity = 64
    while capacity < 2 * count { capacity *= 2 }
    // Eight bits a slot: of other pairs, one in a hundred finds both its bits.
    var filter = [UInt64](repeating: 0, count: capacity / 8)
    let shift = UInt64(64 - filter.count.trailingZeroBitCount)
    var slots = [UInt64](repeating: 0, count: capacity)
    for entry in entries {
      for first in places[entry.first] {
        for second in places[entry.second] {
          let key = PatternPairs.key(first, second)
          let hash = PatternPairs.hash(key)
          filter[Int(truncatingIfNeeded: hash &>> shift)] |= PatternPairs.bits(hash)
          var at = Int(truncatingIfNeeded: hash &>> 24) & (capacity - 1)
          while slots[at] != 0 { at = (at + 1) & (capacity - 1) }
          slots[at] = key << 24 | UInt64(entry.number)
        }
      }
    }
    var (run, longest) = (0, 0)
    for slot in slots {
      run = slot == 0 ? 0 : run + 1
      longest = max(longest, run)
    }
    mostMembers = longest
    self.slots = slots
    mask = capacity - 1
    self.filter = filter
    self.shift = shift
  }

  /// Has fetched what `likelihood` reads.
  @inline(__always)
  func prefetchLikelihood(_ first: Int32, _ second: Int32) {
    let hash = PatternPairs.hash(PatternPairs.key(first, second))
    filter.span.prefetch(Int(truncatingIfNeeded: hash &>> shift))
  }

  /// 1 if two forms in a row can be a pair, otherwise 0; most that are none are told apart.
  @inline(__always)
  func likelihood(_ first: Int32, _ second: Int32) -> Int {
    let hash = PatternPairs.hash(PatternPairs.key(first, second))
    let word = filter[Int(truncatingIfNeeded: hash &>> shift)]
    return Int(truncatingIfNeeded: word &>> (hash &>> 40) & word &>> (hash &>> 34) & 1)
  }

  /// Has the slot fetched in which the patterns of two forms in a row begin.
  @inline(__always)
  func prefetch(_ first: Int32, _ second: Int32) {
    slots.span.prefetch(slot(PatternPairs.key(first, second)))
  }

  @inline(__always)
  private func slot(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: PatternPairs.hash(key) &>> 24) & mask
  }

  /// Calls `body` with the number of every pattern that two forms in a row may belong to.
  @inline(__always)
  func forEach(_ first: Int32, _ second: Int32, _ body: (Int) -> Void) {
    let key = PatternPairs.key(first, second)
    var at = slot(key)
    while slots[at] != 0 {
      if slots[at] &>> 24 == key {
        body(Int(truncatingIfNeeded: slots[at] & 0xFF_FFFF))
      }
      at = (at &+ 1) & mask
    }
  }

  @inline(__always)
  private static func key(_ first: Int32, _ second: Int32) -> UInt64 {
    UInt64(truncatingIfNeeded: first) &<< 20 | UInt64(truncatingIfNeeded: second)
  }

  /// Multiplicative hashing; the product's high bits depend on both forms.
  @inline(__always)
  private static func hash(_ key: UInt64) -> UInt64 { key &* 0x9E37_79B9_7F4A_7C15 }

  /// Two of 64 bits.
  @inline(__always)
  private static func bits(_ hash: UInt64) -> UInt64 {
    1 &<< (hash &>> 40) | 1 &<< (hash &>> 34)
  }
}
