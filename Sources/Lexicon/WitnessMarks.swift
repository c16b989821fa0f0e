/// The marks that tell which places of patterns a token may take: two bits for each place, of two times 64, which others
/// share. A token that has one of them by chance seldom has the other too.
struct WitnessMarks {
  /// The numbers of the bits, in the first and in the second word.
  struct Bits: Sendable {
    /// Every token has these.
    static let everywhere = Bits(first: 0, second: 0)

    fileprivate(set) var first: UInt8
    fileprivate(set) var second: UInt8

    var mask: SIMD2<UInt64> { SIMD2(1 << UInt64(first), 1 << UInt64(second)) }
  }

  /// A place, how often it is looked for in a million tokens, and how many of them can take it.
  struct Entry {
    /// What may stand in it: the number of its set of classes, and the first of its forms if any.
    var classes: UInt16
    var form: Int32
    var looks: Double
    var occurrences: Double
  }

  private var bits: [Bits]

  /// - Parameter entries: one for each place, by its number.
  init(_ entries: [Entry]) {
    bits = Array(repeating: .everywhere, count: entries.count)
    // What is often looked for should not share a bit with what is common: places are alike in this that share the
    // first, and have words in common that share the second.
    let byRatio = WitnessMarks.sorted(entries) {
      UInt64(Float($0.looks / $0.occurrences).bitPattern)
    }
    let byWords = WitnessMarks.sorted(entries) {
      UInt64($0.classes) << 20 | UInt64($0.form)
    }
    share(entries, in: byRatio, \.first)
    share(entries, in: byWords, \.second)
  }

  /// The numbers of entries in the order of their keys, of up to 36 bits; in one number with the key each, they are
  /// sorted in a quarter of the time.
  private static func sorted(_ entries: [Entry], by key: (Entry) -> UInt64) -> [Int] {
    var keys: [UInt64] = []
    keys.reserveCapacity(entries.count)
    for (number, entry) in entries.enumerated() {
      keys.append(key(entry) << 28 | UInt64(number))
    }
    keys.sort()
    return keys.map { Int($0 & 0xFFF_FFFF) }
  }

  /// Gives each bit as much of what is looked for and what occurs as any other.
  private mutating func share(
    _ entries: [Entry], in order: [Int], _ bit: WritableKeyPath<Bits, UInt8>
  ) {
    let shares = order.map { (entries[$0].looks * entries[$0].occurrences).squareRoot() }
    let whole = shares.reduce(0, +)
    var sum = 0.0
    for (number, share) in zip(order, shares) {
      bits[number][keyPath: bit] = UInt8(1 + min(63 * sum / whole, 62))
      sum += share
    }
  }

  subscript(number: Int) -> Bits { bits[number] }
}
