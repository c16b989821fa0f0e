import Foundation
import Lexicon
import Testing

@testable import StoryAnalysis

@Suite struct AnalysisTests {
  static let analyzer = Result { try Analyzer() }

  /// The corpus texts and some that are no reviews at all.
  static func texts() throws -> [String] {
    try CorpusFiles.entries().map(\.whole) + [
      "", " ", "\n\n", "!!!", "👍🏽👍🏽", "a", String(repeating: "goed ", count: 3_000),
      "Geen hoofdletters en geen punten maar wel een lang verhaal over de monteur die maandag zou komen "
        + "en toen niet kwam en dinsdag ook niet en woensdag belde ik en toen zei hij dat het vergeten was",
      // What one leaves open the next must not take up.
      "Het wachten was vreselijk en", "niemand belde terug", "Als ik het had geweten",
      "was het geweldig",
    ]
  }

  @Test func reasonsSumToTheScoreOfEveryTarget() throws {
    let analyzer = try Self.analyzer.get()
    for text in try Self.texts() {
      let analysis = analyzer.analyze(text, detail: .reasons)
      var sums: [ModelTarget: Fixed] = [:]
      for reason in analysis.reasons { sums[reason.target, default: 0] += reason.weight }
      var labels = TargetScores()
      for (target, sum) in sums { labels[target] = sum }
      #expect(LabelProbabilities(labels) == analysis.probabilities, "\(text)")
      #expect(Link.logistic(sums[.story] ?? 0) == analysis.storyProbability, "\(text)")
      #expect(Link.logistic(sums[.memorability] ?? 0, top: 3) == analysis.memorability, "\(text)")
    }
  }

  @Test func reasonsPointAtTheTextTheySpeakOf() throws {
    let analyzer = try Self.analyzer.get()
    let text = "Écht superlief 👍🏽: de monteur kwam op zondag nog terug om het te maken."
    let analysis = analyzer.analyze(text, detail: .reasons)
    let bytes = Array(text.utf8)
    let units = Array(text.utf16)
    var count = 0
    for reason in analysis.reasons {
      guard let span = reason.span, let unitSpan = reason.spanUTF16 else { continue }
      count += 1
      #expect(
        String(decoding: bytes[span], as: UTF8.self)
          == String(decoding: units[unitSpan], as: UTF16.self))
    }
    #expect(count > 5)
  }

  @Test func aMomentDoesNotEndInABracketThatOpens() throws {
    let text =
      "Gisteren kwam de monteur, die de dag daarvoor niet was komen opdagen, ineens toch nog langs (en hij bracht "
      + "als goedmaker een taart mee die zijn eigen moeder speciaal voor ons had gebakken)."
    let moments = try Self.analyzer.get().analyze(text).moments
    #expect(!moments.isEmpty)
    #expect(moments.allSatisfy { !$0.text.hasSuffix("(") && !$0.text.hasSuffix(" ") })
  }

  @Test func aMomentKeepsTheFaceAtItsEnd() throws {
    let text = "Na drie keer bellen nog steeds geen antwoord :("
    #expect(try Self.analyzer.get().analyze(text).moments.map(\.text) == [text])
  }

  @Test func momentsAreWholeSentencesMostMemorableFirst() throws {
    let analyzer = try Self.analyzer.get()
    var stories = 0
    for text in try Self.texts() {
      let analysis = analyzer.analyze(text)
      #expect(analysis.story == !analysis.moments.isEmpty)
      let bytes = Array(text.utf8)
      let units = Array(text.utf16)
      let tokens = analyzer.tokens(of: bytes)
      for (moment, next) in zip(analysis.moments, analysis.moments.dropFirst()) {
        #expect(
          (moment.memorability, -moment.start) > (next.memorability, -next.start), "\(text)")
      }
      for moment in analysis.moments {
        stories += 1
        #expect(moment.text == String(decoding: bytes[moment.start..<moment.end], as: UTF8.self))
        #expect(
          moment.text
            == String(decoding: units[moment.startUTF16..<moment.endUTF16], as: UTF16.self))
        #expect(tokens.contains { $0.start == moment.start })
        #expect(tokens.contains { $0.end == moment.end })
        #expect(moment.memorability <= analysis.memorability)
      }
    }
    #expect(stories > 20)
  }

  @Test func aBatchGivesWhatSingleTextsGive() throws {
    let analyzer = try Self.analyzer.get()
    let texts = try Self.texts()
    var bytes: [UInt8] = []
    var ranges: [AnalyzedText] = []
    for text in texts {
      ranges.append(AnalyzedText(range: bytes.count..<(bytes.count + text.utf8.count)))
      bytes += text.utf8
    }
    let detail: AnalysisDetail = [.reasons, .evidence]
    let single = texts.map { analyzer.analyze($0, detail: detail) }
    #expect(analyzer.analyze(bytes, texts: ranges, detail: detail) == single)
    #expect(
      analyzer.analyze(bytes, texts: ranges.reversed(), detail: detail) == single.reversed())
  }

  @Test func aTitleIsASentenceOfItsOwn() throws {
    let analyzer = try Self.analyzer.get()
    let whole = analyzer.analyze(
      "de bezorger liep terug om de doos naar zolder te dragen", title: "Ongelooflijk lief")
    #expect(whole.moments.allSatisfy { $0.start == 0 || $0.start == 18 })
  }

  @Test func noBytesAreRefused() throws {
    let analyzer = try Self.analyzer.get()
    var generator = RepeatableGenerator(state: 3)
    var bytes = try Self.texts().joined(separator: "\n").utf8.map { $0 }
    for _ in 0..<2_000 {
      bytes[Int.random(in: bytes.indices, using: &generator)] = UInt8.random(
        in: 0...255, using: &generator)
    }
    for start in stride(from: 0, to: bytes.count - 700, by: 611) {
      let analysis = analyzer.analyze(
        bytes, texts: [AnalyzedText(range: start..<(start + 700))], detail: [.reasons, .evidence])[
          0]
      #expect(Label.allCases.reduce(0) { $0 + analysis.probabilities[$1] } > 9_990)
    }
  }

  /// Says something only where a word of Dutch does: each row is a pair that must differ in valence.
  @Test(arguments: [
    ("De gids was vriendelijk.", "De gids was niet vriendelijk."),
    ("De soep was lekker.", "De soep was allesbehalve lekker."),
    ("We hebben geen problemen gehad.", "We hebben problemen gehad."),
    ("Dit raad ik iedereen aan.", "Dit raad ik iedereen af."),
    ("De kamer viel mee.", "De kamer viel tegen."),
    ("Ze kwamen de afspraak na.", "Ze kwamen de afspraak niet na."),
    ("Verschrikkelijk lekker gegeten.", "Verschrikkelijk gegeten."),
    ("Heel blij mee.", "Niet blij mee."),
    ("Het is niet alleen mooi maar ook stevig.", "Het is niet mooi en ook niet stevig."),
    ("Topservice!", "Rotservice!"),
    // One rule speaks for both phrases; the words differ in strength.
    ("Schitterend werk geleverd.", "Puik werk geleverd."),
    ("De sleutels werden fantastisch opgelost.", "De sleutels werden netjes opgelost."),
  ])
  func theFirstIsBetterThanTheSecond(better: String, worse: String) throws {
    let analyzer = try Self.analyzer.get()
    #expect(analyzer.analyze(better).valence > analyzer.analyze(worse).valence)
  }

  @Test(arguments: [
    ("", Basis.noExperience), ("nvt", .noExperience), ("Zijn jullie zondag open?", .noExperience),
    ("Prima!", .tooShort), ("Top winkel", .tooShort),
    ("Goede winkel met aardige mensen en ruime keus.", .experience),
    ("We had a lovely stay and the staff was very kind to us.", .otherLanguage),
    ("Das Zimmer war sehr sauber und wir haben gut geschlafen.", .otherLanguage),
  ])
  func theBasisOfAVerdict(text: String, expected: Basis) throws {
    #expect(try Self.analyzer.get().analyze(text).basis == expected)
  }

  @Test(arguments: [
    ("Goede winkel met aardige mensen.", "nl"),
    ("We had a lovely stay and the staff was very kind.", "en"),
    ("Le séjour était très agréable et la chambre était propre.", "fr"),
  ])
  func theLanguageOfAText(text: String, expected: String) throws {
    #expect(try Self.analyzer.get().analyze(text).language == expected)
  }

  /// The evidence of a text by its kind.
  static func kinds(_ text: String) throws -> Set<String> {
    Set(try analyzer.get().analyze(text, detail: .evidence).evidence.map(\.kind))
  }

  @Test func whatIsToldOfOthersIsNoEvidence() throws {
    let blamed = "Bij deze bank was het een puinhoop: de monteur kwam niet opdagen."
    let other = "Bij mijn vorige bank was het een puinhoop: de monteur kwam niet opdagen."
    #expect(try Self.kinds(blamed).contains("negative"))
    #expect(try !Self.kinds(other).contains("negative"))
    #expect(try Self.kinds(blamed).contains("marker:failed"))
    #expect(try !Self.kinds(other).contains("marker:failed"))
  }

  @Test func aNegatorPassesOverWordsThatJudgeNothing() throws {
    #expect(try Self.kinds("Geen enkele medewerker was behulpzaam.").contains("negative"))
    // Right behind a connective a negator denies what follows, not what went before.
    #expect(try Self.kinds("Het wachten is eindeloos en niemand belt.").contains("negative"))
    #expect(try !Self.kinds("Het wachten is eindeloos en niemand belt.").contains("positive"))
  }

  @Test(arguments: [
    "De tent lekt niet en is mooi.", "Het stinkt er niet en is schoon.",
    "Het regende niet en het was gezellig.",
  ])
  func aNegatorDoesNotReachWhatIsJoinedBehindIt(text: String) throws {
    #expect(try !Self.kinds(text).contains("negative"))
    #expect(try Self.analyzer.get().analyze(text).label != .dissatisfied)
  }

  @Test func aNegatorReachesTheFirstOfWordsThatAreJoined() throws {
    #expect(try Self.kinds("Niet vriendelijk en behulpzaam.").contains("negative"))
  }

  @Test(arguments: [
    "Het was niet \"goed\" te noemen.", "Het was niet “mooi” te noemen.",
    "Ze waren niet 'vriendelijk'.",
    "\"Lekker\" kun je dat niet noemen.", "‘Behulpzaam’ was hij niet.",
  ])
  func aNegatorReachesIntoQuotationMarks(text: String) throws {
    #expect(try Self.kinds(text).contains("negative"))
    #expect(try !Self.kinds(text).contains("positive"))
  }

  @Test func aNegatorDoesNotReachOutOfQuotationMarks() throws {
    let kinds = try Self.kinds("\"Wij niet\" zei de vriendelijke man.")
    #expect(kinds.contains("positive"))
    #expect(!kinds.contains("negative"))
  }

  @Test func anIdiomGivesWayToTheRuleThatSaysTheOppositeOfTheSameWords() throws {
    #expect(try !Self.kinds("De glijbaan viel niet tegen.").contains("negative"))
    #expect(try !Self.kinds("Het monteren viel niet mee.").contains("positive"))
  }

  @Test(arguments: [
    "Deze ketel stelt ons na al die jaren nog nooit teleur.",
    "De buurman liet ons geen moment in de steek.",
    "De uitleg laat echt helemaal niets te wensen over.",
    "Bij een retour doen ze hier echt nooit moeilijk.",
  ])
  func whatStandsInTheGapOfAnIdiomDeniesIt(text: String) throws {
    #expect(try !Self.kinds(text).contains("negative"))
    #expect(try Self.analyzer.get().analyze(text).label != .dissatisfied)
  }

  @Test(arguments: [
    "Hij dacht werkelijk niet met ons mee.", "Daar zat ik echt niet op te wachten.",
    "De ketel ging zonder enige aanleiding kapot.",
  ])
  func whatDeniesNoIdiomLeavesIt(text: String) throws {
    #expect(try !Self.kinds(text).contains("positive"))
    #expect(try Self.kinds(text).contains("negative"))
  }

  @Test func ofTwoIdiomsForTheSameWordsTheOneWithoutAGapSpeaks() throws {
    #expect(try Self.kinds("Het ontbijt liet niets te wensen over.").contains("positive"))
    #expect(try Self.kinds("Ze namen geen enkele moeite.").contains("negative"))
  }

  @Test(arguments: [
    "De service was niet goed.", "De service is slecht.", "De service was allesbehalve goed.",
  ])
  func faintPraiseInAClauseThatBlamesNamesWhatIsBlamed(text: String) throws {
    #expect(try !Self.kinds(text).contains("positive"))
    #expect(try Self.analyzer.get().analyze(text).label == .dissatisfied)
  }

  @Test func faintPraiseBesideAClauseThatBlamesStays() throws {
    #expect(try Self.kinds("De service was er, maar het eten was slecht.").contains("positive"))
    #expect(try Self.kinds("De tent was niet duur.").contains("positive"))
  }

  @Test func aDenyingPhraseIsNotAsStrongAsTheWordItDenies() throws {
    let denied = try Self.analyzer.get().analyze("Niet spectaculair.")
    #expect(try denied.valence < Self.analyzer.get().analyze("Spectaculair.").valence)
    #expect(denied.label == .neutralSatisfied)
  }

  @Test func aBlameIsNoStockPhrase() throws {
    #expect(try Self.kinds("De service was prima.").contains("formula"))
    #expect(try !Self.kinds("De service was beneden alle peil.").contains("formula"))
  }

  @Test func tellingIsEvidence() throws {
    let kinds = try Self.kinds("Toen hielp een buurvrouw ons de doos naar boven te dragen.")
    #expect(kinds.isSuperset(of: ["event", "person", "effort"]))
  }

  @Test(arguments: [
    ("Wij zijn na elf jaar overgestapt naar een andere bank.", "leaving"),
    ("Volgend jaar komen we zeker terug.", "returning"),
    ("Ik wacht nog steeds op mijn geld.", "open-case"),
    ("Mijn man is in maart overleden.", "sensitive"),
    ("Een echte aanrader!", "recommends"),
  ])
  func aFlagSaysWhatTheReviewSays(text: String, expected: String) throws {
    #expect(try Self.analyzer.get().analyze(text).flags.contains(expected))
  }

  @Test func ofDriversSpokenOfAsOftenTheMoreTellingComesFirst() throws {
    let drivers = try Self.analyzer.get().analyze("De jas is een scam.").drivers
    #expect(drivers.first == .trust)
  }

  @Test func theCorpusIsJudgedWellEnoughToDetectABrokenModel() throws {
    let analyzer = try Self.analyzer.get()
    let entries = try CorpusFiles.entries()
    let right = entries.count { analyzer.analyze($0.whole).label.rawValue == $0.label }
    #expect(Double(right) / Double(entries.count) > 0.6)
  }

  /// What lies behind a text in the same bytes must not matter: words that only `words.tsv` knows were names at the
  /// end of the bytes alone.
  @Test(arguments: ["dat was N", "Toen kwam de M", "Bij Z", "heel Erg", "Prima, D"])
  func aTextAtTheEndOfItsBytesIsReadAsBetweenOthers(text: String) throws {
    let analyzer = try Self.analyzer.get()
    let bytes = Array(text.utf8)
    let alone = analyzer.analyze(text, detail: [.reasons, .evidence])
    let between = analyzer.analyze(
      bytes + Array(" en nog meer tekst".utf8), texts: [AnalyzedText(range: 0..<bytes.count)],
      detail: [.reasons, .evidence])
    #expect(between == [alone])
  }
}
