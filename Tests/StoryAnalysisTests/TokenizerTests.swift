import Lexicon
import Testing

@testable import StoryAnalysis

@Suite struct TokenizerTests {
  // One row a phenomenon: a text and its tokens, apart by bars; two bars begin a sentence.
  static let phenomena: [(String, String)] = [
    // Clitics and apostrophes.
    ("'s avonds", "'s|avonds"),
    ("'S Avonds", "'S|Avonds"),
    ("’s ochtends", "’s|ochtends"),
    ("‘s middags", "‘s|middags"),
    ("in 't echt", "in|'t|echt"),
    ("ik heb 'm", "ik|heb|'m"),
    ("in 's-Hertogenbosch", "in|'s-Hertogenbosch"),
    ("zo'n foto's m'n d'r auto's", "zo'n|foto's|m'n|d'r|auto's"),
    ("zo’n foto’s", "zo’n|foto’s"),
    ("foto`s en cd´s", "foto`s|en|cd´s"),
    ("Hans' tas", "Hans'|tas"),
    ("'mooie tas' zei ze", "'|mooie|tas|'|zei|ze"),
    ("'de tas van Hans' kapot", "'|de|tas|van|Hans|'|kapot"),
    ("de jaren '90", "de|jaren|'90"),
    ("krijgt -ie niks", "krijgt|-ie|niks"),
    // Abbreviations and initials.
    ("Bijv. de balie", "Bijv.|de|balie"),
    ("o.a. koffie, thee enz. en koek", "o.a.|koffie|,|thee|enz.|en|koek"),
    ("thee enz. Daarna koek", "thee|enz.||Daarna|koek"),
    ("thee enz.", "thee|enz."),
    ("thee enz...", "thee|enz|..."),
    ("dhr. Peters en mevr. De Wit", "dhr.|Peters|en|mevr.|De|Wit"),
    ("dhr./mevr. De Wit", "dhr./mevr.|De|Wit"),
    ("bijv.een stoel", "bijv.|een|stoel"),
    ("een z.g.a.n. fiets", "een|z.g.a.n.|fiets"),
    ("J. Peters", "J.|Peters"),
    ("J.K. Peters", "J.K.|Peters"),
    ("J.Peters", "J.Peters"),
    ("J. van 't Veer", "J.|van|'t|Veer"),
    ("dossiernr. 12", "dossiernr.|12"),
    ("na 5 min. wachten", "na|5|min.|wachten"),
    ("de plus en de min. Verder niks", "de|plus|en|de|min|.||Verder|niks"),
    ("op ma. t/m vr. open", "op|ma.|t/m|vr.|open"),
    ("dat is van ma. Mooi", "dat|is|van|ma|.||Mooi"),
    ("in de St.-Pietersstraat", "in|de|St.-Pietersstraat"),
    // Numbers, money, times, dates, grades.
    ("1.250,50 of 2,5 of 1000", "1.250,50|of|2,5|of|1000"),
    ("€ 12,50 en €5,- en 10€", "€|12,50|en|€|5,-|en|10|€"),
    ("25,- betaald", "25,-|betaald"),
    ("om 14:30 of 10.00 uur", "om|14:30|of|10.00|uur"),
    ("op 3-3-2026, 12/05", "op|3-3-2026|,|12/05"),
    ("een 8-, 7/10, 9+, 8,5", "een|8-|,|7/10|,|9+|,|8,5"),
    ("8,5/10", "8,5/10"),
    ("2x 30cm, 10% van 5 m²", "2x|30cm|,|10%|van|5|m²"),
    ("de 1e en 24ste", "de|1e|en|24ste"),
    ("16- en 17-jarigen", "16-|en|17-jarigen"),
    ("½ uur, 8½", "½|uur|,|8½"),
    ("20°C", "20°C"),
    // Web.
    ("via bol.com.", "via|bol.com|."),
    ("op www.winkel.example/pad?x=1.", "op|www.winkel.example/pad?x=1|."),
    ("zie https://winkel.example/a_b, of", "zie|https://winkel.example/a_b|,|of"),
    ("(http://winkel.example)", "(|http://winkel.example|)"),
    ("mail jan.de-wit@post.example!", "mail|jan.de-wit@post.example|!"),
    ("#blij @winkel_nl #1", "#blij|@winkel_nl|#|1"),
    // Faces and pictures.
    ("leuk :-) ;) <3 :( :D", "leuk|:-)|;)|<3|:(|:D"),
    ("mooi:) of :-))) of xD", "mooi|:)|of|:-)))|of|xD"),
    ("let op:(zie onder)", "let|op|:|(|zie|onder|)"),
    ("prijs:5 a:b", "prijs|:|5|a|:|b"),
    ("top 👍🏽👍🏽", "top|👍🏽|👍🏽"),
    ("👨‍👩‍👧‍👦 🇳🇱🇧🇪 1️⃣ ❤️", "👨‍👩‍👧‍👦|🇳🇱|🇧🇪|1️⃣|❤️"),
    // Runs of punctuation.
    ("Top!!!! Hoezo?! Tja...", "Top|!!!!||Hoezo|?!||Tja|..."),
    ("tja… goed", "tja|…|goed"),
    ("** let op **", "**|let|op|**"),
    // Hyphens, slashes, brackets, quotes.
    ("kant-en-klaar 2-persoons tv-serie", "kant-en-klaar|2-persoons|tv-serie"),
    ("in- en uitgang", "in-|en|uitgang"),
    ("winkelier en -bediende", "winkelier|en|-bediende"),
    ("goed - maar - duur", "goed|-|maar|-|duur"),
    ("-goede tas", "-|goede|tas"),
    ("en/of prijs/kwaliteit 1 / 2", "en/of|prijs/kwaliteit|1|/|2"),
    ("prijs=kwaliteit => top", "prijs|=|kwaliteit|=>|top"),
    ("H&M A5 x_y", "H&M|A5|x_y"),
    ("[zie (hier)]", "[|zie|(|hier|)|]"),
    ("klant(en) van de (mede-)eigenaar", "klant(en)|van|de|(mede-)eigenaar"),
    (",,goed'' zei hij", ",,|goed|''|zei|hij"),
    ("dus,,, wij", "dus|,|,,|wij"),
    ("“top” «top» „top”", "“|top|”|«|top|»|„|top|”"),
    ("goed – beter — best", "goed|–|beter|—|best"),
    // Windows-1252 read as Latin-1, and signs without width.
    ("foto\u{92}s \u{93}top\u{94}\u{85}", "foto\u{92}s|\u{93}|top|\u{94}|\u{85}"),
    ("a\u{A0}b\u{200B} c", "a|b|c"),
    ("één ZÓ naïef Ĳs", "één|ZÓ|naïef|Ĳs"),
  ]

  @Test(arguments: phenomena)
  func tokens(text: String, expected: String) {
    #expect(bars(text) == expected)
  }

  static let breaks: [(String, String)] = [
    ("Fijn boekje.Verder prima.", "Fijn|boekje|.||Verder|prima|."),
    ("fijn boekje.verder prima", "fijn|boekje|.||verder|prima"),
    ("mooi!Verder niks", "mooi|!||Verder|niks"),
    ("Dank u.Tot ziens", "Dank|u|.||Tot|ziens"),
    ("goed product. werkt prima", "goed|product|.||werkt|prima"),
    ("Tja... dat wel", "Tja|...|dat|wel"),
    ("Tja... Dat wel", "Tja|...||Dat|wel"),
    ("Ik wil (...) meer", "Ik|wil|(|...|)|meer"),
    ("\"Kom maar.\" Dat hielp.", "\"|Kom|maar|.|\"||Dat|hielp|."),
    ("\"Waarom?\" vroeg ik.", "\"|Waarom|?|\"|vroeg|ik|."),
    ("Kom! , zei hij", "Kom|!|,|zei|hij"),
    ("Kom! ' Echt ' waar", "Kom|!||'|Echt|'|waar"),
    ("Top. 😀 Echt", "Top|.|😀||Echt"),
    ("Blij mee 😀 Echt top", "Blij|mee|😀||Echt|top"),
    ("Blij mee 😀 echt top", "Blij|mee|😀|echt|top"),
    ("😀 Echt top", "😀|Echt|top"),
    ("Leuk. :) Verder niks", "Leuk|.|:)||Verder|niks"),
    ("1. Snel\n2. Goed", "1.|Snel||2.|Goed"),
    ("Het was koud. 10% korting kregen we. Tja.", "Het|was|koud|.||10%|korting|kregen|we|.||Tja|."),
    ("Ik geef 9. Verder top", "Ik|geef|9|.||Verder|top"),
    ("goede tas\nMooie kleur", "goede|tas||Mooie|kleur"),
    ("goede tas\nen mooie kleur", "goede|tas|en|mooie|kleur"),
    ("Goede tas.\nmooie kleur", "Goede|tas|.||mooie|kleur"),
    ("Goed:\n- tas\n- kleur", "Goed|:||-|tas||-|kleur"),
    ("goede tas\n\nen mooie kleur", "goede|tas||en|mooie|kleur"),
    ("goede tas\r\n\r\nen mooie kleur", "goede|tas||en|mooie|kleur"),
    ("Top!\n😀😀", "Top|!|😀|😀"),
    ("✅ Snel\n✅ Goed", "✅|Snel||✅|Goed"),
  ]

  @Test(arguments: breaks)
  func sentences(text: String, expected: String) {
    #expect(bars(text) == expected)
  }

  @Test func aTitleEndsASentence() {
    let text = "goede tas\nen mooi"
    #expect(bars(text, breakAt: 9) == "goede|tas||en|mooi")
    #expect(bars(text) == "goede|tas|en|mooi")
  }

  @Test(arguments: ["xD", "xD.", "XD,", "xd!", "xD xD"])
  func aFaceOfLettersIsNoWord(text: String) {
    #expect(Self.tokenize(Array(text.utf8)).tokens[0].kind == .emoticon)
    #expect(Self.tokenize(Array("Top \(text)".utf8)).tokens[1].kind == .emoticon)
  }

  static let kinds: [(String, TokenKind)] = [
    ("tas", .word), ("12", .number), ("10%", .number), ("2x", .number), ("1e", .ordinal),
    ("€", .money), ("5,-", .money), ("14:30", .time), ("14u30", .time), ("25:99", .number),
    ("3-3-2026", .date), ("12/05", .date), ("2026-03-03", .date), ("8-", .grade), ("9+", .grade),
    ("7/10", .grade), ("8,5/10", .grade), ("8,5", .number), ("12/10", .number), ("1/4", .number),
    ("bol.com", .url), ("a@post.example", .email), ("@winkel", .handle), ("#top", .hashtag),
    (":-)", .emoticon), ("xD", .emoticon), ("👍🏽", .emoji), ("!!", .punctuation), ("+", .symbol),
    ("2-persoons", .word), ("06-12345678", .number),
  ]

  @Test(arguments: kinds)
  func kind(form: String, expected: TokenKind) {
    let tokens = Self.tokenize(Array(form.utf8)).tokens
    #expect(tokens.map(\.kind) == [expected])
  }

  @Test func anAmountTakesItsKindFromTheSign() {
    #expect(Self.tokenize(Array("€ 12,50".utf8)).tokens.map(\.kind) == [.money, .money])
    #expect(Self.tokenize(Array("10.00 uur".utf8)).tokens.map(\.kind) == [.time, .word])
    #expect(Self.tokenize(Array("10.00 euro".utf8)).tokens.map(\.kind) == [.number, .word])
  }

  // c capitalised, A all capitals, e elongated, s stress.
  static let shapes: [(String, String)] = [
    ("tas", ""), ("Tas", "c"), ("Élan", "cs"), ("TAS", "cA"), ("U", "c"), ("heel", ""),
    ("heeeel", "e"), ("HEEEEL", "cAe"), ("superrrrrr", "e"), ("wachtenwachtennnn", "e"),
    ("langgggerekt", "e"), ("Los/sso", "c"), ("aBBb", "e"), ("abcdefgggh", "e"), ("abcdeffg", ""),
    ("ABCDEFGHIJ", "cA"), ("ABCDEFGhIJ", "c"), ("abcdefghijklmnopQ", ""),
    ("één", "s"), ("ZÓ", "cAs"), ("súper", "s"), ("hèt", "s"), ("dé", "s"), ("héééél", "es"),
    ("blíj\u{301}f", "s"), ("café", ""), ("cafés", ""), ("café's", ""), ("entrée", ""),
    ("scène", ""), ("hé", ""), ("hè", ""), ("voilà", ""), ("à", ""), ("crêpe", ""), ("geïnd", ""),
  ]

  @Test(arguments: shapes)
  func shape(form: String, expected: String) throws {
    let letters: [(TokenShape, String)] = [
      (.capitalised, "c"), (.allCaps, "A"), (.elongated, "e"), (.emphasised, "s"),
    ]
    // Once at the end of the text, once before a space: two ways through the scanner.
    for text in [form, form + " en verder niets"] {
      let token = try #require(Self.tokenize(Array(text.utf8)).tokens.first)
      let shape = letters.map { token.shape.contains($0.0) ? $0.1 : "" }.joined()
      #expect(shape == expected, "\(text)")
    }
  }

  @Test func onlyTheFirstOfGluedTokensIsAfterSpace() {
    let shapes = Self.tokenize(Array("ja, (nee)".utf8)).tokens.map { $0.shape.subtracting(.plain) }
    #expect(shapes == [.afterSpace, [], .afterSpace, [], []])
  }

  @Test func sentenceRangesCoverTheTokens() {
    let buffer = Self.tokenize(Array("Eén tas. Twee. En?".utf8))
    #expect(buffer.sentenceCount == 3)
    #expect((0..<3).map(buffer.tokenRange(ofSentence:)) == [0..<3, 3..<5, 5..<7])
    #expect(buffer.tokens.map(\.sentence) == [0, 0, 0, 1, 1, 2, 2])
  }

  @Test func aBufferForgetsTheTextBefore() {
    var buffer = TokenBuffer()
    let tokenizer = Self.tokenizer
    tokenizer.tokenize(Array("Een. Twee. Drie.".utf8).span, into: &buffer)
    tokenizer.tokenize(Array("vier".utf8).span, into: &buffer)
    #expect(buffer.tokens.count == 1)
    #expect(buffer.sentenceCount == 1)
    tokenizer.tokenize([UInt8]().span, into: &buffer)
    #expect(buffer.tokens.isEmpty)
    #expect(buffer.sentenceCount == 0)
  }

  @Test func anInnerAbbreviationNeverEndsASentence() {
    var buffer = TokenBuffer()
    let text = Array("Thee Enz. Daarna".utf8)
    Tokenizer(abbreviations: [Abbreviation(form: "enz.")]).tokenize(text.span, into: &buffer)
    #expect(buffer.sentenceCount == 1)
    Tokenizer(abbreviations: []).tokenize(text.span, into: &buffer)
    #expect(buffer.sentenceCount == 2)
  }

  // MARK: Properties

  static let seed =
    "'s Avonds om 20.30 uur belde dhr. J. Peters: zo'n héél mooie tas, € 12,50 (5,-)! 👍🏽 :-) "
    + "boekje.Verder bol.com/a jan@post.example #top 8- 7/10 … ,,ja'' in- en uit\n\n- één\n2. 🇳🇱 xD"

  @Test func everyPrefixIsCovered() {
    let bytes = Array(Self.seed.utf8)
    for end in 0...bytes.count {
      checkInvariants(Array(bytes[..<end]))
      checkInvariants(Array(bytes[end...]))
    }
  }

  @Test(arguments: 0..<8)
  func randomBytesAreCovered(seed: Int) {
    var random = SplitMix(state: UInt64(seed))
    let pieces = Self.seed.unicodeScalars.map { Array(String($0).utf8) }
    for _ in 0..<400 {
      var bytes: [UInt8] = []
      for _ in 0..<random.next(below: 60) {
        // Half from the seed, so that the rules meet, half anything.
        if random.next(below: 2) == 0 {
          bytes += pieces[random.next(below: pieces.count)]
        } else {
          bytes.append(UInt8(random.next(below: 256)))
        }
      }
      checkInvariants(bytes, breakAt: random.next(below: 70))
    }
  }

  /// Letters of few kinds, so that capitals, equal neighbours and ends of words fall on every border of eight bytes.
  @Test(arguments: 0..<4)
  func aLetterRunIsWhatReadingLetterByLetterFinds(seed: Int) {
    var random = SplitMix(state: UInt64(seed))
    let kinds = Array("aaaaAAzZ@[`{/ \u{E9}".utf8)
    for _ in 0..<5_000 {
      let letters = random.next(below: 24)
      let text = (0..<random.next(below: 30)).map { index in
        kinds[random.next(below: index < letters ? 8 : kinds.count)]
      }
      let start = random.next(below: text.count + 1)
      let run = LetterRun(text.span, at: start)
      let expected = Array(text[start...].prefix { $0.isLetter })
      let folded = expected.map { $0 | 0x20 }
      #expect(run.count == expected.count)
      let hasSmall = run.hasSmall(in: text.span, at: start)
      #expect(hasSmall == expected.contains { $0.isSmall })
      #expect(
        run.isElongated
          == folded.indices.dropLast(2).contains {
            folded[$0] == folded[$0 + 1] && folded[$0] == folded[$0 + 2]
          })
      guard let first = expected.first else { continue }
      var shape: TokenShape = run.isElongated ? [.plain, .elongated] : .plain
      if first.isCapital { shape.insert(.capitalised) }
      if expected.count > 1, expected.allSatisfy({ $0.isCapital }) { shape.insert(.allCaps) }
      let found = run.shape(in: text.span, at: start)
      #expect(found == shape)
    }
  }

  @Test func storageIsReservedInBlocksThatLeaveNoTrace() {
    let piece = Array("Een tas, mooi! ".utf8)
    let buffer = Self.tokenize(Array(repeatElement(piece, count: 1_000).joined()))
    #expect(buffer.tokens.count == 5_000)
    #expect(buffer.sentenceStarts == (0..<1_000).map { Int32(5 * $0) })
    let lengths = [3, 3, 1, 4, 1]
    for (index, token) in buffer.tokens.enumerated() {
      #expect(Int(token.start) == index / 5 * 15 + [0, 4, 7, 9, 13][index % 5])
      #expect(token.range.count == lengths[index % 5])
      #expect(Int(token.sentence) == index / 5)
    }
  }

  @Test func noAbbreviationIsTakenForAWordBeforeAStop() throws {
    let abbreviations = try Lexicon.load().abbreviations
    let table = AbbreviationTable(abbreviations)
    for abbreviation in abbreviations {
      let form = Array(abbreviation.form.utf8)
      guard form.count > 2, form.last == UInt8(ascii: ".") else { continue }
      let mayEnd = table.mayEnd(form.span, at: form.count - 1)
      #expect(mayEnd, "\(abbreviation.form)")
    }
  }

  private func checkInvariants(_ bytes: [UInt8], breakAt: Int? = nil) {
    let buffer = Self.tokenize(bytes, breakAt: breakAt)
    var position = 0
    var sentence: Int32 = -1
    for (index, token) in buffer.tokens.enumerated() {
      #expect(token.start < token.end)
      #expect(Int(token.start) >= position, "overlap in \(bytes)")
      #expect(isBlank(bytes, position..<Int(token.start)), "lost bytes in \(bytes)")
      #expect(token.shape.contains(.afterSpace) == (token.start > position || position == 0))
      if token.sentence != sentence {
        sentence += 1
        #expect(token.sentence == sentence)
        #expect(buffer.sentenceStarts[Int(sentence)] == index)
      }
      position = Int(token.end)
    }
    #expect(position <= bytes.count)
    #expect(isBlank(bytes, position..<bytes.count), "lost bytes in \(bytes)")
    #expect(buffer.sentenceCount == Int(sentence) + 1)
  }

  private func isBlank(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    String(decoding: bytes[range], as: UTF8.self).unicodeScalars.allSatisfy {
      Scalar(value: $0.value, length: 1).isSpace
    }
  }

  // MARK: Helpers

  static let tokenizer = Tokenizer(
    abbreviations: [
      Abbreviation(form: "bijv."), Abbreviation(form: "o.a."), Abbreviation(form: "dhr."),
      Abbreviation(form: "mevr."), Abbreviation(form: "st."), Abbreviation(form: "-nr."),
      Abbreviation(form: "enz.", use: .final), Abbreviation(form: "vr.", use: .final),
      Abbreviation(form: "min.", use: .numeric), Abbreviation(form: "ma.", use: .numeric),
    ])

  static func tokenize(_ bytes: [UInt8], breakAt: Int? = nil) -> TokenBuffer {
    var buffer = TokenBuffer()
    tokenizer.tokenize(bytes.span, breakAt: breakAt, into: &buffer)
    return buffer
  }

  private func bars(_ text: String, breakAt: Int? = nil) -> String {
    let bytes = Array(text.utf8)
    let buffer = Self.tokenize(bytes, breakAt: breakAt)
    return (0..<buffer.sentenceCount).map { sentence in
      buffer.tokens[buffer.tokenRange(ofSentence: sentence)]
        .map { String(decoding: bytes[$0.range], as: UTF8.self) }
        .joined(separator: "|")
    }.joined(separator: "||")
  }
}

/// The SplitMix64 generator: the same numbers on every machine.
private struct SplitMix {
  var state: UInt64

  mutating func next(below limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(limit))
  }
}
