import Essentials
import Lexicon

/// How well an order by scores serves someone who reads from the top.
struct Ranking {
  /// What each item is worth.
  let gains: [Double]
  /// By which the items are ordered, descending; equal ones stay in their order.
  let scores: [Double]

  /// The mean of the normalised discounted cumulative gain over random halves of the items.
  ///
  /// Gain is the grade, discount log2(place + 1) (Järvelin & Kekäläinen 2002); an item's place is
  /// counted within its half. The halves are drawn with a fixed seed.
  func meanNDCG(at depth: Int, halves: Int) -> Double {
    guard gains.count > 1 else { return 0 }
    var generator = SplitMix64(seed: 20)
    var order = Array(gains.indices)
    var sum = 0.0
    var counted = 0
    for _ in 0..<halves {
      order.shuffle(using: &generator)
      let half = order.prefix(order.count / 2).sorted()
      let ideal = Ranking.discounted(half.map { gains[$0] }.sorted(by: >), depth)
      guard ideal > 0 else { continue }
      let ranked = half.sorted { (scores[$1], $0) < (scores[$0], $1) }
      sum += Ranking.discounted(ranked.map { gains[$0] }, depth) / ideal
      counted += 1
    }
    return counted == 0 ? 0 : sum / Double(counted)
  }

  /// The share of items with a gain among the first `depth`; among all where there are fewer.
  func precision(at depth: Int) -> Double {
    let first = gains.indices.sorted { (scores[$1], $0) < (scores[$0], $1) }.prefix(depth)
    return first.isEmpty ? 0 : Double(first.count { gains[$0] > 0 }) / Double(first.count)
  }

  private static func discounted(_ gains: [Double], _ depth: Int) -> Double {
    gains.prefix(depth).enumerated().reduce(0) { $0 + $1.element / log2(Double($1.offset) + 2) }
  }
}
