/// How many reviews have each number of words.
public struct LengthHistogram: Sendable, Hashable {
  /// Numbers of words from here on are counted as this one.
  static let longest = 1_000
  /// By number of words, as far as the longest seen.
  private var counts: [Int32] = []

  mutating func add(_ words: Int) {
    let place = min(max(0, words), LengthHistogram.longest)
    if place >= counts.count {
      counts.append(contentsOf: repeatElement(0, count: place + 1 - counts.count))
    }
    counts[place] += 1
  }

  mutating func add(_ other: LengthHistogram) {
    if other.counts.count > counts.count {
      counts.append(contentsOf: repeatElement(0, count: other.counts.count - counts.count))
    }
    for (place, count) in other.counts.enumerated() { counts[place] += count }
  }

  /// The middle number of words, the lower of the two middle ones for an even count; nil for no reviews.
  public var median: Int? {
    let total = counts.reduce(0) { $0 + Int($1) }
    guard total > 0 else { return nil }
    var seen = 0
    for (words, count) in counts.enumerated() {
      seen += Int(count)
      if 2 * seen >= total { return words }
    }
    return nil
  }
}
