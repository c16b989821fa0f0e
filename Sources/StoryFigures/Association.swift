import Essentials

/// How much more often something is mentioned in one group of reviews than in another.
///
/// The log-odds ratio with Jeffreys' prior, half a review in each of the four cells, and the variance that goes with it (Gart
/// and Zweifel, 1967): the sum of one over each cell. It tells what goes together, not what causes what.
public struct Association: Sendable, Hashable {
  public let mention: Mention
  /// Reviews with the mention, with grade "9" and with grade "7".
  public let nine: Int
  public let seven: Int
  /// Above 0 where the nines have it more often.
  public let logOdds: Double
  public let halfWidth: Double

  /// - Parameter deviations: how many standard deviations the interval reaches to either side.
  init(
    _ mention: Mention, nine: Int, of nines: Int, seven: Int, of sevens: Int, deviations: Double
  ) {
    self.mention = mention
    self.nine = nine
    self.seven = seven
    let cells = [nine, nines - nine, seven, sevens - seven].map { Double($0) + 0.5 }
    logOdds = log(cells[0] / cells[1]) - log(cells[2] / cells[3])
    halfWidth = deviations * cells.reduce(0) { $0 + 1 / $1 }.squareRoot()
  }

  /// How many standard deviations an interval reaches that holds in 95 % for so many comparisons together (Bonferroni).
  static func deviations(forComparisons count: Int) -> Double {
    let tail = 0.05 / Double(max(1, count))
    var (low, high) = (0.0, 40.0)
    for _ in 0..<80 {
      let middle = (low + high) / 2
      if erfc(middle / 2.0.squareRoot()) > tail { low = middle } else { high = middle }
    }
    return high
  }

  public var low: Double { logOdds - halfWidth }
  public var high: Double { logOdds + halfWidth }
  public var isClear: Bool { low > 0 || high < 0 }
}
