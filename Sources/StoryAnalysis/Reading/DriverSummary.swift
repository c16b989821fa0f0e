import Lexicon

/// How often each driver is spoken of, in each segment.
struct DriverSummary {
  /// The order of drivers that are spoken of as often: the more telling before the more general.
  private static let ranks: [Driver] = [
    .costs, .trust, .reach, .rules, .gesture, .promise, .solution, .information, .speed, .person,
    .price, .ease, .place, .product,
  ]
  /// No more than this many drivers are named for a text.
  private static let most = 3
  private static let width = Driver.allCases.count
  /// `counts[segment * width + driver]`.
  private var counts: [Int32] = []
  private var isEmpty = true

  /// Counts anew.
  mutating func count(_ matches: [RuleMatch], _ segmenter: Segmenter, with lexicon: Lexicon) {
    counts.removeAll(keepingCapacity: true)
    counts.append(contentsOf: repeatElement(0, count: segmenter.starts.count * Self.width))
    isEmpty = true
    for match in matches {
      var drivers = lexicon.effects[match.rule].drivers
      while drivers != 0 {
        let driver = drivers.trailingZeroBitCount
        counts[Int(segmenter.segment[match.start]) * Self.width + driver] += 1
        isEmpty = false
        drivers &= drivers - 1
      }
    }
  }

  /// The drivers of a run of segments, most prominent first; of equal ones the more telling.
  func drivers(in segments: Range<Int>) -> [Driver] {
    if isEmpty { return [] }
    var ranked: [Driver] = []
    var sums: [Int32] = []
    for driver in DriverSummary.ranks {
      var sum: Int32 = 0
      for segment in segments { sum += counts[segment * Self.width + Int(driver.rawValue)] }
      if sum == 0 { continue }
      // Few drivers are named in one text: each takes its place among those before it.
      let place = sums.firstIndex { $0 < sum } ?? sums.count
      ranked.insert(driver, at: place)
      sums.insert(sum, at: place)
    }
    return ranked
  }

  /// The drivers of the whole text, those of the preferred segment first.
  func drivers(preferring segment: Int?) -> [Driver] {
    if isEmpty { return [] }
    let all = drivers(in: 0..<(counts.count / Self.width))
    guard let segment, !all.isEmpty else { return Array(all.prefix(Self.most)) }
    let preferred = drivers(in: segment..<(segment + 1))
    return Array((preferred + all.filter { !preferred.contains($0) }).prefix(Self.most))
  }
}
