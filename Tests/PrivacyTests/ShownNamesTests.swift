import Testing

@testable import Privacy

@Suite struct ShownNamesTests {
  static let names = ["Sanne", "Mevr. Jansen", "Jan de Vries", "Roos", "Han"]
  static let redactor = try! Redactor(showing: names)

  /// A text, the same masked where names are shown, and the names that stand in it.
  static let texts: [(String, String, [String])] = [
    ("Geholpen door Sanne.", "Geholpen door Sanne.", ["Sanne"]),
    ("geholpen door SANNE", "geholpen door SANNE", ["Sanne"]),
    ("Sannes hulp en Sanne's lach", "Sannes hulp en Sanne's lach", ["Sanne"]),
    ("Geholpen door Sanne de Boer.", "Geholpen door [persoon].", []),
    ("Geholpen door Sanne en Bram.", "Geholpen door Sanne en [persoon].", ["Sanne"]),
    ("Mevrouw Jansen belde.", "Mevrouw Jansen belde.", ["Mevr. Jansen"]),
    ("Geholpen door mevr. Jansen.", "Geholpen door mevr. Jansen.", ["Mevr. Jansen"]),
    ("Madam Jansen belde.", "Madam Jansen belde.", ["Mevr. Jansen"]),
    ("Notaris Jansen belde.", "Notaris Jansen belde.", ["Mevr. Jansen"]),
    ("Jan de Vries kwam langs.", "Jan de Vries kwam langs.", ["Jan de Vries"]),
    ("Geholpen door Jan.", "Geholpen door [persoon].", []),
    ("de roos was dood", "de roos was dood", []),
    ("Wij spraken Roos.", "Wij spraken Roos.", ["Roos"]),
    ("Geholpen door Hans.", "Geholpen door [persoon].", []),
    ("Sanne, bel 06-12345678", "Sanne, bel [telefoon]", ["Sanne"]),
    ("Susanne hielp", "[persoon] hielp", []),
  ]

  @Test(arguments: texts)
  func aListedNameIsShown(text: String, expected: String, found: [String]) {
    let bytes = Array(text.utf8)
    let shown = Self.redactor.redact(bytes.span, showingNamesIn: [0..<bytes.count])
    #expect(String(decoding: shown.text, as: UTF8.self) == expected)
    #expect(
      Self.redactor.shownNames(in: bytes.span, 0..<bytes.count).map { Self.names[$0] } == found)
  }

  /// A list alone shows nothing: only where it is said.
  @Test(arguments: texts)
  func elsewhereItIsMasked(text: String, expected: String, found: [String]) throws {
    let bytes = Array(text.utf8)
    #expect(Self.redactor.redact(bytes.span) == (try Redactor().redact(bytes.span)))
  }

  @Test func onlyThePlaceIsShown() {
    let text = "Geholpen door Sanne.\nGeklaagd over mevrouw Jansen, geholpen door Sanne."
    let bytes = Array(text.utf8)
    let shown = Self.redactor.redact(bytes.span, showingNamesIn: [0..<20])
    #expect(
      String(decoding: shown.text, as: UTF8.self)
        == "Geholpen door Sanne.\nGeklaagd over mevrouw [persoon], geholpen door [persoon].")
    for span in shown.spans {
      #expect(
        String(decoding: shown.text[span.maskedRange], as: UTF8.self) == span.kind.mask)
    }
  }
}
