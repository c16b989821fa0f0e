@testable import StoryBrief
@testable import verhaal

extension FuzzTarget {
  /// What is escaped means nothing in HTML or Markdown and reads as the text; nothing steers a terminal.
  static let escaping = FuzzTarget(name: "escaping") {
    { bytes in
      let text = String(decoding: bytes, as: UTF8.self)
      let html = text.forHTML
      require(!html.utf8.contains { "<>\"'".utf8.contains($0) })
      let parts = html.utf8.split(
        separator: UInt8(ascii: "&"), omittingEmptySubsequences: false)
      var back: [UInt8] = []
      for (place, part) in parts.enumerated() {
        if place == 0 {
          back += part
          continue
        }
        let end = part.firstIndex(of: UInt8(ascii: ";"))!
        let signs = ["lt": "<", "gt": ">", "quot": "\"", "#39": "'", "amp": "&"]
        back += signs[String(decoding: part[..<end], as: UTF8.self)]!.utf8
        back += part[part.index(after: end)...]
      }
      require(back.elementsEqual(text.utf8), html)
      let safe = Terminal.safe(text)
      require(
        !safe.unicodeScalars.contains {
          $0.properties.generalCategory == .control || (0x202A...0x202E).contains($0.value)
            || (0x2066...0x2069).contains($0.value)
        })
      let markdown = StoryMarkdown.escaped(text)
      require(!markdown.utf8.contains(0x0a))
      // Every sign with a meaning of its own has a stroke before it, of which there is one for it alone.
      var plain: [UInt8] = []
      var isEscaped = false
      for byte in markdown.utf8 {
        if byte == UInt8(ascii: "\\") && !isEscaped {
          isEscaped = true
          continue
        }
        require(isEscaped || !"\\`*_[]{}<>#|~^&$@".utf8.contains(byte), markdown)
        plain.append(byte)
        isEscaped = false
      }
      require(!isEscaped)
      let expected = safe.unicodeScalars.split(separator: " ").joined(separator: [" "])
      require(plain.elementsEqual(String(String.UnicodeScalarView(expected)).utf8), markdown)
    }
  }
}
