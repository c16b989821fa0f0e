import Essentials
import ReviewStore
import StoryAnalysis
import StoryFigures

/// A page on which one looks further: one file of HTML that loads nothing and needs no network.
///
/// Of every review that figures count it holds a row without text; of the most memorable also the text, masked.
public struct ReportPage {
  /// The whole file, UTF-8.
  public let html: [UInt8]

  /// Reads a store.
  ///
  /// - Throws: `StoreError`, or `WordsError` when the names and cues cannot be read, which the tests rule out.
  public init(_ store: ReviewStore, _ options: ReportOptions, analyzer: Analyzer) throws {
    let texts = ReportTexts(options.language)
    let data = try ReportData(store, options, texts: texts, analyzer: analyzer)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let json = try ReportPage.inScript(encoder.encode(data))
    let plain = PlainReport(data, texts)
    let title = options.title?.withoutControls()
    let raw: [String: String] = [
      "policy": """
      default-src 'none'; script-src \(SHA256.policySource(PageFile.script.bytes)); \
      style-src \(SHA256.policySource(PageFile.style.bytes)); base-uri 'none'; form-action 'none'
      """,
      "style": PageFile.style.text, "script": PageFile.script.text, "data": json,
      "lede": plain.lede, "cells.rows": plain.cells, "stories.first": plain.stories,
      "left": plain.leftOut,
    ]
    let own = [
      "language": options.language.rawValue,
      "title": title.map { texts("title.of", ["name": $0]) } ?? texts("title"),
      "embedded": texts(
        "embedded",
        [
          "n": texts.number(data.counts.count), "texts": texts.number(data.stories.count),
        ]),
      "masked": texts(options.keepsPersonal ? "unmasked" : "masked"),
      "analyzer": analyzer.version,
    ]
    html = ReportPage.filled(PageFile.html.text) { name in
      raw[name] ?? (own[name] ?? texts(name)).forHTML
    }
  }

  /// The template with something for every `{{name}}`.
  private static func filled(_ template: String, _ value: (String) -> String) -> [UInt8] {
    var result: [UInt8] = []
    var rest = template[...]
    while let open = rest.firstRange(of: "{{"), let close = rest.firstRange(of: "}}") {
      result += rest[..<open.lowerBound].utf8
      result += value(String(rest[open.upperBound..<close.lowerBound])).utf8
      rest = rest[close.upperBound...]
    }
    return result + rest.utf8
  }

  /// JSON that no text in it can end the script of; `<` and the like only stand in its strings.
  static func inScript(_ json: Data) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(json.count + json.count / 50)
    for byte in json {
      switch byte {
      case UInt8(ascii: "<"): result += Array("\\u003c".utf8)
      case UInt8(ascii: ">"): result += Array("\\u003e".utf8)
      case UInt8(ascii: "&"): result += Array("\\u0026".utf8)
      // U+2028 and U+2029, which end a line of a script.
      case 0xA8...0xA9 where result.last == 0x80 && result.dropLast().last == 0xE2:
        result.removeLast(2)
        result += Array((byte == 0xA8 ? "\\u2028" : "\\u2029").utf8)
      default: result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
