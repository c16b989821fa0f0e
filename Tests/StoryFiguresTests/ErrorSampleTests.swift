import StoryFigures
import Testing

@Suite struct ErrorSampleTests {
  static func sample(_ counts: [[Int]]) -> ErrorSample {
    var sample = ErrorSample()
    for (program, row) in zip([1, 0, -1], counts) {
      for (people, count) in zip([1, 0, -1], row) {
        for _ in 0..<count { sample.add(program: program, people: people) }
      }
    }
    return sample
  }

  @Test func aProgramThatIsRightHasNoError() throws {
    let balance = try #require(
      Self.sample([[9, 0, 0], [0, 9, 0], [0, 0, 9]]).balance(positive: 30, negative: 10, of: 100))
    #expect(abs(balance.value! - 0.2) < 1e-12)
    #expect(balance.low < 0.2 && balance.high > 0.2)
  }

  @Test func theBalanceOfPeopleIsTheSumOverTheSidesOfTheProgram() throws {
    // Of those it calls for, 8 of 10 are; of neither 1 of 10 is against; of those against 6 of 10 are and 1 is for.
    let sample = Self.sample([[8, 2, 0], [0, 9, 1], [1, 3, 6]])
    #expect(sample.count == 30)
    #expect(sample.counts == [[8, 2, 0], [0, 9, 1], [1, 3, 6]])
    let balance = try #require(sample.balance(positive: 30, negative: 20, of: 100))
    #expect(abs(balance.value! - (0.3 * 0.8 + 0.5 * -0.1 + 0.2 * -0.5)) < 1e-12)
    // python3 -c "import numpy as np
    // v=0;m=0;s=0
    // for w,(a,b,c) in zip([.3,.5,.2],[(8,2,0),(0,9,1),(1,3,6)]):
    //  n=a+b+c;p=(a+1)/(n+2);q=(c+1)/(n+2);d=p-q;v+=w*w*(p+q-d*d)/(n+2);t=(a-c)/n;m+=w*t;s+=w*t*t
    // print(1.96*np.sqrt(v+(s-m*m)/100))"
    #expect(abs(balance.halfWidth - ErrorSampleTests.halfWidth) < 1e-9)
  }

  private static let halfWidth = 0.2172916179

  @Test func aSideWithoutASampleIsUnknown() {
    let sample = Self.sample([[8, 2, 0], [0, 9, 1], [0, 0, 0]])
    #expect(sample.balance(positive: 30, negative: 20, of: 100) == nil)
    #expect(sample.balance(positive: 30, negative: 0, of: 100) != nil)
    #expect(sample.balance(positive: 0, negative: 0, of: 0) == nil)
    #expect(ErrorSample().balance(positive: 1, negative: 0, of: 1) == nil)
  }

  @Test func samplesAddUp() {
    var sum = Self.sample([[1, 2, 3], [4, 5, 6], [7, 8, 9]])
    sum.add(Self.sample([[1, 0, 0], [0, 1, 0], [0, 0, 1]]))
    #expect(sum == Self.sample([[2, 2, 3], [4, 6, 6], [7, 8, 10]]))
  }
}
