import Testing

@testable import Lexicon

@Suite struct LexiconFileTests {
  /// The smallest files that make a whole lexicon, with others laid over them.
  static func lexicon(_ overlays: (String, String)...) throws(LexiconError) -> Lexicon {
    let parameters = Parameter.allCases.map { parameter in
      "\(parameter.name)\t\(parameter.range.upperBound / Fixed.one)\tfor the test"
    }
    let files =
      [
        ("nl/parameters.tsv", parameters.joined(separator: "\n")),
        ("nl/parameters.tsv", "norms.least-valence\t0\tx\nnorms.least-breach\t0\tx"),
      ] + overlays
    return try Lexicon.load(
      files: files.map { LexiconFile(path: $0.0, origin: $0.0, bytes: Array($0.1.utf8)) })
  }

  static let rule = """
    rule deur
      match deur
      marker place
      yes De [[deur]] klemt.
      no Het raam klemt.

    """

  @Test(arguments: [
    ("nl/norms.tsv", "goed", "nl/norms.tsv:1:1: expected two to eight columns"),
    ("nl/norms.tsv", "goed\t1.5\t0\t0", "nl/norms.tsv:1:6: 1.5 is out of range"),
    ("nl/norms.tsv", "# x\n\ngoed\tveel\t0\t0", "nl/norms.tsv:3:6: ‘veel’ is not a number"),
    (
      "nl/norms.tsv", "goed\t0.5\t0\t0\nfijn goed\t0.5\t0\t0",
      "nl/norms.tsv:2:6: ‘goed’ stands in line 1 already"
    ),
    (
      "nl/abbreviations.tsv", "enz.\tsoms\tenzovoort", "nl/abbreviations.tsv:1:6: the use is one of"
    ),
    (
      "nl/parameters.tsv", "moment.clause-words\t0\tx",
      "nl/parameters.tsv:1:21: 0 is out of range"
    ),
    ("nl/parameters.tsv", "emphasi\t1\tx", "nl/parameters.tsv:1:1: no parameter has the name"),
    ("nl/model.tsv", "labl\tbase\tall\t1", "nl/model.tsv:1:1: no target has the name ‘labl’"),
    ("nl/model.tsv", "story\tbasis\tall\t1", "nl/model.tsv:1:7: no evidence has the name ‘basis’"),
    ("nl/model.tsv", "story\tbase\tpeek\t1", "nl/model.tsv:1:12: no scope has the name ‘peek’"),
    (
      "nl/priors.tsv", "labl\tbase\tall\t1",
      "nl/priors.tsv:1:1: expected used, segment, tied, barred or a target"
    ),
    ("nl/priors.tsv", "segment\tbasis", "nl/priors.tsv:1:9: no evidence has the name ‘basis’"),
    ("nl/priors.tsv", "barred", "nl/priors.tsv:1:1: expected two columns"),
    ("nl/priors.tsv", "used\tbase basis", "nl/priors.tsv:1:11: no evidence has the name ‘basis’"),
    ("nl/priors.tsv", "# x\ntied\tbase\tall", "nl/priors.tsv:2:1: expected two columns"),
    ("nl/priors.tsv", "story\tbase\tall", "nl/priors.tsv:1:1: expected four columns"),
    ("nl/priors.tsv", "story\tbase\tpeek\t1", "nl/priors.tsv:1:12: no scope has the name ‘peek’"),
    ("nl/priors.tsv", "story\tbase\tall\t11", "nl/priors.tsv:1:16: 11 is out of range"),
    ("nl/words.tsv", "# x\nterug\t0\t0.1", "nl/words.tsv:2:1: expected six columns: form, label:"),
    ("nl/words.tsv", "kwam terug\t0\t0\t0\t0\t0", "nl/words.tsv:1:1: expected six columns"),
    ("nl/words.tsv", "\t0\t0\t0\t0\t0", "nl/words.tsv:1:1: expected six columns"),
    ("nl/words.tsv", "terug\t0\t0\tveel\t0\t0", "nl/words.tsv:1:11: ‘veel’ is not a number"),
    ("nl/words.tsv", "terug\t0\t0\t0\t0\t-3.5", "nl/words.tsv:1:15: -3.5 is out of range"),
    ("nl/phrases.tsv", "marker:x\tsomething", "phrases.tsv: no evidence has the name ‘marker:x’"),
    ("nl/other.tsv", "x", "nl/other.tsv: no file of this name is known"),
    ("nl/classes/.tsv", "x", "nl/classes/.tsv: no file of this name is known"),
    ("nl/classes/a.tsv", "x\ty", "nl/classes/a.tsv:1:1: a class file has one column"),
  ])
  func aProblemIsReportedWithItsPlace(path: String, text: String, expected: String) throws {
    do {
      _ = try Self.lexicon((path, text))
      Issue.record("‘\(text)’ should not load")
    } catch {
      #expect(error.description.contains(expected), "\(error.description)")
    }
  }

  @Test func problemsStandInTheOrderOfTheFilesWhicheverAreReadFirst() throws {
    let error = #expect(throws: LexiconError.self) {
      try Self.lexicon(
        ("nl/rules/a.rules", "rule a\n  match x\n  marker m\n  no y\n"), ("nl/norms.tsv", "goed"),
        ("nl/idioms.tsv", "op tijd"), ("nl/words.tsv", "terug"), ("nl/other.tsv", "x"),
        ("nl/rules/b.rules", "match x"))
    }
    #expect(
      error?.problems.map(\.path) == [
        "nl/rules/a.rules", "nl/norms.tsv", "nl/idioms.tsv", "nl/words.tsv", "nl/other.tsv",
        "nl/rules/b.rules",
      ])
  }

  /// Written plainly or not, the same number is the same; nil where there is none.
  @Test(
    arguments: [
      ("0", 0), ("1", 100), ("0.6", 60), ("0.35", 35), ("-0.35", -35), ("-1", -100), ("-0", 0),
      ("1.00", 100), ("+0.6", 60), (".5", 50), ("0.3500", 35), ("0.", 0), ("00", 0), ("1.01", nil),
      ("-1.1", nil), ("2", nil), ("10", nil), ("0.35.", nil), ("0 6", nil), ("-", nil), ("", nil),
      ("0.6x", nil), ("--1", nil),
    ] as [(String, Int8?)])
  func aNormIsReadHoweverItIsWritten(cell: String, expected: Int8?) throws {
    for row in ["goed\t\(cell)", "goed\t\(cell)\t0.2\n", "goed\t\(cell)\r\n"] {
      let lexicon = try? Self.lexicon(("nl/norms.tsv", row))
      #expect(lexicon.map { $0.forms[$0.forms.form(Array("goed".utf8))].norms.valence } == expected)
    }
    // Only the first scale goes below 0.
    let lexicon = try? Self.lexicon(("nl/norms.tsv", "goed\t0\t\(cell)"))
    let delight = lexicon.map { $0.forms[$0.forms.form(Array("goed".utf8))].norms.delight }
    #expect(delight == expected.flatMap { $0 < 0 ? nil : $0 })
  }

  @Test(arguments: [
    ("rule a\n  match x\n  marker m\n  no y\n", ":1:1: rule ‘a’ has no ‘yes’ example"),
    ("rule a\n  match x\n  marker m\n  yes [[x]]\n", ":1:1: rule ‘a’ has no ‘no’ example"),
    ("rule a\n  marker m\n  yes [[x]]\n  no y\n", ":1:1: rule ‘a’ has no ‘match’ line"),
    ("rule a\n  match x\n  yes [[x]]\n  no y\n", ":1:1: rule ‘a’ has no effect"),
    ("  match x\n", ":1:3: ‘match’ stands outside a rule"),
    ("rule a b\n", ":1:1: a rule has a name of one word"),
    ("rule a\n  macth x\n", ":2:3: ‘macth’ is no keyword"),
    ("rule a\n  match (x|\n", ":2:9: alternatives stand between ( and )"),
    ("rule a\n  match x ..90 y\n", ":2:11: a gap is ..N or ~N"),
    ("rule a\n  match x?\n", ":2:1: a pattern needs at least one word"),
    (
      "rule a\n  match \(String(repeating: "x ", count: 256))\n",
      ":2:1: a pattern has at most 255 words"
    ),
    (
      // Over a row of the same word it would be tried in 21 times 21 … ways at every token.
      "rule a\n  match x ~20 x ~20 x ~20 x ~20 x ~20 x ~20 y\n",
      ":2:33: with this place the pattern may lie in more than 100000 ways"
    ),
    (
      "rule a\n  match x x? x? x? x? x? x? x? x? x? x? x? x? x? x? x? x? x? y\n",
      ":2:59: with this place the pattern may lie in more than 100000 ways"
    ),
    ("rule a\n  match x\n  yes x\n", ":3:3: a ‘yes’ example marks the match once"),
    ("rule a\n  match x\n  valence 2\n", ":3:11: ‘valence’ takes a number from -1.0 to 1.0"),
    ("rule a\n  match x (y|$)\n", ":2:14: ^ and $ stand by themselves"),
    (
      "rule a\n  match x\n  frame bend\n",
      ":3:9: ‘frame’ takes one of flip, void, void-sentence, halve"
    ),
    ("rule a\n  match x\n  driver nobody\n", ":3:10: no driver has the name ‘nobody’"),
    (
      "rule a\n  match @geen\n  marker m\n  yes [[x]]\n  no y\n",
      ":2:9: there is no class ‘geen’"
    ),
    (
      "rule a\n  match =lopen\n  marker m\n  yes [[x]]\n  no y\n",
      ":2:9: no row of a table begins with ‘lopen’"
    ),
    (rule + rule, ":6:1: rule ‘deur’ stands in line 1 already"),
  ])
  func aRuleProblemIsReportedWithItsPlace(text: String, expected: String) throws {
    do {
      _ = try Self.lexicon(("nl/rules/a.rules", text))
      Issue.record("‘\(text)’ should not load")
    } catch {
      #expect(
        error.problems.contains { $0.description.hasPrefix("nl/rules/a.rules" + expected) },
        "\(error.description)")
    }
  }

  @Test func everyProblemIsReportedAtOnce() throws {
    do {
      _ = try Self.lexicon(("nl/norms.tsv", "a\nb\nc"))
      Issue.record("should not load")
    } catch {
      #expect(error.problems.count == 3)
    }
  }

  @Test func aLaterRowReplacesAnEarlierOne() throws {
    let lexicon = try Self.lexicon(
      ("nl/norms.tsv", "gaaf gave\t0.6\t0\t0"), ("nl/norms.tsv", "gaaf\t-0.5\t0\t0"))
    #expect(lexicon.forms[lexicon.forms.form(Array("gaaf".utf8))].norms[.valence] == -5_000)
    #expect(lexicon.forms[lexicon.forms.form(Array("gave".utf8))].norms[.valence] == 6_000)
  }

  @Test func anIdiomSaysWhatItsRowSays() throws {
    let lexicon = try Self.lexicon(
      ("nl/idioms.tsv", "(viel|vielen) ..3 tegen\t-0.5\t0.2\t0.6\t0.8"))
    let rule = try #require(lexicon.rules.first)
    #expect(lexicon.name(of: rule) == "(viel|vielen) ..3 tegen")
    #expect(rule.effects.speaks)
    let norms = rule.effects.norms
    #expect(
      Norms.Scale.allCases.map { norms[$0] } == [-5_000, 2_000, 6_000, 8_000, 0, 0, 0])
  }

  @Test func singleWordsWithRatingsNearNothingJudgeNothing() throws {
    let lexicon = try Self.lexicon(
      ("nl/parameters.tsv", "norms.least-valence\t0.3\tx\nnorms.least-breach\t0.4\tx"),
      ("nl/norms.tsv", "doos\t0.2\t0.1\t0.1\t0.5\nknal\t-0.2\t0.3\t0.8\nfout\t-0.5\t0\t0.3"))
    let values = ["doos", "knal", "fout"].map { word in
      let norms = lexicon.forms[lexicon.forms.form(Array(word.utf8))].norms
      return [norms[.valence], norms[.delight], norms[.breach], norms[.event]]
    }
    #expect(values == [[0, 0, 0, 5_000], [0, 3_000, 8_000, 0], [-5_000, 0, 3_000, 0]])
  }

  @Test func aFormIsTakenOutOfAClass() throws {
    let lexicon = try Self.lexicon(
      ("nl/classes/dier.tsv", "hond honden\nkat"), ("nl/classes/dier.tsv", "-kat"))
    let animals = try #require(lexicon.classSet(named: "dier"))
    #expect(lexicon.forms[lexicon.forms.form(Array("honden".utf8))].classes.contains(animals))
    #expect(lexicon.forms.form(Array("kat".utf8)) == 0)
  }

  @Test func windowsLineEndsAndAMarkAtTheStartAreFine() throws {
    let lexicon = try Self.lexicon(
      ("nl/norms.tsv", "\u{FEFF}goed\t0.5\t0\t0\r\nslecht\t-0.7\t0\t0\r\n"))
    #expect(lexicon.forms[lexicon.forms.form(Array("goed".utf8))].norms[.valence] == 5_000)
    #expect(lexicon.forms[lexicon.forms.form(Array("slecht".utf8))].norms[.valence] == -7_000)
  }

  @Test func theFingerprintFollowsTheData() throws {
    let one = try Self.lexicon(("nl/norms.tsv", "goed\t0.5\t0\t0"))
    let same = try Self.lexicon(("nl/norms.tsv", "goed\t0.5\t0\t0"))
    let other = try Self.lexicon(("nl/norms.tsv", "goed\t0.6\t0\t0"))
    #expect(one.fingerprint == same.fingerprint)
    #expect(one.fingerprint != other.fingerprint)
  }

  @Test func aWholeModelTakesTheOneBeforeItOut() throws {
    let first = ("nl/model.tsv", "story\tbase\tall\t1\nstory\twords\tall\t2")
    let laidOver = try Self.lexicon(first, ("nl/model.tsv", "story\tbase\tall\t3"))
    #expect(laidOver.model.rows.count == 2)
    let whole = try Self.lexicon(first, ("nl/model.tsv", "-\nstory\tbase\tall\t3"))
    #expect(whole.model.rows.map { $0.factors[3] } == [laidOver.model.rows[0].factors[3]])
  }

  /// The weights of a word for the targets of `words.tsv`; nil where it has none.
  private static func weights(_ form: String, _ lexicon: Lexicon) -> [Fixed]? {
    let word = lexicon.forms[lexicon.forms.form(Array(form.utf8))].word
    let row = lexicon.words.rows[Int(word)]
    return word == 0 ? nil : WordWeights.targets.map { row[Int($0.rawValue)] }
  }

  @Test func aWordHasTheWeightsOfItsLastRow() throws {
    let first = ("nl/words.tsv", "terug\t0.1\t-0.2\t0.3\t0.4\t-0.5\nblauw\t1\t1\t1\t1\t1")
    let lexicon = try Self.lexicon(
      first, ("nl/words.tsv", "terug\t0\t0\t0\t0\t2\ngroen\t-1\t0\t0\t0\t0"))
    #expect(lexicon.words.count == 3)
    #expect(Self.weights("terug", lexicon) == [0, 0, 0, 0, 20_000])
    #expect(Self.weights("blauw", lexicon) == [10_000, 10_000, 10_000, 10_000, 10_000])
    #expect(Self.weights("groen", lexicon) == [-10_000, 0, 0, 0, 0])
    #expect(Self.weights("geel", lexicon) == nil)
    #expect(
      Self.weights("terug", try Self.lexicon(first)) == [1_000, -2_000, 3_000, 4_000, -5_000])
  }

  @Test(arguments: ["nl/words.tsv", "nl/model.tsv"])
  func aWholeModelTakesTheWordsBeforeItOut(path: String) throws {
    let lexicon = try Self.lexicon(
      ("nl/words.tsv", "terug\t1\t0\t0\t0\t0\nblauw\t1\t0\t0\t0\t0"), (path, "-"),
      ("nl/words.tsv", "blauw\t2\t0\t0\t0\t0"))
    #expect(lexicon.words.count == 1)
    #expect(lexicon.forms.form(Array("terug".utf8)) == 0)
    #expect(Self.weights("blauw", lexicon) == [20_000, 0, 0, 0, 0])
  }

  @Test func aWordWithWeightsAloneIsStillUnknown() throws {
    let lexicon = try Self.lexicon(
      ("nl/norms.tsv", "goed\t0.5"),
      ("nl/words.tsv", "terug\t1\t0\t0\t0\t0\ngoed\t1\t0\t0\t0\t0"))
    let unknown = ["terug", "goed"].map { form in
      lexicon.forms[lexicon.forms.form(Array(form.utf8))].classes.contains(.unknown)
    }
    #expect(unknown == [true, false])
  }

  @Test func priorsAreLaidOverEachOther() throws {
    let lexicon = try Self.lexicon(
      ("nl/rules/a.rules", Self.rule),
      ("nl/priors.tsv", "used\tbreach\ntied\tbreach event\nstory\tbreach event\tpeak\t0.5"),
      ("nl/priors.tsv", "used\tevent\nstory\tevent\tpeak\t-1"))
    let names = lexicon.evidenceNames
    #expect(lexicon.priors.used.map { names[$0] } == ["breach", "event", "marker:place"])
    #expect(Set(lexicon.priors.tied.map { names[$0] }) == ["breach", "event"])
    let values = ["breach", "event", "base"].map { name in
      lexicon.priors.weight(of: names.firstIndex(of: name)!, in: .peak, for: .story)
    }
    #expect(values == [5_000, -10_000, 0])
  }
}
