import Testing

@testable import StoryBrief

@Suite struct EscapingTests {
  /// A sign and an accent on it are one character to Swift, and two to whoever reads HTML or Markdown.
  @Test(arguments: ["<", ">", "\"", "'", "&"])
  func aSignWithAnAccentIsEscapedInHTML(sign: String) {
    let html = (sign + "\u{301} onclick=x").forHTML
    #expect(html == sign.forHTML + "\u{301} onclick=x")
    #expect(sign.forHTML.hasPrefix("&") && sign.forHTML.hasSuffix(";"))
  }

  @Test(arguments: "\\`*_[]{}<>#|~^&$@".map(String.init))
  func aSignWithAnAccentIsEscapedInMarkdown(sign: String) {
    #expect(MarkdownText.escaped("a" + sign + "\u{64F}b") == "a\\" + sign + "\u{64F}b")
  }

  @Test(arguments: [
    ("1. een", "1\\. een"), ("12) een", "12\\) een"), ("- x", "\\- x"), ("a ![b", "a \\!\\[b"),
    ("http://x.nl", "http\\://x.nl"), ("www.x.nl", "www\\.x.nl"), ("een  twee ", "een twee"),
    ("goed - 1. x", "goed - 1. x"),
  ])
  func whatHasAMeaningIsEscaped(text: String, expected: String) {
    #expect(MarkdownText.escaped(text) == expected)
  }
}
