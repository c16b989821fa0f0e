import Lexicon

/// How often each driver is spoken of, and where.
struct DriverSummary {
  /// No more than this many drivers are named for a text.
  private static let most = 3

  /// The segments in which rules speak of drivers, with one bit a driver.
  private var mentions: [(segment: Int, drivers: UInt16)] = []
  /// For each driver, how often it is spoken of where one looks; 0 between calls.
  private var counts = [Int](repeating: 0, count: Driver.allCases.count)
  /// The drivers spoken of there, most prominent first: count, telling and number in one.
  private var ranked: [Int] = []

  /// Notes anew which drivers are spoken of.
  mutating func read(_ matches: [RuleMatch], _ segmenter: Segmenter, with lexicon: Lexicon) {
    mentions.removeAll(keepingCapacity: true)
    let effects = lexicon.effects
    for match in matches {
      let drivers = effects[match.rule].drivers
      if drivers != 0 { mentions.append((Int(segmenter.segment[match.start]), drivers)) }
    }
  }

  /// The drivers of a run of segments, most prominent first; of equal ones the more telling.
  mutating func drivers(in segments: Range<Int>) -> [Driver] {
    var spoken: UInt16 = 0
    for mention in mentions where segments.contains(mention.segment) {
      spoken |= mention.drivers
      var drivers = mention.drivers
      while drivers != 0 {
        counts[drivers.trailingZeroBitCount] += 1
        drivers &= drivers - 1
      }
    }
    if spoken == 0 { return [] }
    ranked.removeAll(keepingCapacity: true)
    while spoken != 0 {
      let number = spoken.trailingZeroBitCount
      spoken &= spoken - 1
      guard let driver = Driver(rawValue: UInt8(number)) else { continue }
      rank(counts[number] << 16 | driver.telling << 8 | number)
      counts[number] = 0
    }
    return ranked.compactMap { Driver(rawValue: UInt8($0 & 0xFF)) }
  }

  /// Puts a driver in its place among those before it; few are named in one text.
  private mutating func rank(_ driver: Int) {
    var at = ranked.count
    ranked.append(driver)
    while at > 0, ranked[at - 1] < driver {
      ranked.swapAt(at - 1, at)
      at -= 1
    }
  }

  /// The drivers of the whole text, those of the preferred segment first.
  mutating func drivers(preferring segment: Int?) -> [Driver] {
    let all = 0..<Int.max
    var named = drivers(in: segment.map { $0..<($0 + 1) } ?? all)
    if segment != nil {
      for driver in drivers(in: all) where !named.contains(driver) { named.append(driver) }
    }
    if named.count > Self.most { named.removeLast(named.count - Self.most) }
    return named
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
