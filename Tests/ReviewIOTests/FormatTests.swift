import Testing

@testable import ReviewIO

/// The same three reviews in every form.
enum SameReviews {
  static let rows: [[String]] = [
    [
      "a1", "Snel geholpen", "De monteur kwam, keek en \"hup\": klaar.\nTop!", "9", "2026-03-01",
      "kachel",
    ],
    ["a2", "", "Drie weken gewacht; niets gehoord 😡", "2", "2026-03-02", ""],
    ["a3", "Één keer goed", "Prima €5 korting\tgekregen", "7-", "2026-03-03", "jas, rood"],
  ]
  static let header = ["id", "titel", "review", "cijfer", "datum", "soort"]

  static func delimited(_ delimiter: String, _ ending: String = "\n") -> String {
    ([header] + rows).map { row in
      row.map { value in
        let isPlain = !value.contains { "\"\n\t,;|".contains($0) }
        return isPlain ? value : "\"" + value.replacing("\"", with: "\"\"") + "\""
      }.joined(separator: delimiter) + ending
    }.joined()
  }

  static let objects: [String] = rows.map { row in
    "{" + zip(header, row).map { "\"\($0)\": \"\(escaped($1))\"" }.joined(separator: ", ") + "}"
  }

  private static func escaped(_ value: String) -> String {
    value.replacing("\"", with: "\\\"").replacing("\n", with: "\\n").replacing("\t", with: "\\t")
      .replacing("😡", with: "\\ud83d\\ude21")
  }

  static let lines = objects.joined(separator: "\n") + "\n"
  static let array = "[\n" + objects.joined(separator: ",\n") + "\n]\n"

  static let forms: [(name: String, bytes: [UInt8])] = [
    ("comma", Array(delimited(",").utf8)),
    ("semicolon with mark", [0xef, 0xbb, 0xbf] + Array(delimited(";", "\r\n").utf8)),
    ("pipe", Array(delimited("|").utf8)),
    ("carriage returns", Array(delimited(",", "\r").utf8)),
    ("sep line", Array(("sep=;\r\n" + delimited(";", "\r\n")).utf8)),
    ("no last line end", Array(delimited(",").utf8.dropLast())),
    ("utf-16 tabs", utf16(delimited("\t"))),
    ("utf-16 big endian", utf16(delimited("\t"), bigEndian: true)),
    ("utf-16 without mark", utf16(delimited(","), mark: false)),
    ("json", Array(array.utf8)),
    ("json on one line", Array("[\(objects.joined(separator: ","))]".utf8)),
    ("json in an object", Array("{\"totaal\": 3, \"reviews\": \(array), \"meer\": {}}".utf8)),
    (
      "json in an object on one line",
      Array("{\"reviews\":[\(objects.joined(separator: ","))]}".utf8)
    ),
    (
      "json objects over lines",
      Array(objects.joined(separator: "\n").replacing(", \"", with: ",\n \"").utf8)
    ),
    ("json lines", Array(lines.utf8)),
    ("json lines, blank lines", Array(("\n\n" + lines.replacing("\n", with: "\r\n\r\n")).utf8)),
    ("json lines utf-16", utf16(lines)),
    ("gzip", gzip(Array(lines.utf8))),
    (
      "gzip of several members",
      gzip(Array(lines.utf8.prefix(100))) + gzip([]) + gzip(Array(lines.utf8.dropFirst(100)))
        + [0, 0, 0]
    ),
    ("gzip of utf-16", gzip(utf16(delimited(";")))),
  ]
}

@Suite struct FormatTests {
  @Test(arguments: SameReviews.forms.map(\.name))
  func everyFormGivesTheSameReviews(_ name: String) throws {
    let form = try #require(SameReviews.forms.first { $0.name == name })
    let readout = try Readout(form.bytes)
    let expected = SameReviews.rows.enumerated().map { index, row in
      Readout.Row(
        number: index + 1, text: row[1].isEmpty ? row[2] : row[1] + "\n" + row[2],
        title: row[1].utf8.count, id: row[0], rating: [90_000, 20_000, 67_500][index], date: row[4],
        fields: ["soort=" + row[5]], unreadable: false)
    }
    #expect(readout.rows == expected)
    #expect(readout.findings == [])
    #expect(readout.summary.contains("scale 1-10"))
  }

  @Test(arguments: SameReviews.forms.map(\.name))
  func cutsAtEveryByteGiveTheSame(_ name: String) throws {
    let form = try #require(SameReviews.forms.first { $0.name == name })
    let whole = try Readout(form.bytes)
    for chunk in [1, 2, 50, 100, 200] {
      for read in [1, 2, 3, 7, 64, 1000] {
        let readout = try Readout(form.bytes) {
          $0.chunkBytes = chunk
          $0.readBytes = read
        }
        #expect(readout.hasSameContents(as: whole), "chunk \(chunk), read \(read)")
      }
    }
  }

  /// What a dump larger than the sample goes through: chunks that begin in every kind of place.
  @Test(arguments: [DumpFormat.csv, .json, .jsonl])
  func longDumpsAreTheSameForAnyChunk(_ format: DumpFormat) throws {
    var random = FixedRandom(state: 7)
    var records: [String] = []
    for number in 0..<9000 {
      let words = (0..<Int.random(in: 5...30, using: &random)).map { _ in
        ["goed", "slecht", "é", "wacht\\n", "\\\"ja\\\"", "}, {", "kapot"].randomElement(
          using: &random)!
      }
      let text = words.joined(separator: " ")
      if format == .csv {
        let plain = text.replacing("\\n", with: "\n").replacing("\\\"", with: "\"\"")
        records.append("\(number),\"\(plain)\"")
      } else {
        records.append("{\"id\":\(number),\"text\":\"\(text)\"}")
      }
    }
    let dump =
      switch format {
      case .csv: "id,text\n" + records.joined(separator: "\n")
      case .json: "[" + records.joined(separator: ",") + "]"
      default: records.joined(separator: "\n")
      }
    let bytes = Array((dump).utf8)
    let whole = try Readout(bytes) {
      $0.chunkBytes = .max >> 1
      $0.readBytes = bytes.count
    }
    #expect(whole.rows.count == 9000 && whole.findings == [])
    #expect(whole.rows.allSatisfy { $0.id == "\($0.number - 1)" })
    let cut = try Readout(bytes) {
      $0.chunkBytes = 30_011
      $0.readBytes = 4099
    }
    #expect(cut.hasSameContents(as: whole) && cut.chunks > 10)
  }

  /// Damage anywhere may cost records, never the process, nor the sameness for any chunk.
  @Test(arguments: SameReviews.forms.map(\.name))
  func damagedDumpsAreTheSameForAnyChunk(_ name: String) throws {
    let form = try #require(SameReviews.forms.first { $0.name == name })
    var random = FixedRandom(state: UInt64(form.bytes.count))
    let pieces = Array("\"\\{}[],:;\n\r\t \0é".utf8) + [0xff, 0x80]
    for _ in 0..<60 {
      var bytes = form.bytes
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes.remove(at: place)
        case 1: bytes.insert(pieces.randomElement(using: &random)!, at: place)
        case 2: bytes[place] = pieces.randomElement(using: &random)!
        default: bytes.removeLast(Int.random(in: 0..<min(20, bytes.count - 1), using: &random))
        }
        if bytes.count < 30 { break }
      }
      let limit = Bool.random(using: &random) ? 120 : 16 << 20
      func read(_ size: Int) -> Result<Readout, any Error> {
        Result {
          try Readout(bytes) {
            $0.maximumRecordBytes = limit
            $0.chunkBytes = size
            $0.readBytes = size
          }
        }
      }
      let whole = read(1 << 20)
      for size in [1, 13, 100] {
        switch (whole, read(size)) {
        case (.success(let first), .success(let second)):
          #expect(second.hasSameContents(as: first), "\(size): \(bytes)")
        case (.failure(let first), .failure(let second)):
          #expect((first as? InputError)?.kind == (second as? InputError)?.kind)
        default: Issue.record("only one of two sizes fails: \(size): \(bytes)")
        }
      }
    }
  }

  @Test(arguments: ["", "\n", " "])
  func anArrayInAnObjectIsFoundBeyondTheSample(_ space: String) throws {
    let text = String(repeating: "goed geholpen ", count: 400)
    let objects = (0..<250).map { "{\"id\":\($0),\"text\":\"\(text)\"}" }
    let array = objects.joined(separator: ",\(space)")
    let dump = "{\"totaal\":250,\(space)\"reviews\":[\(space)\(array)]}"
    #expect(dump.utf8.count > LayoutFinder.sampleBytes)
    let readout = try Readout(dump)
    #expect(readout.rows.count == 250 && readout.findings.isEmpty)
    #expect(readout.summary.hasPrefix("json,"))
  }

  @Test func nothingGivesNothing() throws {
    for bytes in [[], [0xef, 0xbb, 0xbf], gzip([]), Array("\n\n".utf8)] as [[UInt8]] {
      let readout = try Readout(bytes)
      #expect(readout.rows.isEmpty && readout.findings.isEmpty && readout.chunks == 0)
    }
    #expect(try Readout("[]").rows.isEmpty)
    #expect(try Readout("id,review\n").rows.isEmpty)
  }

  @Test(
    arguments: [
      ([0x50, 0x4b, 3, 4, 20], "zip"), ([0xd0, 0xcf, 0x11, 0xe0, 1], "xls"),
      (Array("%PDF-1.7".utf8), "PDF"), (Array("SQLite format 3\0abc".utf8), "SQLite"),
      (Array(0...255), "not text"), ([0x89, 0x50, 0x4e, 0x47, 13], "picture"),
    ] as [([UInt8], String)])
  func whatIsNoDumpIsRefusedByName(_ bytes: [UInt8], _ name: String) {
    for stored in [bytes, gzip(bytes)] {
      let failure = Readout.failure(stored)
      #expect(failure?.message.contains(name) == true, "\(String(describing: failure))")
      #expect(failure?.hint.isEmpty == false)
    }
  }

  @Test func damagedGzipGivesWhatCameBefore() throws {
    var random = FixedRandom(state: 3)
    let lines = (0..<3000).map {
      "{\"id\":\($0),\"text\":\"bestelling \(random.next()) kwam te laat\"}"
    }
    let whole = gzip(Array(lines.joined(separator: "\n").utf8))
    var bent = whole
    bent[bent.count - 8] ^= 1
    for bytes in [Array(whole.prefix(whole.count / 2)), bent] {
      let options = ReaderOptions { $0.chunkBytes = 1000 }
      let reader = try ReviewReader(bytes: bytes, name: "dump.gz", options: options)
      let parser = RecordParser(layout: reader.layout, options: options)
      var count = 0
      let failure = #expect(throws: InputError.self) {
        while let chunk = try reader.nextChunk() {
          let batch = parser.parse(chunk)
          #expect(!batch.reviews.contains { $0.unreadable })
          count += batch.recordCount
        }
      }
      #expect(failure?.kind == .corruptGzip && (failure?.position ?? 0) > 0)
      #expect(count > 500 && count < 3000)
      #expect(try reader.nextChunk() == nil)
    }
    #expect(Readout.failure([0x1f, 0x8b, 8])?.kind == .corruptGzip)
    let trailing = try Readout(whole + Array("rest".utf8))
    #expect(trailing.kinds == [.trailingContent] && trailing.rows.count == 3000)
  }

  /// Text that packs a thousandfold leaves much in zlib when the input ends.
  @Test func allThatWasPackedBeforeTheDamageIsRead() throws {
    let line = "{\"text\":\"" + String(repeating: "wachten ", count: 60) + "\"}\n"
    let whole = gzip(Array(String(repeating: line, count: 4000).utf8))
    let counts = try [1, 100, 1 << 20].map { size in
      let options = ReaderOptions { $0.readBytes = size }
      let bytes = Array(whole.prefix(whole.count / 2))
      let reader = try ReviewReader(bytes: bytes, name: "dump.gz", options: options)
      var count = 0
      #expect(throws: InputError.self) {
        while let chunk = try reader.nextChunk() { count += chunk.recordCount }
      }
      return count
    }
    #expect(counts[0] > 1500 && Set(counts).count == 1, "\(counts)")
  }

  @Test func filesThatCannotBeOpenedSayWhy() {
    for (path, kind) in [("/tmp", "directory"), ("/nergens/dump.csv", "No such file")] {
      let failure = #expect(throws: InputError.self) {
        _ = try ReviewReader(path: path, options: .init())
      }
      #expect(failure?.kind == .cannotOpen && failure?.message.contains(kind) == true)
    }
  }

  @Test(arguments: [
    ("reviews.csv.gz", "reviews"), ("/data/maart 2026.jsonl", "maart 2026"), ("-", "stdin"),
    (".dump.csv", "dump"), ("kaal", "kaal"),
  ])
  func sourceIsTheFileName(_ name: String, _ source: String) throws {
    let reader = try ReviewReader(bytes: Array("review\nGoed".utf8), name: name, options: .init())
    #expect(reader.layout.source == source)
    #expect(reader.totalBytes == 11 && reader.bytesRead == 11)
  }
}

extension Readout {
  init(_ bytes: [UInt8], _ change: (inout ReaderOptions) -> Void) throws {
    try self.init(bytes, options: ReaderOptions(change))
  }
  init(_ text: String, _ change: (inout ReaderOptions) -> Void) throws {
    try self.init(Array(text.utf8), options: ReaderOptions(change))
  }
}
