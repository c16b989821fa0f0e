import StoryAnalysis
import StoryFigures
import Testing

@Suite struct BalanceTests {
  /// Written by
  /// `python3 -c "import numpy as np
  /// for x,y,n in [(0,0,0),(1,0,1),(12,3,16),(612,200,1234),(50,50,100),(0,7,9)]:
  ///  p=(x+1)/(n+2);q=(y+1)/(n+2);d=p-q;print(x,y,n,d,1.96*np.sqrt((p+q-d*d)/(n+2)))"` (numpy 2).
  static let intervals: [(x: Int, y: Int, n: Int, centre: Double, half: Double)] = [
    (0, 0, 0, 0, 1.3859292911), (1, 0, 1, 0.3333333333, 1.0668888657),
    (12, 3, 16, 0.5, 0.3849803586), (612, 200, 1_234, 0.3333333333, 0.0412500987),
    (50, 50, 100, 0, 0.1940689184), (0, 7, 9, -0.6363636364, 0.3798849128),
  ]

  @Test(arguments: intervals)
  func theIntervalIsThatOfTheFormula(x: Int, y: Int, n: Int, centre: Double, half: Double) {
    let balance = Balance(positive: x, negative: y, of: n)
    #expect(abs(balance.centre - centre) < 1e-9)
    #expect(abs(balance.halfWidth - half) < 1e-9)
    #expect(balance.low >= -1 && balance.high <= 1)
    #expect(balance.value == (n == 0 ? nil : Double(x - y) / Double(n)))
  }

  @Test func halfWidthsAddInSquares() {
    // python3 -c "import numpy as np; print(np.hypot(0.3849803586,0.0412500987))"
    let change = Change(
      from: Balance(positive: 12, negative: 3, of: 16),
      to: Balance(positive: 612, negative: 200, of: 1_234))
    #expect(abs(change.halfWidth - 0.3871839965) < 1e-9)
    #expect(abs(change.centre + 1.0 / 6) < 1e-9)
    #expect(abs(change.value! - (412.0 / 1_234 - 9.0 / 16)) < 1e-12)
  }

  static let changes: [(first: (Int, Int, Int), second: (Int, Int, Int), said: String)] = [
    ((50, 50, 200), (80, 20, 200), "risen"), ((80, 20, 200), (50, 50, 200), "fallen"),
    ((50, 50, 200), (55, 45, 200), "unclear"), ((0, 0, 0), (5, 0, 5), "unclear"),
    ((0, 0, 0), (0, 0, 0), "unclear"), ((0, 1_000, 1_000), (1_000, 0, 1_000), "risen"),
  ]

  @Test(arguments: changes)
  func risenIsSaidOnlyWhereTheIntervalExcludesZero(
    first: (Int, Int, Int), second: (Int, Int, Int), said: String
  ) {
    let change = Change(
      from: Balance(positive: first.0, negative: first.1, of: first.2),
      to: Balance(positive: second.0, negative: second.1, of: second.2))
    #expect(change.direction.rawValue == said)
    #expect((change.direction == .unclear) == (change.low <= 0 && change.high >= 0))
  }

  @Test func cellsAndBalancesAreThoseCountedByHand() {
    let counts = ReviewCounts(
      rows("EEEennnNDDd") + [
        row("E", valence: -2_000), row("D", valence: 3_000), row("D", valence: 0),
        row("n", basis: .tooShort), row("e", basis: .noExperience),
        row("d", basis: .otherLanguage), row("d", basis: .otherLanguage),
        row("e", isDuplicate: true), row("e", basis: .tooShort, isDuplicate: true),
      ])
    #expect(counts.count == 14)
    #expect(counts.total == 20)
    #expect(StoryCell.allCases.map { counts.count($0) } == [4, 1, 3, 1, 1, 4])
    // Where label and moment disagree a story is on neither side.
    #expect(StorySide.allCases.map { counts.count($0) } == [3, 2, 3, 1])
    #expect(counts.balance(.verdict) == Balance(positive: 5, negative: 5, of: 14))
    #expect(counts.balance(.story) == Balance(positive: 3, negative: 2, of: 14))
    #expect(counts.tooShort == 2 && counts.noExperience == 1 && counts.otherLanguage == 2)
    #expect(counts.duplicates == 1)
  }

  @Test func nothingAndOneReviewGiveFigures() {
    let nothing = ReviewCounts()
    #expect(nothing.count == 0 && nothing.medianWords == nil && nothing.firstDay == nil)
    #expect(nothing.balance(.verdict).value == nil)
    #expect(LengthStandard(nothing).balance(.verdict, of: nothing).value == nil)
    #expect(LengthStandard(nothing).share(.enthusiasticStory, in: nothing) == nil)
    let one = ReviewCounts([row("D", words: 7, day: "2026-02-28")])
    #expect(one.count == 1 && one.medianWords == 7 && one.firstDay == one.lastDay)
    #expect(one.balance(.story).value == -1)
    #expect(one.balance(.story).low == -1 && one.balance(.story).high > 0)
  }

  @Test(arguments: [1, 2, 3, 4, 5] as [UInt64])
  func partsAddUpToTheWholeInAnyOrder(seed: UInt64) {
    var random = Repeatable(state: seed)
    let rows = randomRows(600, seed: seed)
    let whole = ReviewCounts(rows)
    let step = GradeStep(rows)
    for parts in [1, 2, 7, 600] {
      var groups = [[FigureRow]](repeating: [], count: parts)
      for row in rows { groups[Int.random(in: 0..<parts, using: &random)].append(row) }
      var counts = ReviewCounts()
      var steps = GradeStep()
      for group in groups.shuffled(using: &random) {
        counts.add(ReviewCounts(group))
        steps.add(GradeStep(group.shuffled(using: &random)))
      }
      #expect(counts == whole)
      #expect(steps == step)
    }
  }

  @Test func theMedianIsTheLowerMiddle() {
    for (words, median) in [([3, 1, 2], 2), ([4, 1, 2, 3], 2), ([0], 0), ([5_000, 1], 1)] {
      #expect(ReviewCounts(words.map { row("n", words: $0) }).medianWords == median)
    }
    // From a thousand on lengths are counted together.
    #expect(ReviewCounts([row("n", words: 5_000)]).medianWords == 1_000)
  }
}
