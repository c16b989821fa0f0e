import Foundation
import Lexicon
import Testing

@testable import StoryAnalysis

/// How much of a text is quoted as its moment.
@Suite struct MomentRunTests {
  private func run(_ scores: [Double], lengths: [Int], pairs: Double = 0.2) -> Range<Int> {
    let scores = scores.map { Fixed(rounding: $0) }
    let peak = scores.indices.max { (scores[$0], -$0) < (scores[$1], -$1) }!
    return MomentRun(peak: peak, segments: scores.indices, pairs: pairs)
      .best {
        scores[$0]
      } length: {
        lengths[$0]
      }
  }

  @Test func whatStandsOutIsQuotedAlone() {
    #expect(run([0, 3, 0], lengths: [50, 50, 50]) == 1..<2)
    #expect(run([2], lengths: [50]) == 0..<1)
  }

  @Test func twoOfWhichEitherMayBeMeantAreQuotedTogether() {
    #expect(run([0, 3, 2.9, 0], lengths: [50, 50, 50, 50]) == 1..<3)
    #expect(run([2.9, 3, 0, 0], lengths: [50, 50, 50, 50]) == 0..<2)
  }

  @Test func aShortNeighbourCostsLittleAndALongOneMuch() {
    #expect(run([0, 3, 2], lengths: [50, 50, 20]) == 1..<3)
    #expect(run([0, 3, 2], lengths: [50, 50, 200]) == 1..<2)
  }

  /// Every run of two segments at most that could be quoted, over the whole text, against every one that a reader could quote.
  @Test(arguments: 0..<200)
  func itIsTheBestOfAllRunsWithThePeak(seed: UInt64) {
    var generator = RepeatableGenerator(state: seed)
    let count = Int.random(in: 1...12, using: &generator)
    let scores = (0..<count).map { _ in Double.random(in: -2...2, using: &generator) }
    let lengths = (0..<count).map { _ in Int.random(in: 1...200, using: &generator) }
    let pairs = Double.random(in: 0...1, using: &generator)
    let held = scores.map { Fixed(rounding: $0).asDouble }
    let peak = held.firstIndex(of: held.max()!)!

    var starts = [0]
    for length in lengths { starts.append(starts.last! + length) }
    let runs = (0..<count).flatMap { first in
      (first + 1...min(first + 2, count)).map { first..<$0 }
    }
    func expectedOverlap(_ quoted: Range<Int>) -> Double {
      var sum = 0.0
      for other in runs {
        let (mine, theirs) = (Set(quoted.bytes(starts)), Set(other.bytes(starts)))
        let overlap =
          2 * Double(mine.intersection(theirs).count) / Double(mine.count + theirs.count)
        let weight = other.map { exp(held[$0]) }.max()!
        sum += (other.count == 2 ? pairs : 1 - pairs) * weight * overlap
      }
      return sum
    }
    let best = runs.filter { $0.contains(peak) }.map(expectedOverlap).max()!
    let found = run(scores, lengths: lengths, pairs: pairs)
    #expect(found.contains(peak) && found.count <= 2)
    #expect(abs(expectedOverlap(found) - best) < 1e-9 * best)
  }
}

extension Range<Int> {
  /// The bytes of a run of segments that begin at `starts`.
  fileprivate func bytes(_ starts: [Int]) -> Range<Int> {
    starts[lowerBound]..<starts[upperBound]
  }
}
