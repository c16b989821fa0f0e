/// What the program said of reviews that people have judged, as far as a balance depends on it.
///
/// It tells what people would have found (Tenenbein, 1970): of the reviews that the program puts on each side, the sample
/// says how people would divide them, so that the balance by people is Σ share(k) · balance by people within k over the sides k of the
/// program. That holds as far as those shares are the same in the sample and in the reviews.
public struct ErrorSample: Sendable, Hashable {
  /// By the program's side, then by that of people: for, neither, against.
  public private(set) var counts = [[Int]](repeating: [0, 0, 0], count: 3)

  public init() {}

  /// - Parameters: 1 for a review that is for, -1 for one that is against, 0 for one on neither side.
  public mutating func add(program: Int, people: Int) {
    counts[1 - program.signum()][1 - people.signum()] += 1
  }

  public mutating func add(_ other: ErrorSample) {
    for row in counts.indices {
      for column in counts.indices { counts[row][column] += other.counts[row][column] }
    }
  }

  public var count: Int { counts.reduce(0) { $0 + $1.reduce(0, +) } }

  /// The balance that people would have found.
  ///
  /// - Returns: nil where the program puts reviews on a side of which the sample holds none.
  public func balance(positive: Int, negative: Int, of count: Int) -> Balance? {
    guard count > 0 else { return nil }
    let sides = [positive, count - positive - negative, negative]
    var value = 0.0
    var variance = 0.0
    var second = 0.0
    for (side, row) in zip(sides, counts) where side > 0 {
      let share = Double(side) / Double(count)
      let sampled = row.reduce(0, +)
      guard sampled > 0 else { return nil }
      let within = Double(row[0] - row[2]) / Double(sampled)
      value += share * within
      second += share * within * within
      // How well the sample knows this side.
      variance +=
        share * share * Balance.Share(positive: row[0], negative: row[2], of: sampled).variance
    }
    // How well the reviews know the shares of the sides (delta method of a multinomial).
    variance += max(0, second - value * value) / Double(count)
    return Balance(value: value, centre: value, variance: variance)
  }
}
