import Foundation
import Testing

@testable import Privacy

@Suite struct RedactorTests {
  static let redactor = try! Redactor()

  static func masked(_ text: String) -> String {
    String(decoding: redactor.redact(Array(text.utf8).span).text, as: UTF8.self)
  }

  /// Each kind, and what looks like it.
  static let texts: [(String, String)] = [
    ("Geholpen door Sanne de Vries.", "Geholpen door [persoon]."),
    ("geholpen door sanne", "geholpen door [persoon]"),
    ("Dhr. J. van der Laan belde.", "Dhr. [persoon] belde."),
    ("mevrouw aan de balie", "mevrouw aan de balie"),
    ("Mvg,\nAnnelies", "Mvg,\n[persoon]"),
    ("Sint Maarten was mooi.", "Sint Maarten was mooi."),
    ("Wij spraken Roos.", "Wij spraken [persoon]."),
    ("de roos was dood", "de roos was dood"),
    ("Een Tommy Hilfiger jas", "Een Tommy Hilfiger jas"),
    ("Femke van Vodafone", "[persoon] van Vodafone"),
    ("vanaf jan 2026", "vanaf jan 2026"),
    ("mail a.b+c@voorbeeld.nl.", "mail [e-mail]."),
    ("06-12345678", "[telefoon]"), ("+32 486 12 34 56", "[telefoon]"),
    ("0031 (0)6 11223344", "[telefoon]"), ("02 345 67 89", "[telefoon]"),
    ("op 01-06-2026", "op 01-06-2026"), ("bel 0900-1234", "bel 0900-1234"),
    ("EAN 8712345678906", "EAN 8712345678906"),
    ("NL20 INGB 0001 2345 67", "[iban]"), ("NL21 INGB 0001 2345 67", "NL21 INGB 0001 2345 67"),
    ("NL20\u{A0}INGB\u{A0}0001\u{A0}2345\u{A0}67.", "[iban]."),
    ("NL20  INGB\t0001 2345\u{202F}67", "[iban]"), ("NL20 INGB 0001 2345 67- nee", "[iban]- nee"),
    ("1234\u{A0}AB Utrecht", "[postcode] Utrecht"), ("1234  AB Utrecht", "[postcode] Utrecht"),
    ("kenteken 12\u{A0}ABC\u{A0}3", "kenteken [kenteken]"),
    ("XX\u{2011}123\u{2011}Y\u{A0}weg", "[kenteken]\u{A0}weg"),
    ("XX-123-Y\u{2011}4", "XX-123-Y\u{2011}4"),
    ("bsn 123456782", "bsn [bsn]"), ("ordernummer 123456782", "ordernummer [ordernummer]"),
    ("na 123456789 jaar", "na 123456789 jaar"),
    ("aan de telefoon mijn bsn (123456782)", "aan de telefoon mijn bsn ([bsn])"),
    ("85.03.14-217.05", "[rijksregisternummer]"), ("85.03.14-217.06", "85.03.14-217.06"),
    ("4111 1111 1111 1111", "[kaartnummer]"), ("4111 1111 1111 1112", "4111 1111 1111 1112"),
    ("Kerkstraat 12, 1234 AB Utrecht", "[adres], [postcode] Utrecht"),
    ("Oude Gracht 211 A", "[adres]"), ("in de winkelstraat zijn 12", "in de winkelstraat zijn 12"),
    ("2000 mg per dag", "2000 mg per dag"), ("9300 Aalst", "[postcode] Aalst"),
    ("bestelnummer 4003271998", "bestelnummer [ordernummer]"),
    ("Bestelling van 2 maart", "Bestelling van 2 maart"),
    ("factuur van 89 euro", "factuur van 89 euro"),
    ("https://voorbeeld.nl/a?b=1.", "[url]."), ("via bol.com", "via bol.com"),
    ("ip 192.168.14.201", "ip [ip-adres]"), ("versie 4.2.1.0", "versie 4.2.1.0"),
    ("2001:db8:85a3::8a2e:370:7334", "[ip-adres]"), ("om 12:30:45 uur", "om 12:30:45 uur"),
    ("XX-123-Y", "[kenteken]"), ("1-ABC-123", "[kenteken]"), ("model XX-123-Y", "model XX-123-Y"),
    ("geboren op 4 juli 1978", "geboren op [geboortedatum]"),
    ("(12-03-1961, 65 jaar)", "([geboortedatum], 65 jaar)"),
    ("volg @jan_88", "volg [account]"), ("zie je @ 8 uur", "zie je @ 8 uur"),
    ("[persoon] van [adres]", "[persoon] van [adres]"),
    ("Mail jan@café.nl.", "Mail [e-mail]."), ("Ik ben @_lot_te!", "Ik ben [account]!"),
    ("0612345678,0687654321", "[telefoon],[telefoon]"),
    ("12345678,50 euro", "12345678,50 euro"),
    ("Mijn bsn-nummer is 284719304", "Mijn bsn-nummer is [bsn]"),
    ("Mijn amexnummer 3782 822463 10005", "Mijn amexnummer [kaartnummer]"),
    ("klantnummer 5512 884201 77", "klantnummer [ordernummer]"),
    ("Kerkstr. 12 in Ede", "[adres] in Ede"), ("Kerkstraat12", "[adres]"),
    ("Steenweg op Gent 12", "[adres]"),
    ("Retour naar Singel 201-2, Ede", "Retour naar [adres], Ede"),
    ("Singel 201 is mooi", "Singel 201 is mooi"),
    ("Jansen, Molenweg 3", "[persoon], [adres]"), ("Zwolle, Molenweg 3", "Zwolle, [adres]"),
    ("Piet Jansen-de Vries belde", "[persoon] belde"),
    ("mevrouw Jansen-van den Berg belde", "mevrouw [persoon] belde"),
    ("dhr. d’Hondt belde", "dhr. [persoon] belde"), ("Dhr 't Hart belde", "Dhr [persoon] belde"),
    ("zei d'r niks van", "zei d'r niks van"), ("Ik sprak met Achmed B.", "Ik sprak met [persoon]."),
    ("Dirk-Jan was er.", "[persoon] was er."), ("Bij Dirk was er kaas.", "Bij Dirk was er kaas."),
    ("Merel van de receptie was er niet", "[persoon] van de receptie was er niet"),
    ("Merel van het dak zong", "Merel van het dak zong"),
    ("die petra-achtige rotsen", "die petra-achtige rotsen"),
    ("sanne-marie was er", "[persoon] was er"),
    // As long a chain as anyone makes: masked at once, or masking again would find more.
    (
      "Bel jan@b.c" + String(repeating: "@d.e", count: 20),
      "Bel [persoon]" + String(repeating: "[account]", count: 21)
    ),
    // Each mask shows the next name for what it is.
    (
      "Bel " + String(repeating: "jan@b2 ", count: 60) + "op",
      "Bel " + String(repeating: "[persoon][account] ", count: 60) + "op"
    ),
  ]

  @Test(arguments: texts)
  func aTextIsMasked(text: String, expected: String) { #expect(Self.masked(text) == expected) }

  /// The examples in the word files: what stands in `[[ ]]` is masked, and nothing else.
  @Test(arguments: redactor.examples)
  func anExampleHolds(example: String) {
    var expected: [String] = []
    for part in example.components(separatedBy: "[[").dropFirst() {
      expected.append(String(part.prefix { $0 != "]" }))
    }
    let plain = Array(example.utf8.filter { $0 != UInt8(ascii: "[") && $0 != UInt8(ascii: "]") })
    let spans = Self.redactor.redact(plain.span).spans
    #expect(spans.map { String(decoding: plain[$0.range], as: UTF8.self) } == expected)
  }

  @Test func spansAreInBytesAndUnits() throws {
    let text = "Café 👍 met Sanne en Zoë op 06-12345678!"
    let bytes = Array(text.utf8)
    let redaction = Self.redactor.redact(bytes.span)
    let units = Array(text.utf16)
    #expect(redaction.spans.map(\.kind) == [.person, .person, .phone])
    for span in redaction.spans {
      let whole = String(decoding: bytes[span.range], as: UTF8.self)
      #expect(String(decoding: units[span.rangeUTF16], as: UTF16.self) == whole)
      let mask = String(decoding: redaction.text[span.maskedRange], as: UTF8.self)
      #expect(mask == span.kind.mask)
    }
  }

  @Test func aStreamMasksAsTheWholeDoes() {
    let text = "Groetjes,\n\nAnnelies\nBel:\n06-12345678\nGeholpen door\nWim"
    var stream = Self.redactor.stream()
    var output: [UInt8] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if !output.isEmpty { output.append(UInt8(ascii: "\n")) }
      stream.append(Array(line.utf8).span, to: &output)
    }
    #expect(String(decoding: output, as: UTF8.self) == Self.masked(text))
    #expect(stream.maskedCount == 3)
  }
}
