import Foundation
import Testing

@testable import Privacy

/// How much is found in the texts of `Corpus/privacy`.
@Suite struct CorpusTests {
  struct Entry: Decodable {
    struct Span: Decodable {
      let start: Int
      let end: Int
      let kind: String
    }

    let id: String
    let text: String
    let spans: [Span]
  }

  static func entries(_ set: String) throws -> [Entry] {
    let file = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Corpus/privacy/\(set).jsonl")
    return try Data(contentsOf: file).split(separator: UInt8(ascii: "\n")).map {
      try JSONDecoder().decode(Entry.self, from: $0)
    }
  }

  /// A span is found when all its bytes are masked and its kind is named.
  @Test(arguments: ["open", "test", "second"])
  func enoughIsFoundAndCleanTextsAreLeftAlone(set: String) throws {
    var found: [String: Int] = [:]
    var all: [String: Int] = [:]
    var (clean, touched) = (0, 0)
    for entry in try Self.entries(set) {
      let spans = RedactorTests.redactor.redact(Array(entry.text.utf8).span).spans
      for gold in entry.spans {
        all[gold.kind, default: 0] += 1
        let covers = (gold.start..<gold.end).allSatisfy { at in
          spans.contains { $0.range.contains(at) }
        }
        let isNamed = spans.contains {
          $0.kind.rawValue == gold.kind && $0.range.overlaps(gold.start..<gold.end)
        }
        if covers && isNamed { found[gold.kind, default: 0] += 1 }
      }
      if entry.spans.isEmpty {
        clean += 1
        touched += spans.isEmpty ? 0 : 1
      }
    }
    let recall = Double(found.values.reduce(0, +)) / Double(all.values.reduce(0, +))
    let persons = Double(found["person"] ?? 0) / Double(try #require(all["person"]))
    #expect(recall >= 0.95, "\(set): \(found) of \(all)")
    #expect(persons >= 0.9)
    #expect(touched * 20 <= clean, "\(set): \(touched) of \(clean)")
    #expect(Set(all.keys) == Set(PersonalKind.allCases.map(\.rawValue)), "a kind has no text")
    #expect(clean >= 80)
  }
}
