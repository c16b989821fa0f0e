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
    var number: Int32
    var place: PatternPlaces.Place
    var looks: Double
    var occurrences: Double
  }

  private var bits: [Int32: Bits] = [:]

  init(_ entries: [Entry]) {
    // What is often looked for should not share a bit with what is common: places are alike in this that share the
    // first, and have words in common that share the second.
    let byRatio = entries.sorted {
      ($0.looks * $1.occurrences, $0.number) < ($1.looks * $0.occurrences, $1.number)
    }
    let byWords = entries.sorted {
      ($0.place.classes.rawValue, $0.place.forms.first ?? 0, $0.number)
        < ($1.place.classes.rawValue, $1.place.forms.first ?? 0, $1.number)
    }
    share(byRatio, \.first)
    share(byWords, \.second)
  }

  /// Gives each bit as much of what is looked for and what occurs as any other.
  private mutating func share(_ entries: [Entry], _ bit: WritableKeyPath<Bits, UInt8>) {
    let shares = entries.map { ($0.looks * $0.occurrences).squareRoot() }
    let whole = shares.reduce(0, +)
    var sum = 0.0
    for (entry, share) in zip(entries, shares) {
      bits[entry.number, default: .everywhere][keyPath: bit] = UInt8(1 + min(63 * sum / whole, 62))
      sum += share
    }
  }

  subscript(place: Int32) -> Bits { bits[place] ?? .everywhere }
}
