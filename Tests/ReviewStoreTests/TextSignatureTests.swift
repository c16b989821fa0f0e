import Testing

@testable import ReviewStore

@Suite struct TextSignatureTests {
  static func signature(_ text: String) -> (letters: UInt64?, minhash: [UInt8]) {
    let bytes = Array("xx\(text)yy".utf8)
    let signature = TextSignature(2..<bytes.count - 2, in: bytes)
    var minhash: [UInt8] = []
    signature.append(to: &minhash)
    return (signature.letters, minhash)
  }

  /// The share of the numbers in which two texts agree.
  static func likeness(_ first: String, _ second: String) -> Double {
    let (a, b) = (signature(first).minhash, signature(second).minhash)
    let equal = stride(from: 0, to: a.count, by: 2).count { a[$0..<$0 + 2] == b[$0..<$0 + 2] }
    return Double(equal) / Double(TextSignature.count)
  }

  /// Reads the letters alone, as figures do.
  static func letters(_ text: String) -> UInt64? {
    let bytes = Array("xx\(text)yy".utf8)
    return TextSignature.letters(2..<bytes.count - 2, in: bytes)
  }

  static let same: [(String, String)] = [
    ("Prima winkel!", "prima   winkel"), ("Café à la carte", "cafe a la carte"),
    ("Cafe\u{301}", "CAFÉ"), ("Top 👍🏽", "top"), ("“Goed…” zei hij", "goed zei hij"),
    ("één", "een"), ("Zo'n 3 uur", "zo n 3 uur"), ("’t Is", "tis"), ("a × b", "a b"),
  ]

  @Test(arguments: same)
  func capitalsAccentsAndSignsDoNotCount(first: String, second: String) {
    #expect(Self.signature(first).letters != nil)
    #expect(Self.signature(first).letters == Self.signature(second).letters)
    #expect(Self.letters(first) == Self.signature(first).letters)
  }

  static let different: [(String, String)] = [
    ("Na 3 uur", "Na 4 uur"), ("goed", "goedkoop"), ("straße", "strase"), ("добро", "зло"),
  ]

  @Test(arguments: different)
  func lettersAndDigitsCount(first: String, second: String) {
    #expect(Self.signature(first).letters != nil)
    #expect(Self.signature(first).letters != Self.signature(second).letters)
    #expect(Self.letters(second) == Self.signature(second).letters)
  }

  @Test(arguments: ["", " ", "…!?", "👍👍", "\u{301}"])
  func aTextWithoutLettersHasNone(text: String) {
    #expect(Self.signature(text).letters == nil)
    #expect(Self.letters(text) == nil)
  }

  @Test func copiesAreAlikeAndOthersAreNot() {
    let text = """
      De monteur kwam twee uur te laat, maar hij had wel zelf gebeld om dat te zeggen en hij bleef tot de ketel
      weer liep, ook al was het toen al lang donker en zat zijn eigen gezin te wachten met het eten.
      """
    #expect(Self.likeness(text, text) == 1)
    #expect(Self.likeness(text, text.uppercased() + "!!") == 1)
    #expect(Self.likeness(text, text.replacing("twee", with: "drie")) > 0.7)
    let other = """
      Besteld op maandag en op woensdag al in huis; de doos was heel, de lamp past goed bij de bank en de prijs
      viel ons alles mee vergeleken met wat we in de stad hadden gezien, dus we komen zeker terug.
      """
    #expect(Self.likeness(text, other) < 0.1)
  }

  @Test func longTextsAreToldByTheirFirstWords() {
    let words = (0..<40_000).map { "woord\($0)" }
    let long = words.joined(separator: " ")
    let start = words.prefix(5_000).joined(separator: " ")
    #expect(Self.signature(long).minhash == Self.signature(start).minhash)
    // Not all least values are the same, so that another text differs.
    #expect(Self.likeness(long, words.reversed().joined(separator: " ")) < 0.2)
  }

  @Test func theSignatureIsThatOfEveryMachine() {
    // Stored signatures are compared with new ones: a change of these values needs a migration.
    let (letters, minhash) = Self.signature("Na drie keer bellen nog steeds geen antwoord.")
    #expect(letters == 13_494_853_620_569_753_099)
    #expect(minhash.prefix(8) == [142, 146, 110, 146, 238, 154, 51, 198])
    #expect(minhash.count == TextSignature.size)
  }

  @Test func anyBytesAreTaken() {
    var generator = SystemRandomNumberGenerator()
    for length in 0..<400 {
      let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &generator) }
      var minhash: [UInt8] = []
      TextSignature(0..<length, in: bytes).append(to: &minhash)
      #expect(minhash.count == TextSignature.size)
    }
  }
}
