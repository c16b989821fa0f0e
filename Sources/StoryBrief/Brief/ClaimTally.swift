import StoryAnalysis
import StoryFigures

/// How many stories are about each claim, of all that the balance counts, whether or not they may be quoted.
struct ClaimTally {
  struct Claim {
    let match: ClaimMatch
    var confirming = 0
    var contradicting = 0
  }

  private(set) var claims: [Claim]
  private let analyzer: Analyzer

  init(_ claims: [String], analyzer: Analyzer) {
    self.claims = claims.map { Claim(match: ClaimMatch($0, analyzer: analyzer)) }
    self.analyzer = analyzer
  }

  /// - Parameter row: one that figures count.
  mutating func add(_ row: FigureRow, text: [UInt8]) {
    guard !claims.isEmpty, let side = row.side, side == .good || side == .bad else { return }
    let stems = ClaimMatch.stems(of: text, analyzer: analyzer)
    for place in claims.indices where claims[place].match.fits(stems, drivers: row.drivers) {
      if side == .good {
        claims[place].confirming += 1
      } else {
        claims[place].contradicting += 1
      }
    }
  }
}
