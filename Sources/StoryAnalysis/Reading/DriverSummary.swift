import Lexicon

/// How often each driver is spoken of, in each segment.
struct DriverSummary {
  /// No more than this many drivers are named.
  private static let most = 3
  private var counts: [Int]
  private let width = Driver.allCases.count

  init(_ matches: [RuleMatch], _ segmenter: Segmenter, with lexicon: Lexicon) {
    counts = [Int](repeating: 0, count: segmenter.starts.count * Driver.allCases.count)
    for match in matches {
      for driver in lexicon.rules[match.rule].drivers {
        counts[Int(segmenter.segment[match.start]) * width + driver.number] += 1
      }
    }
  }

  /// The drivers of a run of segments, most prominent first.
  func drivers(in segments: Range<Int>) -> [Driver] {
    ranked { driver in segments.reduce(0) { $0 + counts[$1 * width + driver] } }
  }

  /// The drivers of the whole text, those of the preferred segment first.
  func drivers(preferring segment: Int?) -> [Driver] {
    let all = ranked { driver in
      stride(from: driver, to: counts.count, by: width).reduce(0) { $0 + counts[$1] }
    }
    guard let segment else { return Array(all.prefix(DriverSummary.most)) }
    let preferred = drivers(in: segment..<(segment + 1))
    return Array((preferred + all.filter { !preferred.contains($0) }).prefix(DriverSummary.most))
  }

  private func ranked(_ count: (Int) -> Int) -> [Driver] {
    Driver.allCases.map { (driver: $0, count: count($0.number)) }
      .filter { $0.count > 0 }
      .sorted { ($1.count, $0.driver.number) < ($0.count, $1.driver.number) }
      .map(\.driver)
  }
}

extension Driver {
  /// Its place in `allCases`.
  var number: Int {
    switch self {
    case .person: 0
    case .speed: 1
    case .solution: 2
    case .gesture: 3
    case .rules: 4
    case .promise: 5
    case .information: 6
    case .product: 7
    case .price: 8
    case .ease: 9
    case .place: 10
    case .trust: 11
    case .reach: 12
    case .costs: 13
    }
  }
}
