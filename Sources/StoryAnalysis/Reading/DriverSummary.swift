import Lexicon

/// How often each driver is spoken of, and where.
struct DriverSummary: ~Copyable {
  /// No more than this many drivers are named for a text.
  private static let most = 3

  /// How often each driver is spoken of in the text, by its number.
  private var totals = SIMD16<Int32>()
  /// The segments at hand in which rules speak of drivers, with one bit a driver.
  private var mentions: [(segment: Int32, drivers: UInt16)] = []
  /// The drivers spoken of where one looks, most prominent first, with what puts them in their place.
  private var ranked: [(prominence: Int, driver: Driver)] = []

  /// Forgets the text before.
  mutating func beginText() { totals = SIMD16() }

  /// Notes which drivers the part at hand speaks of.
  mutating func read(
    _ part: TextPart, _ matches: [RuleMatch], _ segmenter: borrowing Segmenter,
    with lexicon: Lexicon
  ) {
    if !mentions.isEmpty { mentions.removeAll(keepingCapacity: true) }
    let effects = lexicon.effects
    for match in matches[part.matches] {
      let drivers = effects[match.rule].drivers
      if drivers == 0 { continue }
      let segment = segmenter.segment[match.start] - part.firstSegment
      mentions.append((segment, drivers))
    }
  }

  /// Adds what was noted of the part at hand to what the text speaks of.
  mutating func addPart() {
    for mention in mentions { totals.add(mention.drivers) }
  }

  /// The drivers of a run of segments at hand, most prominent first; of equal ones the more telling.
  mutating func drivers(in segments: Range<Int>) -> [Driver] {
    rank(in: segments)
    return ranked.map(\.driver)
  }

  /// The drivers of the whole text, those of the preferred segment first, which is at hand.
  mutating func drivers(preferring segment: Int?) -> [Driver] {
    if totals == SIMD16() { return [] }
    var named: [Driver] = []
    named.reserveCapacity(Self.most)
    if let segment {
      rank(in: segment..<(segment + 1))
      name(in: &named)
    }
    rank(totals)
    name(in: &named)
    return named
  }

  private func name(in named: inout [Driver]) {
    for (_, driver) in ranked where named.count < Self.most && !named.contains(driver) {
      named.append(driver)
    }
  }

  private mutating func rank(in segments: Range<Int>) {
    var counts = SIMD16<Int32>()
    for mention in mentions where segments.contains(Int(mention.segment)) {
      counts.add(mention.drivers)
    }
    rank(counts)
  }

  private mutating func rank(_ counts: SIMD16<Int32>) {
    if !ranked.isEmpty { ranked.removeAll(keepingCapacity: true) }
    for driver in Driver.allCases {
      let count = counts[Int(driver.rawValue)]
      if count > 0 { rank(driver, Int(count) << 8 | driver.telling) }
    }
  }

  /// Puts a driver in its place among those before it; few are named in one text.
  private mutating func rank(_ driver: Driver, _ prominence: Int) {
    var at = ranked.count
    ranked.append((prominence, driver))
    while at > 0, ranked[at - 1].prominence < prominence {
      ranked.swapAt(at - 1, at)
      at -= 1
    }
  }
}

extension Driver {
  /// Higher for what is named first of drivers that are spoken of as often: the more telling before the more general.
  fileprivate var telling: Int {
    switch self {
    case .costs: 14
    case .trust: 13
    case .reach: 12
    case .rules: 11
    case .gesture: 10
    case .promise: 9
    case .solution: 8
    case .information: 7
    case .speed: 6
    case .person: 5
    case .price: 4
    case .ease: 3
    case .place: 2
    case .product: 1
    }
  }
}

extension SIMD16<Int32> {
  /// Counts the drivers of which a bit is set.
  fileprivate mutating func add(_ drivers: UInt16) {
    var drivers = drivers
    while drivers != 0 {
      self[drivers.trailingZeroBitCount] &+= 1
      drivers &= drivers - 1
    }
  }
}
