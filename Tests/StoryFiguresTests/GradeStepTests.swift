import Lexicon
import StoryAnalysis
import StoryFigures
import Testing

@Suite struct GradeStepTests {
  static func graded(
    _ count: Int, _ rating: Double, _ scale: GradeScale, _ drivers: [Driver] = [],
    flags: [String] = []
  ) -> [FigureRow] {
    (0..<count).map { _ in
      row("n", rating: rating, scale: scale, drivers: drivers, flags: flags)
    }
  }

  @Test func theLogOddsAreThoseOfJeffreysPrior() throws {
    // python3 -c "import numpy as np
    // c=np.array([30.5,130.5,2.5,27.5]);print(np.log(c[0]/c[1])-np.log(c[2]/c[3]),np.sqrt((1/c).sum()))"
    let step = GradeStep(
      Self.graded(30, 5, .oneToFive, [.speed, .speed]) + Self.graded(130, 5, .oneToFive)
        + Self.graded(2, 4, .oneToFive, [.speed]) + Self.graded(23, 4, .oneToFive)
        + Self.graded(4, 4, .oneToFive, [.price]) + Self.graded(9, 3, .oneToFive, [.rules]))
    #expect(step.nines == 160 && step.sevens == 29 && step.graded == 198)
    // Four mentions are too few, and three stars are on neither side.
    let found = try #require(step.associations.first)
    #expect(step.associations.count == 1)
    #expect(found.mention == .driver(.speed) && found.nine == 30 && found.seven == 2)
    #expect(abs(found.logOdds - GradeStepTests.logOdds) < 1e-9)
    #expect(abs(found.halfWidth - 1.9599639845 * GradeStepTests.deviation) < 1e-8)
    #expect(!found.isClear)
  }

  private static let logOdds = 0.9442487296
  private static let deviation = 0.6905167318

  @Test func intervalsHoldForAllComparisonsTogether() {
    // scipy.stats.norm.isf(0.05/2/2) = 2.2414027276
    let step = GradeStep(
      Self.graded(20, 9, .oneToTen, [.speed]) + Self.graded(20, 9.5, .zeroToTen, [])
        + Self.graded(20, 8, .oneToTen, [.price]))
    #expect(step.isMixed && step.associations.isEmpty)
    let one = GradeStep(
      Self.graded(20, 9, .oneToTen, [.speed]) + Self.graded(20, 8, .oneToTen, [.price]))
    #expect(one.associations.map(\.mention) == [.driver(.speed), .driver(.price)])
    let variance = 1 / 20.5 + 1 / 0.5 + 1 / 0.5 + 1 / 20.5
    for item in one.associations {
      #expect(abs(item.halfWidth - 2.2414027276 * variance.squareRoot()) < 1e-8)
      #expect(item.isClear)
    }
  }

  static let levels: [(GradeScale, Double, GradeScale.Level?)] = [
    (.oneToFive, 5, .nine), (.oneToFive, 4, .seven), (.oneToFive, 4.5, .seven),
    (.oneToFive, 3, nil), (.oneToTen, 9, .nine), (.oneToTen, 8.75, .seven),
    (.oneToTen, 7, .seven), (.oneToTen, 6.75, nil), (.zeroToTen, 10, .nine),
    (.percent, 90, .nine), (.percent, 70, .seven), (.percent, 9, nil),
  ]

  @Test(arguments: levels)
  func aGradeIsANineASevenOrNeither(scale: GradeScale, grade: Double, level: GradeScale.Level?) {
    #expect(scale.level(of: Fixed(rounding: grade)) == level)
  }

  @Test func withoutGradesThereIsOnlyAList() {
    let step = GradeStep(
      (0..<6).map { _ in row("E", drivers: [.person], flags: ["returning"]) }
        + (0..<9).map { _ in row("n", drivers: [.price]) })
    #expect(step.graded == 0 && step.associations.isEmpty)
    #expect(step.list.map(\.mention) == [.driver(.person), .flag("returning")])
    #expect(step.list.map(\.count) == [6, 6])
  }

  @Test func whatIsNotCountedHasNoSay() {
    let step = GradeStep([
      row("n", rating: 9, scale: .oneToTen, isDuplicate: true),
      row("n", rating: 9, scale: .oneToTen, basis: .tooShort),
      row("n", rating: 9, scale: nil), row("n", rating: nil, scale: .oneToTen),
    ])
    #expect(step.graded == 0 && step.scales.isEmpty && step.scale == nil)
  }
}
