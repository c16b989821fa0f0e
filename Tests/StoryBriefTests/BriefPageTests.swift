import Foundation
import Testing

@testable import StoryBrief

@Suite struct BriefPageTests {
  /// Texts that would be markup, were they not escaped.
  static let hostile: [String] = [
    "</p><script>alert(1)</script>", "<img src=x onerror=alert(1)>", "\u{202E}omgekeerd",
    "[klik](javascript:alert(1))", "| een | tabel |", "**vet** `code` $x^2$ @naam {.klasse}",
    "\u{0}\u{1B}[31mrood", "\"; --", "&lt;b&gt;", "https://voorbeeld.nl/pad",
  ]

  static func document(_ text: String) throws -> BriefDocument {
    var review = InventedStore.Review.soup
    review.text = "We hadden niets gevraagd " + text + ". " + review.text.dropFirst(26)
    review.fields = ["winkel": "Gent " + text.prefix(20)]
    var request = BriefRequest()
    request.title = text
    request.claims = [text]
    let facts = try BriefTests.facts([review], request)
    #expect(facts.good.count == 1)
    return try BriefTests.document(facts)
  }

  @Test(arguments: hostile)
  func nothingGivenIsMarkup(text: String) throws {
    let document = try Self.document(text)
    let html = HTMLBrief(document).text
    let tags = Set(html.matches(of: #/<\/?([a-zA-Z!]+)/#).map { String($0.1) })
    #expect(
      tags.isSubset(of: [
        "!doctype", "html", "head", "meta", "title", "style", "body", "main", "header", "p", "h",
        "figure",
        "blockquote", "figcaption", "div", "table", "thead", "tbody", "tr", "th", "td", "strong",
        "em", "span",
        "ol", "ul", "li",
      ]), "\(tags)")
    #expect(!html.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    #expect(!html.unicodeScalars.contains { $0.value == 0x202E })
    let markdown = MarkdownBrief(document).text
    let bare = markdown.replacing(#/\\./#, with: "")
    #expect(
      !bare.contains("<") && !bare.contains("](") && !bare.contains("`") && !bare.contains("{"))
    for row in bare.split(separator: "\n") where row.hasPrefix("|") {
      #expect([4, 5].contains(row.count { $0 == "|" }) || row.count { $0 == "|" } == 3, "\(row)")
    }
  }

  @Test func thePageLoadsAndRunsNothing() throws {
    let html = HTMLBrief(try Self.document("goed")).text
    #expect(html.contains("default-src 'none'"))
    #expect(!html.contains("<script") && !html.contains("src=") && !html.contains("url("))
    #expect(!html.contains("href="))
  }

  @Test func marksStandAgainstTheirWords() {
    var document = BriefDocument(title: "Een \"titel\"", subtitle: [], languageTag: "nl-NL")
    document.blocks = [
      .paragraph([
        BriefSpan("Een "), BriefSpan("klant*", .emphasis, isGiven: true), BriefSpan(":", .emphasis),
        BriefSpan(" "), BriefSpan("vet ", .strong), BriefSpan("en "), .blank, BriefSpan(" klaar."),
      ])
    ]
    let text = MarkdownBrief(document).text
    #expect(text.contains("Een *klant\\*:* **vet** en ______________ klaar."), "\(text)")
    #expect(text.contains(#"title: 'Een "titel"'"#))
  }
}
