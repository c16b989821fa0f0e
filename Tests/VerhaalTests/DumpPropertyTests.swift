import Lexicon
import Privacy
import ReviewIO
import StoryAnalysis
import StoryBrief
import Testing

@testable import verhaal

/// What holds of the lines of any dump.
@Suite struct DumpPropertyTests {
  static let pieces = [
    "Na drie keer bellen", "nog steeds niks", "geweldig!", "de monteur", "kwam op zondag terug",
    "\"prima\"", "café", "👍🏽", ";", ",", "'s avonds", "toen", "niet", "€ 5,-", "\\", "een 7",
    "NUL\u{0}",
  ]

  /// Reviews without line ends in them, with ids from a number on.
  static func reviews(_ count: Int, from first: Int, _ generator: inout SplitMix64) -> [[String]] {
    (0..<count).map { number in
      let text = (0..<Int.random(in: 0...12, using: &generator))
        .map { _ in pieces.randomElement(using: &generator)! }.joined(separator: " ")
      return ["r\(first + number)", text, "\(Int.random(in: 1...10, using: &generator))"]
    }
  }

  static func csv(_ rows: [[String]], lineEnd: String) -> [UInt8] {
    rows.flatMap { row in
      Array(
        (row.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ";") + lineEnd)
          .utf8)
    }
  }

  static func jsonLines(_ rows: [[String]], lineEnd: String) -> [UInt8] {
    rows.flatMap { row in
      var json = JSONWriter()
      json.open()
      for (key, value) in zip(["id", "tekst", "cijfer"], row) {
        json.key(escaping: key)
        json.string(value)
      }
      json.close()
      json.end()
      return json.bytes.dropLast() + Array(lineEnd.utf8)
    }
  }

  /// Nothing is left to the sample.
  static func fixed(_ format: DumpFormat) -> ReaderOptions {
    var options = ReaderOptions()
    options.format = format
    options.encoding = .utf8
    if format == .csv { options.delimiter = UInt8(ascii: ";") }
    options.textColumns = ["tekst"]
    options.idColumn = "id"
    options.ratingColumn = "cijfer"
    options.scale = .oneToTen
    options.source = "proef"
    return options
  }

  @Test(arguments: 0..<12 as Range<UInt64>)
  func chunksThreadsAndLineEndsChangeNothing(seed: UInt64) async throws {
    var generator = SplitMix64(seed: seed)
    let rows = Self.reviews(30, from: 0, &generator)
    let header = [["id", "tekst", "cijfer"]]
    let whole = try await PipelineTests.lines(
      Self.csv(header + rows, lineEnd: "\n"), chunk: 1 << 20, read: 1 << 20, threads: 1)
    for lineEnd in ["\n", "\r\n"] {
      for _ in 0..<6 {
        let cut = try await PipelineTests.lines(
          Self.csv(header + rows, lineEnd: lineEnd),
          chunk: Int.random(in: 1...4_000, using: &generator),
          read: Int.random(in: 1...900, using: &generator),
          threads: Int.random(in: 1...4, using: &generator))
        #expect(cut == whole, "seed \(seed)")
      }
    }
    #expect(whole.count { $0 == 0x0a } == rows.count)
  }

  @Test(arguments: 0..<12 as Range<UInt64>)
  func dumpsOneAfterAnotherGiveTheirLinesOneAfterAnother(seed: UInt64) async throws {
    var generator = SplitMix64(seed: 100 + seed)
    let first = Self.reviews(Int.random(in: 1...20, using: &generator), from: 0, &generator)
    let second = Self.reviews(Int.random(in: 1...20, using: &generator), from: 100, &generator)
    let header = [["id", "tekst", "cijfer"]]
    for format in [DumpFormat.csv, .jsonl] {
      func lines(_ rows: [[String]]) async throws -> [UInt8] {
        let dump =
          format == .csv
          ? Self.csv(header + rows, lineEnd: "\n") : Self.jsonLines(rows, lineEnd: "\n")
        return try await PipelineTests.lines(
          dump, chunk: 500, read: 100, threads: 2, options: Self.fixed(format))
      }
      let apart = try await lines(first) + lines(second)
      #expect(try await lines(first + second) == apart, "seed \(seed) \(format)")
      #expect(apart.count { $0 == 0x0a } == first.count + second.count)
    }
  }

  /// Personal data of which no digit stands in the rest of the text.
  static let personal = [
    "bel mij op 06-12345678", "mijn rekening is NL20INGB0001234567", "op 192.168.1.20",
    "bestelnummer 987654321", "mijn kenteken is 1-ABC-234", "geboren op 03-04-1978",
    "mijn BSN is 123456782",
  ]

  @Test(arguments: 0..<12 as Range<UInt64>)
  func whatWasMaskedIsNotInTheAnalysis(seed: UInt64) async throws {
    var generator = SplitMix64(seed: 200 + seed)
    let redactor = try Redactor()
    let mask = try Mask(keepsPersonal: false)
    let analyzer = try PipelineTests.analyzer.get()
    for _ in 0..<40 {
      let parts = (0..<Int.random(in: 2...9, using: &generator)).map { _ in
        Bool.random(using: &generator)
          ? Self.personal.randomElement(using: &generator)!
          : Self.pieces[..<9].randomElement(using: &generator)!
      }
      let text = Array(parts.joined(separator: ", ").utf8)
      let masked = redactor.redact(text.span).text
      #expect(!Self.hasDigit(masked), "\(String(decoding: masked, as: UTF8.self))")
      let dump = Self.jsonLines(
        [["r", String(decoding: masked, as: UTF8.self), ""]], lineEnd: "\n")
      let reader = try ReviewReader(bytes: dump, name: "-", options: Self.fixed(.jsonl))
      let parser = RecordParser(layout: reader.layout, options: Self.fixed(.jsonl))
      let batch = AnalyzedBatch(
        parser.parse(try #require(try reader.nextChunk())), layout: reader.layout,
        analyzer: analyzer, detail: [.reasons])
      let analysis = try #require(batch.analyses.first)
      #expect(!analysis.moments.contains { Self.hasDigit(Array($0.text.utf8)) })
      #expect(!analysis.reasons.contains { $0.isOfWord && Self.hasDigit(Array($0.rule.utf8)) })
      // Masked afterwards, no part of the text shows a piece of it either, wherever it is cut.
      for _ in 0..<20 {
        let ends = (0..<2).map { _ in Int.random(in: 0...text.count, using: &generator) }.sorted()
        #expect(!Self.hasDigit(Array(mask.shown(text, ends[0]..<ends[1]).utf8)))
      }
    }
  }

  static func hasDigit(_ text: [UInt8]) -> Bool { text.contains { $0 &- 0x30 < 10 } }
}
