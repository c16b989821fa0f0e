import Foundation
import Lexicon
import Testing

@testable import StoryAnalysis

/// Which form of the tables a token is, however it is spelled.
@Suite struct SymbolReaderTests {
  /// The forms of the tokens of a text; empty for what no table holds.
  static func forms(_ text: String) throws -> [String] {
    let analyzer = try AnalysisTests.analyzer.get()
    let bytes = Array(text.utf8)
    var reader = SymbolReader()
    var symbols: [Symbol] = []
    reader.read(
      analyzer.tokens(of: bytes), in: bytes.span, with: analyzer.lexicon, into: &symbols)
    return symbols.map { $0.form == 0 ? "" : analyzer.lexicon.forms.spelling(of: $0.form) }
  }

  @Test(arguments: [
    ("Zo´n", "zo'n"), ("zo`n", "zo'n"), ("zo\u{2032}n", "zo'n"), ("zo\u{2BC}n", "zo'n"),
    ("zo\u{92}n", "zo'n"), ("zo’n", "zo'n"), ("e\u{2011}mail", "e-mail"),
    ("e\u{2010}mail", "e-mail"), ("vrien\u{AD}de\u{AD}lijk", "vriendelijk"),
    ("\u{AD}", ""), ("geli\u{301}j\u{301}k", "gelijk"), ("ÉÉN", "één"), ("Eén", "één"),
    ("Eérst", "eerst"), ("×", ""),
  ])
  func aWordIsTheSameWithOtherSigns(text: String, expected: String) throws {
    #expect(try Self.forms(text) == [expected])
  }

  @Test(arguments: [
    ("⭐\u{FE0F}", "⭐"), ("👍🏽", "👍"), ("👎🏼", "👎"), ("🙏🏾", "🙏"), ("💪🏻", "💪"), ("🙌🏻", "🙌"),
    ("❤\u{FE0E}", "❤"), (":((", ":("), (":)))", ":)"), (":-))", ":-)"), (":'((", ":'("),
    (";))", ";)"),
    (":DD", ":d"), ("🦄🏽", ""),
  ])
  func aFaceIsTheSameHoweverItIsShown(text: String, expected: String) throws {
    #expect(try Self.forms(text) == [expected])
  }

  @Test(arguments: [
    ("Heeeeellll", "heel"), ("Noooooooiiiit", "nooit"), ("saaaaaaiiiii", "saai"),
    ("suuuuperrrr", "super"),
    ("lekkkkkerrrr", "lekker"), ("zooo", "zo"), ("jaaaaa", "ja"), ("duuuur", "duur"),
    ("mooooiii", "mooi"),
    ("gooooeeeedeeee", "goede"), ("zóóóó", "zo"), ("heeel-mooooi", ""), ("xxxyyyzzzqqq", ""),
  ])
  func lettersHeldOnAreCutOneRunAfterAnother(text: String, expected: String) throws {
    #expect(try Self.forms(text) == [expected])
  }

  /// Letters with their accents apart, as some systems write them, must not make another text.
  @Test func accentsWrittenApartChangeNothing() throws {
    let analyzer = try AnalysisTests.analyzer.get()
    let texts =
      try CorpusFiles.entries().map(\.whole) + [
        "Één ster, écht waar: de crème brûlée was één en al zout.", "Hé, dát was vóór de scène.",
        "Zeer tevreden over de reünie, de garçon en de señora.", "De coöperatie belde gêneloos.",
      ]
    let accented = texts.filter {
      $0.decomposedStringWithCanonicalMapping.utf8.count > $0.utf8.count
    }
    #expect(accented.count > 10)
    for text in accented {
      let apart = analyzer.analyze(text.decomposedStringWithCanonicalMapping)
      let composed = analyzer.analyze(text.precomposedStringWithCanonicalMapping)
      #expect(apart.probabilities == composed.probabilities, "\(text)")
    }
  }
}
