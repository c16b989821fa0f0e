import Lexicon
import Testing

@testable import StoryAnalysis

@Suite struct LexiconExampleTests {
  @Test func everyExampleOfEveryRuleHolds() throws {
    let check = LexiconCheck(try Analyzer())
    #expect(check.exampleCount > 400)
    #expect(check.problems.isEmpty, "\(check.problems.map(\.description).joined(separator: "\n"))")
  }

  /// Rules of which a word beside them turns an example round, or a longer phrase speaks in it.
  static let contradicted: Set = [
    "buiten-openingstijd", "dacht-niet-mee", "geld-niet-terug", "had-eerder-moeten",
    "niets-op-aan-te-merken", "rekening-van-een-ander", "zomaar-gekregen", "zoveel-keer",
  ]

  @Test func noExampleOfARuleThatJudgesIsReadAsTheOpposite() throws {
    let analyzer = try Analyzer()
    let lexicon = analyzer.lexicon
    var buffer = TokenBuffer()
    var symbolReader = SymbolReader()
    var symbols: [Symbol] = []
    var matcher = RuleMatcher()
    var reader = EvaluationReader()
    var opposite: Set<String> = []
    for rule in lexicon.rules where abs(rule.effects.norms.valence) >= 30 {
      for example in lexicon.examples(of: rule) {
        guard let span = example.span else { continue }
        analyzer.tokenizer.tokenize(example.text.span, into: &buffer)
        symbolReader.read(buffer.tokens, in: example.text.span, with: lexicon, into: &symbols)
        matcher.match(symbols, sentences: buffer.sentenceStarts, with: lexicon)
        reader.read(
          symbols, buffer, matcher.matches, in: example.text.span, with: lexicon,
          clauseBreaks: analyzer.classes.clauseBreak, coordination: analyzer.classes.coordination,
          negator: analyzer.classes.negator)
        let said = reader.evaluations.filter {
          buffer.bytes(of: $0.start..<$0.end).overlaps(span)
        }.reduce(Fixed.zero) { $0.plus($1.valence) }
        if said.signum() * Fixed(rule.effects.norms.valence.signum()) < 0 {
          opposite.insert(lexicon.name(of: rule))
        }
      }
    }
    #expect(opposite.subtracting(Self.contradicted).isEmpty)
  }

  @Test(arguments: LexiconFile.domains)
  func everyExampleHoldsInEveryDomain(domain: String) throws {
    let check = LexiconCheck(try Analyzer(lexicon: Lexicon.load(domain: domain)))
    #expect(check.problems.isEmpty, "\(check.problems.map(\.description).joined(separator: "\n"))")
  }

  @Test func wordsMeanWhatTheyMeanInTheirDomain() throws {
    let general = try Analyzer()
    func valence(_ text: String, _ domain: String) throws -> (without: Fixed, with: Fixed) {
      let analyzer = try Analyzer(lexicon: Lexicon.load(domain: domain))
      return (general.analyze(text).valence, analyzer.analyze(text).valence)
    }
    let album = try valence("Een rauw en duister album.", "muziek")
    #expect(album.with > album.without.plus(Fixed.one / 4))
    let ending = try valence("Een verdrietig slot, met een traan gelezen.", "boeken")
    #expect(ending.with > ending.without)
    #expect(try valence("Het album is saai.", "muziek").with < 0)
  }

  /// The check itself must be able to fail.
  @Test(arguments: [
    ("yes Het [[raam]] klemt.", "no De vloer kraakt.", "does not match this ‘yes’ example"),
    ("yes De [[deur klemt]].", "no De vloer kraakt.", "matches ‘deur’ here, not ‘deur klemt’"),
    ("yes De [[deur]] klemt.", "no Een deur kraakt.", "matches ‘deur’ in a ‘no’ example"),
  ])
  func aFailingExampleIsReported(yes: String, no: String, expected: String) throws {
    let rule = "rule proef-deur\n  match deur\n  marker sequence\n  \(yes)\n  \(no)\n"
    let files =
      LexiconFile.embedded()
      + [LexiconFile(path: "nl/rules/proef.rules", origin: "proef", bytes: Array(rule.utf8))]
    let check = LexiconCheck(try Analyzer(lexicon: Lexicon.load(files: files)))
    #expect(check.problems.contains { $0.description.contains(expected) })
  }

  @Test func anExceptionWithoutAnExampleIsReported() throws {
    let rule = """
      rule proef-deur
        match deur
        unless achter deur
        marker sequence
        yes De [[deur]] klemt.
        no De vloer kraakt.
      """
    let files =
      LexiconFile.embedded()
      + [LexiconFile(path: "nl/rules/proef.rules", origin: "proef", bytes: Array(rule.utf8))]
    let check = LexiconCheck(try Analyzer(lexicon: Lexicon.load(files: files)))
    #expect(check.problems.contains { $0.message.contains("has an ‘unless’ that no ‘no’") })
  }
}
