import Foundation
import Lexicon
import Testing

@testable import StoryAnalysis

/// What single words add to the scores.
@Suite struct WordTests {
  /// An analyser with weights for words beside those that are built in.
  static func analyzer(_ words: String) throws -> Analyzer {
    try Analyzer(
      lexicon: Lexicon.load(
        files: LexiconFile.embedded() + [
          LexiconFile(path: "nl/words.tsv", origin: "words", bytes: Array(words.utf8))
        ]))
  }

  static let few = """
    -
    monteur\t-0.1\t0.2\t0.3\t0.4\t0.5
    xylofoon\t0\t1.5\t-1.5\t0.75\t0
    de\t0.01\t0\t0\t-0.02\t0.03
    """

  /// Weights for every form that the lexicon holds and some that it does not, all different.
  static let many = Result { () throws -> Analyzer in
    let embedded = try Lexicon.load()
    var rows = ["-", few]
    for form in stride(from: 1, to: embedded.forms.count, by: 2) {
      let spelling = embedded.forms.spelling(of: Int32(form))
      let weights = (1...5).map { number in String(Fixed((form * number) % 401 - 200).asDouble) }
      rows.append(([spelling] + weights).joined(separator: "\t"))
    }
    return try analyzer(rows.joined(separator: "\n"))
  }

  /// The scores of a text, from its reasons.
  static func scores(_ analysis: Analysis) -> [ModelTarget: Fixed] {
    analysis.reasons.reduce(into: [:]) { $0[$1.target, default: 0] += $1.weight }
  }

  @Test func reasonsSumToTheScoresWithWords() throws {
    let analyzer = try Self.many.get()
    for text in try AnalysisTests.texts() {
      let analysis = analyzer.analyze(text, detail: .reasons)
      let sums = Self.scores(analysis)
      var labels = TargetScores()
      for (target, sum) in sums { labels[target] = sum }
      #expect(LabelProbabilities(labels) == analysis.probabilities, "\(text)")
      #expect(Link.logistic(sums[.story] ?? 0) == analysis.storyProbability, "\(text)")
      #expect(Link.logistic(sums[.memorability] ?? 0, top: 3) == analysis.memorability, "\(text)")
    }
  }

  /// The sum of the rows of all words of a text, held against that of a set of them.
  @Test func theSumIsThatOfEveryWordOnce() throws {
    let analyzer = try Self.many.get()
    let lexicon = analyzer.lexicon
    var sum = WordSum()
    for text in try AnalysisTests.texts() {
      let bytes = Array(text.utf8)
      let tokens = analyzer.tokens(of: bytes)
      var reader = SymbolReader()
      var symbols: [Symbol] = []
      reader.read(tokens, in: bytes.span, with: lexicon, into: &symbols)
      let expected = Set(symbols.map(\.word)).reduce(SIMD8<Int32>()) {
        $0 &+ lexicon.words.rows[Int($1)]
      }
      sum.beginText(lexicon.words)
      #expect(sum.sum(symbols[...], lexicon.words) == expected, "\(text)")
      let places = sum.places(symbols[...], lexicon.words)
      #expect(Set(places.map { symbols[$0].word }) == Set(symbols.map(\.word)).subtracting([0]))
      #expect(places.allSatisfy { at in !symbols[..<at].contains { $0.word == symbols[at].word } })
    }
  }

  @Test func aWordCountsOnceHoweverOftenItStands() throws {
    let analyzer = try Self.analyzer(Self.few)
    let text = "Een xylofoon, een XYLOFOON en nog een Xylofoon."
    let analysis = analyzer.analyze(text, detail: [.reasons, .evidence])
    let reasons = analysis.reasons.filter { $0.rule == "word:xylofoon" }
    #expect(reasons.map(\.target) == [.enthusiastic, .dissatisfied, .story])
    #expect(reasons.map(\.weight) == [15_000, -15_000, 7_500])
    #expect(reasons.allSatisfy { $0.span == 4..<12 && $0.spanUTF16 == 4..<12 && $0.isOfWord })
    let items = analysis.evidence.filter { $0.kind == "word:xylofoon" }
    #expect(items.map(\.value) == [Fixed.one])
    #expect(items.map(\.segment) == [0])
    #expect(items.map(\.segmentSpan) == [0..<text.utf8.count])
    // But for the word the verdict is that of any unknown one.
    let other = analyzer.analyze(
      text.replacing("xylofoon", with: "xylofaan").replacing("XYLOFOON", with: "XYLOFAAN")
        .replacing("Xylofoon", with: "Xylofaan"), detail: .reasons)
    // What the story's score does to the memorability is no word's.
    func direct(_ analysis: Analysis) -> [ModelTarget: Int] {
      analysis.reasons.filter { $0.rule != Evidence.story.rawValue }
        .reduce(into: [:]) { $0[$1.target, default: 0] += Int($1.weight) }
    }
    let difference = direct(analysis).merging(
      direct(other).mapValues { -$0 }, uniquingKeysWith: +
    ).filter { $0.value != 0 }
    #expect(difference == [.enthusiastic: 15_000, .dissatisfied: -15_000, .story: 7_500])
  }

  /// The row in `Lexicons/README.md` does what is said there.
  @Test func theDocumentedRowCounts() throws {
    let page = CorpusFiles.folder.deletingLastPathComponent()
      .appendingPathComponent("Lexicons/README.md")
    let text = try String(contentsOf: page, encoding: .utf8)
    let row = try #require(text.firstMatch(of: /```tsv\n(.*?)```/.dotMatchesNewlines()))
    let analyzer = try Self.analyzer(String(row.1))
    let analysis = analyzer.analyze("Wat een geweldig hotel.", detail: .reasons)
    let weights = analysis.reasons.filter { $0.rule == "word:geweldig" }.map(\.weight)
    #expect(weights == [-2_000, 3_000, -1_000, 500])
    #expect(analyzer.lexicon.phrase(for: "word:geweldig") == "the word ‘geweldig’")
  }

  @Test func whatOneTextHoldsTheNextDoesNot() throws {
    let analyzer = try Self.analyzer(Self.few)
    let text = Array("De monteur kwam.".utf8)
    let both = analyzer.analyze(
      text + text,
      texts: [0..<text.count, text.count..<(2 * text.count)].map { AnalyzedText(range: $0) },
      detail: .reasons)
    #expect(both[0] == both[1])
    #expect(both[0].reasons.contains { $0.rule == "word:monteur" })
  }

  @Test func theWordsOfATextAreThoseOfItsForms() throws {
    let words = try Analyzer().words(
      of: Array("Top!\nÉcht, de Xylofoon-ding en de XYLOFOON 5.".utf8))
    #expect(words.map(\.form) == ["top", "écht", "de", "en", "de", "xylofoon"])
    #expect(words.map(\.isKnown) == [true, true, true, true, true, false])
    #expect(words.map(\.isCapitalised) == [true, true, false, false, false, true])
    #expect(words.map(\.isFirst) == [true, true, false, false, false, false])
  }
}
