import Foundation
import Lexicon
import Testing

@testable import StoryAnalysis

/// What is worked out fast, against what is worked out plainly.
@Suite struct ScoringTests {
  /// Numbers that are met in scores, those at the ends of their ranges, and any others.
  static func values(upTo most: Fixed) -> [Fixed] {
    var generator = RepeatableGenerator(state: 11)
    let random = (0..<300).map { _ in
      most >> Fixed.random(in: 0...20, using: &generator)
        - Fixed.random(in: 0...9, using: &generator)
    }
    return [0, 1, 2, 4_999, 5_000, 5_001, 9_999, 10_000, 10_001, 12_500, 40_000, most - 1, most]
      + random.filter { $0 >= 0 }
  }

  @Test func aFactorGivesTheProductsOfFixedNumbers() {
    for weight in Self.values(upTo: 1_000_000).flatMap({ [$0, -$0] }) {
      let factor = Double(factor: weight, of: Fixed.one)
      let wrong = Self.values(upTo: .max).filter {
        Fixed(held: Int64((Double($0) * factor).nearestWhole)) != $0.times(weight)
      }
      #expect(wrong == [], "times \(weight)")
    }
  }

  @Test func aProductThatEndsInAHalfIsRoundedAwayFromZero() {
    for odd in stride(from: Fixed(1), to: 400_000, by: 3_998) {
      for (value, weight) in [(odd, Fixed(5_000)), (1_000 * 5, odd), (odd, -15_000)] {
        let product = (Double(value) * Double(factor: weight, of: Fixed.one)).nearestWhole
        #expect(Fixed(product) == value.times(weight), "\(value) times \(weight)")
      }
    }
  }

  @Test func aFactorGivesTheQuotientsOfFixedNumbers() {
    for divisor in Self.values(upTo: .max) where divisor > 0 {
      let factor = Double(factor: Fixed.one, of: divisor)
      let wrong = Self.values(upTo: .max).filter {
        Fixed(held: Int64((Double($0) * factor).nearestWhole)) != $0.divided(by: divisor)
      }
      #expect(wrong == [], "by \(divisor)")
    }
  }

  @Test func targetsTogetherGiveWhatEachGivesAlone() {
    var generator = RepeatableGenerator(state: 5)
    for _ in 0..<500 {
      let value = Double(Fixed.random(in: 0...400_000, using: &generator))
      let factors = (0..<4).map { _ in
        Double(factor: Fixed.random(in: -90_000...90_000, using: &generator), of: Fixed.one)
      }
      let together = (SIMD4(factors) * value).nearestWhole
      #expect((0..<4).map { together[$0] } == factors.map { ($0 * value).nearestWhole })
    }
  }

  @Test(
    arguments: [
      ([], 0.0), ([20_000], 2.0), ([0, 0], 0.6931), ([10_000, 20_000, 30_000], 3.4076),
      ([-5_000, -5_000, -5_000, -5_000], 0.8863), ([4_000_000, 0], 400.0),
    ] as [([Double], Double)])
  func powersAreSummed(scores: [Double], expected: Double) {
    #expect(Link.sumOfPowers(scores) == Fixed(rounding: expected))
  }

  /// p (1 + 2g), by the probabilities of a story and of a higher grade.
  @Test func memorabilityIsTheExpectedGrade() {
    for story in stride(from: Fixed(-150_000), through: 150_000, by: 7_500) {
      for grade in stride(from: Fixed(-60_000), through: 60_000, by: 7_500) {
        let tells = 1 / (1 + exp(-story.asDouble))
        let isHigher = 1 / (1 + exp(-grade.asDouble))
        let score = Link.memorability(story: story, grade: grade)
        let expected = Fixed(rounding: tells * (1 + 2 * isHigher))
        #expect(abs(Link.logistic(score, top: 3) - expected) <= 1, "\(story) \(grade)")
      }
    }
    for (story, grade, expected) in [(Fixed.max, Fixed.max, 3), (.max, .min, 1), (.min, .max, 0)] {
      let score = Link.memorability(story: story, grade: grade)
      #expect(Link.logistic(score, top: 3) == Fixed.one * Fixed(expected))
    }
  }

  @Test func unitsOfUTF16AreCountedAsStringsCountThem() {
    let pieces = ["a", "é", "€", "👍🏽", " de monteur ", "🇳🇱"]
    var generator = RepeatableGenerator(state: 7)
    for length in 0..<200 {
      let text = (0..<length).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      let bytes = Array(text.utf8)
      #expect(bytes.span.utf16Length(of: 0..<bytes.count) == text.utf16.count)
    }
  }
}
