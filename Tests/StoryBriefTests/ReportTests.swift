import Foundation
import Lexicon
import Privacy
import ReviewStore
import StoryAnalysis
import StoryFigures
import Testing

@testable import StoryBrief

@Suite struct ReportTests {
  static let good =
    "Toen mijn wasmachine lekte, kwam de monteur op zondag nog langs en dweilde hij ongevraagd de hele keuken."
  static let bad =
    "Na drie keer bellen stond er weer niemand voor de deur en kreeg ik te horen dat het systeem nee zei."
  static let plain = "Goede service en een nette winkel, alles was op voorraad."

  private static func page(
    _ reviews: [InventedStore.Review], _ change: (inout ReportOptions) -> Void = { _ in }
  ) throws -> String {
    var options = ReportOptions()
    change(&options)
    let invented = try InventedStore(reviews)
    let page = try ReportPage(invented.store, options, analyzer: InventedStore.analyzer)
    return String(decoding: page.html, as: UTF8.self)
  }

  /// What stands in the page for its script.
  private static func data(_ page: String) throws -> [String: Any] {
    let json = try #require(
      page.firstMatch(of: /<script type="application\/json" id="data">(.*?)<\/script>/)?.1)
    return try #require(
      JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
  }

  private static func stories(_ page: String) throws -> [[String: Any]] {
    try #require(try data(page)["stories"] as? [[String: Any]])
  }

  // MARK: Policy

  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      String(repeating: "a", count: 1_000),
      "41edece42d63e8d9bf515a9ba6932e1c20cbc9f5a5d134645adb5db1b9737ea3"
    ),
  ])
  func theDigestIsThatOfTheStandard(message: String, expected: String) {
    let digest = SHA256.digest(Array(message.utf8))
    #expect(
      digest.map { String(($0 >> 4), radix: 16) + String($0 & 15, radix: 16) }.joined() == expected)
  }

  @Test func thePolicyNamesTheScriptAndTheStyleThatStandInThePage() throws {
    let page = try Self.page([.init(text: Self.good)])
    let script = try #require(page.matches(of: /<script>(?s)(.*?)<\/script>/).last?.1)
    let style = try #require(page.firstMatch(of: /<style>(?s)(.*?)<\/style>/)?.1)
    let policy = try #require(
      page.firstMatch(of: /Content-Security-Policy" content="([^"]*)"/)?.1)
    #expect(policy.hasPrefix("default-src 'none'; "))
    #expect(policy.contains("script-src \(SHA256.policySource(Array(script.utf8)));"))
    #expect(policy.contains("style-src \(SHA256.policySource(Array(style.utf8)));"))
    #expect(!policy.contains("unsafe"))
  }

  @Test func nothingIsLoaded() throws {
    let page = try Self.page([.init(text: Self.good)])
    for text in [" src=", "url(", "@import", "<link", "<img", "<iframe", " style=", "onclick="] {
      #expect(!page.contains(text), "\(text)")
    }
  }

  // MARK: Hostile texts

  static let hostile = [
    "</script><script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<!--<script>",
    "javascript:alert(1)", "]]>", "\u{2028}\u{2029}", "{{script}} {{data}}", "a\u{0}b\u{1B}[31m",
    "\u{202E}achterstevoren", "👩‍👩‍👧‍👦 🇳🇱", String(repeating: "x", count: 10_000), "\"&'<>",
  ]

  // By their numbers, as the log of the tests is read in a terminal.
  @Test(arguments: hostile.indices)
  func aTextStaysAText(number: Int) throws {
    let text = Self.hostile[number]
    let whole = Self.good + " " + text
    let page = try Self.page([
      .init(text: whole, title: "kop", id: text, fields: ["soort": text]),
      .init(text: Self.bad, id: "ander", fields: ["soort": text]),
      .init(text: Self.plain, fields: ["soort": "gewoon"]),
      .init(text: Self.plain + " Top.", fields: ["soort": "gewoon"]),
    ]) {
      $0.title = text
      $0.keepsPersonal = true
    }
    #expect(page.matches(of: /<script/).count == 2)
    #expect(page.matches(of: /<\/script>/).count == 2)
    #expect(!page.contains("<img"))
    #expect(!page.contains("\u{202E}") && !page.contains("\u{0}") && !page.contains("\u{1B}"))
    let shown = try Self.stories(page).compactMap { $0["text"] as? String }
    #expect(shown.contains("kop\n" + whole.withoutControls(keepingLines: true)))
  }

  // MARK: What is embedded

  @Test func rowsAreThoseThatFiguresCount() throws {
    let page = try Self.page([
      .init(text: Self.good, date: "2026-03-14", rating: 90_000), .init(text: Self.bad),
      .init(text: Self.plain), .init(text: Self.plain), .init(text: "ok"), .init(text: "nvt"),
    ])
    let data = try Self.data(page)
    let rows = try #require(data["rows"] as? [String: Any])
    #expect(rows["cell"] as? String == "052")
    #expect(rows["side"] as? String == "gb-")
    #expect((rows["grade"] as? [Any])?.count == 3)
    #expect((data["grades"] as? [[String: Any]])?.first?["value"] as? Int == 90_000)
    #expect(page.contains("6 reacties gelezen, maart 2026."))
    #expect(page.contains("1 dubbel"))
  }

  @Test func storiesComeAsTopRanksThem() throws {
    let texts = [Self.plain, Self.bad, Self.good, "Snelle levering en een prima product gekregen."]
    let invented = try InventedStore(texts.map { .init(text: $0) })
    let page = try ReportPage(invented.store, ReportOptions(), analyzer: InventedStore.analyzer)
    let shown = try Self.stories(String(decoding: page.html, as: UTF8.self))
    let ranked = try invented.store.stories(StoryQuery(limit: 10))
    #expect(ranked.count == 2)
    #expect(shown.prefix(2).compactMap { $0["id"] as? String } == ranked.map(\.id))
    #expect(shown.count == 4, "others follow")
  }

  @Test(arguments: [0, 1, 2, 3, 10])
  func onlySoManyTextsGoAlong(limit: Int) throws {
    let texts = [Self.plain, Self.bad, Self.good]
    let page = try Self.page(texts.map { .init(text: $0) }) { $0.textLimit = limit }
    #expect(try Self.stories(page).count == min(limit, 3))
    #expect(try (Self.data(page)["rows"] as? [String: Any])?["cell"] as? String == "250")
  }

  @Test func theSameStoreGivesTheSamePage() throws {
    let reviews: [InventedStore.Review] = [
      .init(text: Self.good, fields: ["b": "1", "a": "2", "c": "3"]),
      .init(text: Self.bad, fields: ["c": "3", "a": "2", "b": "4"]),
    ]
    #expect(try Self.page(reviews) == Self.page(reviews))
  }

  @Test func placesCountInUTF16() throws {
    let page = try Self.page([.init(text: "😀 Wat een dag. " + Self.good, title: "Één kop")])
    let story = try #require(try Self.stories(page).first)
    let text = Array(try #require(story["text"] as? String).utf16)
    let moment = try #require(story["moment"] as? [Int])
    #expect(String(decoding: text[moment[0]..<moment[1]], as: UTF16.self) == Self.good)
    #expect(story["title"] as? Int == 7)
    let reasons = try #require(story["story"] as? [[String: Any]])
    let words = reasons.flatMap { $0["words"] as? [[Int]] ?? [] }
    #expect(!reasons.isEmpty && reasons.count <= 4 && !words.isEmpty)
    #expect(words.allSatisfy { $0[0] < $0[1] && $0[1] <= text.count })
  }

  @Test func personalDataAreMasked() throws {
    let reviews: [InventedStore.Review] = [
      .init(
        text: "Mevrouw Jansen belde mij op 06-12345678. " + Self.good, id: "jan@example.nl",
        fields: ["mail": "piet@example.nl"]),
      .init(text: Self.bad, fields: ["mail": "piet@example.nl"]),
      .init(text: Self.plain, fields: ["mail": "anders"]),
      .init(text: Self.plain + " Top.", fields: ["mail": "anders"]),
    ]
    let masked = try Self.page(reviews)
    let open = try Self.page(reviews) { $0.keepsPersonal = true }
    for text in ["Jansen", "06-12345678", "jan@example.nl", "piet@example.nl"] {
      #expect(!masked.contains(text), "\(text)")
      #expect(open.contains(text), "\(text)")
    }
    let story = try #require(
      try Self.stories(masked).first { ($0["text"] as? String)?.contains("Toen mijn") == true })
    let text = Array(try #require(story["text"] as? String).utf16)
    let moment = try #require(story["moment"] as? [Int])
    #expect(String(decoding: text[moment[0]..<moment[1]], as: UTF16.self).hasPrefix("Toen mijn"))
  }

  /// Length of the text before the moment and behind it, and whether it is cut there.
  static let lengths = [
    (0, 0, false, false), (8_000, 8_000, false, false), (0, 20_000, false, true),
    (20_000, 0, true, false), (20_001, 20_002, true, true), (5_000, 100_000, false, true),
  ]

  @Test(arguments: lengths)
  func aVeryLongTextIsCutAroundItsMoment(
    before: Int, behind: Int, isCutBefore: Bool, isCutBehind: Bool
  ) {
    // Characters of two bytes, in which no cut may fall.
    let start = "kop\n" + String(repeating: "é", count: before / 2)
    let whole = Array((start + Self.good + String(repeating: "é", count: behind / 2)).utf8)
    let place = start.utf8.count
    let excerpt = Excerpt(whole, titleLength: 3, moment: place..<place + Self.good.utf8.count)
    #expect(excerpt.text.count <= Excerpt.most + 1)
    #expect(String(validating: excerpt.text, as: UTF8.self) != nil)
    #expect(excerpt.moment.map { Array(excerpt.text[$0]) } == Array(Self.good.utf8))
    #expect(excerpt.isCutBefore == isCutBefore && excerpt.isCutBehind == isCutBehind)
    #expect(excerpt.titleLength == (isCutBefore ? 0 : 3))
    #expect(isCutBefore || isCutBehind || excerpt.text == whole)
  }

  static let columns: [(values: [String], offered: Bool)] = [
    (["a", "b", "a", "b"], true), (["a", "a", "a", "a"], false), (["a", "b", "c", "d"], false),
    (["a", "b", "", "a", "b"], true), (["a", "a", "", "", "b", "b"], true),
    (["a", "b", "a", String(repeating: "b", count: 300), "b", "b"], false), (["", ""], false),
  ]

  @Test(arguments: columns)
  func columnsThatDivideAreOffered(values: [String], offered: Bool) throws {
    var column = ReportField.Column()
    for (place, value) in values.enumerated() { column.set(value, at: place) }
    let fields = ReportField.dividing(["winkel": column], rows: values.count) { $0 }
    #expect(fields.isEmpty != offered)
    guard let field = fields.first else { return }
    let json = try JSONSerialization.jsonObject(with: JSONEncoder().encode(field))
    let row = try #require((json as? [String: Any])?["row"] as? [Any])
    #expect(row.count == values.count)
    #expect(zip(values, row).allSatisfy { $0.isEmpty == ($1 is NSNull) })
  }

  @Test func theEmptyPageSaysSo() throws {
    let page = try Self.page([])
    #expect(page.contains("Er is nog geen reactie gelezen."))
    #expect(page.contains("Alles wat gelezen is, is meegeteld."))
  }

  // MARK: Masking

  static let places: [(String, Range<Int>, String)] = [
    ("Dank Sanne de Vries voor alles", 0..<4, "Dank"),
    ("Geholpen door Sanne de Vries, top", 9..<13, "door"),
    ("Geholpen door Sanne de Vries, top", 30..<33, "top"),
    ("Geholpen door Sanne de Vries, top", 16..<18, "[persoon]"),
    ("Geholpen door Sanne de Vries, top", 9..<20, "door [persoon]"),
    ("Één 😀 bel 06-12345678 nu", 27..<29, "nu"),
  ]

  @Test(arguments: places)
  func placesMoveWithWhatIsMasked(text: String, range: Range<Int>, expected: String) throws {
    let masked = MaskedText(text, try Redactor())
    let units = Array(masked.string.utf16)
    #expect(String(decoding: units[masked.utf16(range)], as: UTF16.self) == expected)
  }

  // MARK: Texts

  @Test func bothLanguagesSayTheSame() throws {
    let (dutch, english) = (ReportTexts(.dutch).texts, ReportTexts(.english).texts)
    #expect(dutch.count > 100)
    #expect(Set(dutch.keys) == Set(english.keys))
    for (key, text) in dutch {
      let places = { (text: String) in Set(text.matches(of: /\{\w+\}/).map { String($0.0) }) }
      #expect(places(text) == places(english[key] ?? ""), "\(key)")
    }
  }

  @Test(arguments: ReportLanguage.allCases)
  func everythingHasAText(language: ReportLanguage) throws {
    let texts = ReportTexts(language).texts
    var keys = Driver.allCases.map { "driver." + $0.name }
    keys += StoryCell.allCases.flatMap { ["cell." + $0.key, "kind." + $0.key] }
    keys += PermissionStatus.allCases.filter { $0 != .internal }.map { "permission." + $0.rawValue }
    keys += Set(ReportReason.groups.values).map { "reason." + $0 }
    keys += PageFile.script.text.matches(of: /\bt\('([\w.-]+)'/).map { String($0.1) }
    keys += PageFile.script.text.matches(of: /\bcounted\('([\w.-]+)'/)
      .flatMap { [String($0.1) + ".one", String($0.1) + ".other"] }
    #expect(keys.count > 100)
    for key in keys { #expect(texts[key]?.isEmpty == false, "\(key)") }
  }

  @Test func everyPlaceOfThePageIsFilled() throws {
    let page = try Self.page([.init(text: Self.good)])
    let shown = try #require(page.split(separator: "<script type=").first)
    for match in PageFile.html.text.matches(of: /\{\{([\w.]+)\}\}/) {
      #expect(!shown.contains("{{\(match.1)}}"))
      #expect(!shown.contains(">\(match.1)<") || !match.1.contains("."), "\(match.1)")
    }
  }

  @Test func reasonsGroupKindsOfEvidenceThatThereAre() {
    let lexicon = InventedStore.analyzer.lexicon
    #expect(ReportReason.groups.count > 70)
    for kind in ReportReason.groups.keys { #expect(lexicon.phrase(for: kind) != kind, "\(kind)") }
  }
}
