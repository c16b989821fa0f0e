import StoryAnalysis
import StoryFigures
import Testing

@Suite struct LengthStandardTests {
  /// Ten short reviews without a story and ten long ones of which half tell a setback, and the reverse mix.
  static let short = rows(String(repeating: "n", count: 8), words: 5) + rows("nD", words: 60)
  static let long = rows("nn", words: 5) + rows("nnnnDDDD", words: 60)

  @Test func groupsThatDifferOnlyInLengthAreEqualAtEqualLengths() {
    let counts = [ReviewCounts(Self.short), ReviewCounts(Self.long)]
    var whole = counts[0]
    whole.add(counts[1])
    let standard = LengthStandard(whole)
    #expect(counts.map { $0.balance(.verdict).value } == [-0.1, -0.4])
    for group in counts {
      // Half of all reviews are long, and of those half are setbacks.
      #expect(abs(standard.balance(.verdict, of: group).value! + 0.25) < 1e-12)
      #expect(abs(standard.share(.dissatisfiedStory, in: group)! - 0.25) < 1e-12)
      #expect(standard.covers(group) && standard.coverage(of: group) == 1)
    }
    let sum = StoryCell.allCases.reduce(0) { $0 + standard.share($1, in: counts[0])! }
    #expect(abs(sum - 1) < 1e-12)
  }

  @Test func theIntervalIsThatOfTheWeightedSumOfTheBands() {
    // python3 -c "import numpy as np
    // v=c=0
    // for w,x,y,n in [(.5,0,0,8),(.5,0,1,2)]:
    //  p=(x+w)/(n+2*w);q=(y+w)/(n+2*w);d=p-q;c+=w*d;v+=w*w*(p+q-d*d)/(n+2*w)
    // print(c,1.96*np.sqrt(v))"
    var whole = ReviewCounts(Self.short)
    whole.add(ReviewCounts(Self.long))
    let balance = LengthStandard(whole).balance(.verdict, of: ReviewCounts(Self.short))
    #expect(abs(balance.centre - LengthStandardTests.centre) < 1e-9)
    #expect(abs(balance.halfWidth - LengthStandardTests.halfWidth) < 1e-9)
  }

  private static let centre = -0.1666666667
  private static let halfWidth = 0.4355555556

  @Test func oneBandGivesThePlainInterval() {
    let counts = ReviewCounts(rows("eeednnn", words: 20))
    #expect(LengthStandard(counts).balance(.verdict, of: counts) == counts.balance(.verdict))
  }

  @Test func aGroupWithoutReviewsOfSomeLengthIsNotCovered() {
    let short = ReviewCounts(rows("ne", words: 5))
    var whole = short
    whole.add(ReviewCounts(rows("nd", words: 150)))
    let standard = LengthStandard(whole)
    #expect(!standard.covers(short))
    #expect(standard.coverage(of: short) == 0.5)
    #expect(standard.balance(.verdict, of: short).value == 0.5)
  }
}
