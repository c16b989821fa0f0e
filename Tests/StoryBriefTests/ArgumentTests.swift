import Lexicon
import StoryAnalysis
import Testing

@testable import StoryBrief

/// The reasons of a text in words, also of one as long as a book.
@Suite struct ArgumentTests {
  static func reason(_ span: Range<Int>, _ weight: Fixed, _ rule: String = "positive") -> Reason {
    Reason(target: .story, span: span, spanUTF16: span, rule: rule, weight: weight)
  }

  @Test func theStrongestWordsThatAreNoPartOfOthersAreQuoted() throws {
    let text = Array("zwak zeer sterk sterk matig klein".utf8)
    let reasons = [
      Self.reason(0..<4, 20), Self.reason(5..<15, 500), Self.reason(10..<15, 900),
      Self.reason(22..<27, -300), Self.reason(28..<33, 10), Self.reason(16..<21, 100),
    ]
    let points = Argument(reasons, lexicon: try Lexicon.load(), text: text).points(for: .story)
    #expect(points.map(\.weight) == [1_230])
    #expect(points.first?.quotes == ["“zwak”", "“zeer sterk”", "“matig”"])
    #expect(points.first?.spans == [0..<4, 5..<15, 22..<27])
  }

  /// Sums are held at the ends of the range, and nothing grows with the square of the number of words.
  @Test func aBookOfReasonsIsSummedUp() throws {
    let words = (0..<60_000).map { "woord\($0)" }
    let text = Array(words.joined(separator: " ").utf8)
    var start = 0
    let reasons = words.map { word in
      defer { start += word.utf8.count + 1 }
      return Self.reason(start..<start + word.utf8.count, .max)
    }
    let argument = Argument(reasons, lexicon: try Lexicon.load(), text: text)
    let points = argument.points(for: .story)
    #expect(points.map(\.weight) == [.max])
    #expect(points.first?.quotes.count == 3)
    let against = argument.points(for: .memorability, against: .story)
    #expect(against.map(\.weight) == [-.max])
  }
}
