import Lexicon
import Testing

@testable import StoryAnalysis

/// Texts as long as a record may be: no trap, and no step that grows with the square of the length.
@Suite struct LongTextTests {
  @Test(arguments: [
    "! ", "nog nooit ", "Geweldig! ", "niet goed ", "de tafel stond daar ", ":", ";", ",", "a.b",
    "(", "\u{1F44D}", "é", "als ze ", "\n\n", "slecht als ze waren ",
    "bij mijn vorige bank slecht ", "zonder leestekens loopt het door en dan ",
  ])
  func aLongTextIsAnalysed(piece: String) throws {
    let analyzer = try AnalysisTests.analyzer.get()
    let text = String(repeating: piece, count: 60_000 / piece.utf8.count)
    let analysis = analyzer.analyze(text, detail: [.reasons])
    #expect(Label.allCases.reduce(0) { $0 + analysis.probabilities[$1] } > 9_990)
    #expect(analysis.memorability >= 0 && analysis.memorability <= 3 * Fixed.one)
  }

  static let sums: [(Fixed, Fixed, Fixed)] = [
    (.max, .max, .max), (.min, -1, .min), (1, 2, 3), (.max, .min, -1),
  ]

  @Test(arguments: sums)
  func aSumIsHeldAtTheEndsOfTheRange(first: Fixed, second: Fixed, expected: Fixed) {
    #expect(first.plus(second) == expected)
  }
}
