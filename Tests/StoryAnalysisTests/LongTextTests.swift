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

  /// Reviews one behind another, long enough for many parts of any length.
  static func longTexts() throws -> [(text: String, titleLength: Int)] {
    var generator = RepeatableGenerator(state: 3)
    let reviews = try CorpusFiles.entries().map(\.whole)
    let separators = ["", " ", "\n", "\n\n", ". ", "!!! ", " 👍 ", "\u{2028}"]
    return (0..<60).map { number in
      var text = ""
      for _ in 0..<Int.random(in: 1...30, using: &generator) {
        text += reviews.randomElement(using: &generator) ?? ""
        text += separators.randomElement(using: &generator) ?? ""
      }
      return (text, number % 3 == 0 ? min(40, text.utf8.count) : 0)
    } + [
      ("", 0), ("\n\n", 0), (String(repeating: "!\n", count: 200), 0),
      (String(repeating: "? ! ", count: 3_000), 0),
      (String(repeating: "geweldig slecht niet als ze ", count: 700), 30),
      (String(repeating: "Where is my order? ", count: 40) + "Waar is het?", 0),
      (String(repeating: "Gisteren belde ineens de directeur zelf. ", count: 50), 0),
    ]
  }

  @Test(arguments: [1, 50, 400, 5_000])
  func whatIsReadPartByPartGivesWhatTheWholeGives(partLength: Int) throws {
    let analyzer = try AnalysisTests.analyzer.get()
    var storyCount = 0
    for (text, titleLength) in try Self.longTexts() {
      // Not at the start of the bytes.
      let bytes = Array(("x " + text).utf8)
      let texts = [AnalyzedText(range: 2..<bytes.count, titleLength: titleLength)]
      let parts = analyzer.analyze(bytes, texts: texts, partLength: partLength)
      #expect(parts == analyzer.analyze(bytes, texts: texts, partLength: .max), "\(text)")
      storyCount += parts[0].moments.count > 1 ? 1 : 0
    }
    #expect(storyCount > 20)
  }

  @Test func aSentenceWithoutAnEndIsCut() throws {
    var buffer = TokenBuffer()
    let tokenizer = try AnalysisTests.analyzer.get().tokenizer
    for text in [
      String(repeating: "woord ", count: 5_000), String(repeating: "? ! ", count: 2_000),
    ] {
      tokenizer.tokenize(Array(text.utf8).span, into: &buffer)
      let lengths = (0..<buffer.sentenceCount).map { buffer.tokenRange(ofSentence: $0).count }
      #expect(lengths.dropLast().allSatisfy { $0 == 1_024 } && lengths.count > 1)
    }
  }

  static let sums: [(Fixed, Fixed, Fixed)] = [
    (.max, .max, .max), (-.max, -2, -.max), (1, 2, 3), (.max, .min, -1),
  ]

  @Test(arguments: sums)
  func aSumIsHeldAtTheEndsOfTheRange(first: Fixed, second: Fixed, expected: Fixed) {
    #expect(first.plus(second) == expected)
  }
}
