import Lexicon

/// How often each driver is spoken of, and where.
struct DriverSummary: ~Copyable {
  /// No more than this many drivers are named for a text.
  private static let most = 3

  /// The segments in which rules speak of drivers, with one bit a driver.
  private var mentions: [(segment: Int, drivers: UInt16)] = []
  /// For each driver, how often it is spoken of where one looks; 0 between calls.
  private var counts = [Int](repeating: 0, count: Driver.allCases.count)
  /// The drivers spoken of there, most prominent first, with what puts them in their place.
  private var ranked: [(prominence: Int, driver: Driver)] = []

  /// Notes anew which drivers are spoken of.
  mutating func read(
    _ part: TextPart, _ matches: [RuleMatch], _ segmenter: borrowing Segmenter,
    with lexicon: Lexicon
  ) {
    if !mentions.isEmpty { mentions.removeAll(keepingCapacity: true) }
    let effects = lexicon.effects
    for match in matches[part.matches] {
      let drivers = effects[match.rule].drivers
      if drivers == 0 { continue }
      let segment = Int(segmenter.segment[match.start] - part.firstSegment)
      mentions.append((segment, drivers))
    }
  }

  /// The drivers of a run of segments, most prominent first; of equal ones the more telling.
  mutating func drivers(in segments: Range<Int>) -> [Driver] {
    rank(in: segments)
    return ranked.map(\.driver)
  }

  /// The drivers of the whole text, those of the preferred segment first.
  mutating func drivers(preferring segment: Int?) -> [Driver] {
    if mentions.isEmpty { return [] }
    var named: [Driver] = []
    named.reserveCapacity(Self.most)
    if let segment {
      rank(in: segment..<(segment + 1))
      name(in: &named)
    }
    rank(in: 0..<Int.max)
    name(in: &named)
    return named
  }

  private func name(in named: inout [Driver]) {
    for (_, driver) in ranked where named.count < Self.most && !named.contains(driver) {
      named.append(driver)
    }
  }

  private mutating func rank(in segments: Range<Int>) {
    if !ranked.isEmpty { ranked.removeAll(keepingCapacity: true) }
    var spoken: UInt16 = 0
    for mention in mentions where segments.contains(mention.segment) {
      spoken |= mention.drivers
      var drivers = mention.drivers
      while drivers != 0 {
        counts[drivers.trailingZeroBitCount] += 1
        drivers &= drivers - 1
      }
    }
    while spoken != 0 {
      let number = spoken.trailingZeroBitCount
      spoken &= spoken - 1
      guard let driver = Driver(rawValue: UInt8(number)) else { continue }
      rank(driver, counts[number] << 8 | driver.telling)
      counts[number] = 0
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
