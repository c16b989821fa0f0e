import Testing

@testable import ReviewIO

@Suite struct DelimitedTests {
  /// A slow and obvious splitter after RFC 4180 that reads one byte at a time.
  static func reference(_ text: String, delimiter: UInt8) -> [[String]] {
    var rows: [[String]] = []
    var row: [[UInt8]] = []
    var field: [UInt8] = []
    var isQuoted = false
    var isStart = true
    let bytes = Array(text.utf8)
    var i = 0
    while i < bytes.count {
      let byte = bytes[i]
      if isQuoted {
        if byte == 0x22 && i + 1 < bytes.count && bytes[i + 1] == 0x22 {
          field.append(0x22)
          i += 1
        } else if byte == 0x22 {
          isQuoted = false
        } else {
          field.append(byte)
        }
      } else if byte == 0x22 && isStart {
        isQuoted = true
        isStart = false
      } else if byte == delimiter {
        row.append(field)
        field = []
        isStart = true
      } else if byte == 0x0a || byte == 0x0d {
        if !(row.isEmpty && field.isEmpty && isStart) {
          rows.append((row + [field]).map { String(decoding: $0, as: UTF8.self) })
        }
        row = []
        field = []
        isStart = true
      } else {
        field.append(byte)
        isStart = false
      }
      i += 1
    }
    if !(row.isEmpty && field.isEmpty && isStart) {
      rows.append((row + [field]).map { String(decoding: $0, as: UTF8.self) })
    }
    return rows
  }

  @Test(arguments: [",", ";", "\t", "|", "\\"].map { (text: String) in text.utf8.first! })
  func randomTablesAreSplitLikeTheReference(_ delimiter: UInt8) throws {
    var random = FixedRandom(state: UInt64(delimiter))
    let pieces = ["goed", " ", "\"\"", ",", ";", "\t", "|", "\n", "\r\n", "é", "x y", "\\"]
    for round in 0..<60 {
      var text =
        ["id", "review", "soort"].joined(separator: String(UnicodeScalar(delimiter))) + "\n"
      for _ in 0..<12 {
        let fields = (0..<3).map { _ -> String in
          let count = Int.random(in: 0...5, using: &random)
          let body = (0..<count).map { _ in pieces.randomElement(using: &random)! }.joined()
          if Bool.random(using: &random) { return "\"" + body + "\"" }
          return "a" + body.filter { !"\"\n\r\r\n".contains($0) && $0.utf8.first != delimiter }
        }
        text += fields.joined(separator: String(UnicodeScalar(delimiter)))
        text += ["\n", "\r\n", "\r"].randomElement(using: &random)!
      }
      let expected = Self.reference(text, delimiter: delimiter).dropFirst()
      let readout = try Readout(text) {
        $0.format = .csv
        $0.delimiter = delimiter
        $0.chunkBytes = 1 + round
        $0.readBytes = 1 + round % 7
        $0.idColumn = "id"
        $0.textColumns = ["review"]
      }
      #expect(readout.rows.map(\.text) == expected.map { $0[1] })
      #expect(readout.rows.map(\.fields) == expected.map { ["soort=" + $0[2]] })
      #expect(readout.findings.isEmpty, "\(readout.findings)")
    }
  }

  @Test(
    arguments: [
      // dump, texts, kinds
      ("id,review\n1,zo \"goed\" was het", ["zo \"goed\" was het"], [.quoteInField]),
      ("id,review\n1,\"zo \"goed\" was het\"", ["zo goed\" was het\""], [.textAfterQuote]),
      ("id,review\n1\n2,Fijn", ["", "Fijn"], [.tooFewFields]),
      ("id,review\n1,Goed, snel, vlot\n2,Fijn", ["Goed, snel, vlot", "Fijn"], [.tooManyFields]),
      ("id;review\n1;Goed;snel\n2;Fijn", ["Goed", "Fijn"], [.tooManyFields]),
      ("id,review\n1,Goed,,\n2,Fijn", ["Goed", "Fijn"], []),
      ("review,id\nGoed,1,2,3\nFijn,2", ["Goed", "Fijn"], [.tooManyFields]),
      (
        "id,review\n1,\"nooit dicht\n2,Fijn\n3,Slecht", ["\"nooit dicht", "Fijn", "Slecht"],
        [.unclosedQuote]
      ),
      ("id,review\n1,\"een \\\"twee\\\" drie\"\n2,\"Fijn\"", ["een \"twee\" drie", "Fijn"], []),
      ("id,review\n1,\"pad C:\\\"\n2,\"Fijn\"", ["pad C:\\", "Fijn"], []),
      ("id,review\n1,\"\"\n\n2,\"a\n\nb\"\n", ["", "a\n\nb"], []),
      (
        "review\nLekker, goed en snel\n\"Traag; koud\"\n", ["Lekker, goed en snel", "Traag; koud"],
        []
      ),
      ("id,review\n1,a\0b\n", ["a\0b"], []),
    ] as [(String, [String], [Diagnostic.Kind])])
  func lenientRowsAreCounted(_ dump: String, _ texts: [String], _ kinds: [Diagnostic.Kind]) throws {
    let readout = try Readout(dump)
    #expect(readout.texts == texts)
    #expect(readout.kinds == kinds)
    for chunk in 1...8 {
      let cut = try Readout(dump) {
        $0.chunkBytes = chunk
        $0.readBytes = chunk
      }
      #expect(cut.hasSameContents(as: readout))
    }
  }

  @Test func anUnclosedQuoteEndsAtTheRecordLimit() throws {
    let dump =
      "id,review\n1,\"open\n2,Fijn\n" + (3...40).map { "\($0),Goed\n" }.joined() + "41,\"dicht\"\n"
    let readout = try Readout(dump) { $0.maximumRecordBytes = 60 }
    #expect(readout.kinds == [.unclosedQuote] && readout.rows.count == 41)
    #expect(
      readout.texts[0] == "\"open" && readout.texts[1] == "Fijn" && readout.texts[40] == "dicht")
    #expect(readout.findings[0].hasPrefix("dump:1: a quote is not closed"))
    for size in 1...70 {
      let cut = try Readout(dump) {
        $0.maximumRecordBytes = 60
        $0.chunkBytes = size
        $0.readBytes = size
      }
      #expect(cut.hasSameContents(as: readout))
    }
  }

  /// Where records lie and what is wrong with each, found byte by byte.
  private static func spans(_ bytes: [UInt8], limit: Int) -> [RecordSpan] {
    func isLineEnd(_ at: Int) -> Bool { bytes[at] == 0x0a || bytes[at] == 0x0d }
    var spans: [RecordSpan] = []
    var start = 0
    while start < bytes.count {
      if isLineEnd(start) {
        start += 1
        continue
      }
      var (at, opened, isFieldStart) = (start, nil as Int?, true)
      while at < bytes.count && (opened != nil || !isLineEnd(at)) {
        if opened != nil {
          // What is open at the limit opens nothing, and the record is its line.
          guard at < start + limit else { break }
          if bytes[at] == 0x22 {
            if at + 1 < bytes.count && bytes[at + 1] == 0x22 {
              at += 1
            } else {
              opened = nil
            }
          }
        } else if bytes[at] == 0x22 && isFieldStart {
          opened = at
        }
        isFieldStart = opened == nil && bytes[at] == 0x2c
        at += 1
      }
      var end = at
      if let opened {
        end = opened
        while end < bytes.count && !isLineEnd(end) { end += 1 }
      }
      if end - start > limit {
        spans.append(RecordSpan(start: start, end: start, flaw: .tooLong, flawAt: start))
        end = start
        while end < bytes.count && !isLineEnd(end) { end += 1 }
      } else if let opened {
        spans.append(RecordSpan(start: start, end: end, flaw: .unclosedQuote, flawAt: opened))
      } else {
        spans.append(RecordSpan(start: start, end: end))
      }
      start = end
    }
    return spans
  }

  @Test func quotesThatAreOpenAtTheLimitAreLikeTheReference() throws {
    var random = FixedRandom(state: 8)
    let pieces = ["a", "b", "\"", "\"\"", ",", ",\"", "\n", "\n", "\r\n", "\n\""]
    var flaws: [RecordSpan.Flaw: Int] = [:]
    for round in 0..<400 {
      let count = Int.random(in: 1...80, using: &random)
      let dump = "a,b\n" + (0..<count).map { _ in pieces.randomElement(using: &random)! }.joined()
      let limit = Int.random(in: 4...40, using: &random)
      let expected = Array(Self.spans(Array(dump.utf8), limit: limit).dropFirst())
      let reader = try ReviewReader(
        bytes: Array(dump.utf8), name: "dump",
        options: ReaderOptions {
          $0.format = .csv
          $0.delimiter = UInt8(ascii: ",")
          $0.textColumns = ["b"]
          $0.maximumRecordBytes = limit
          $0.chunkBytes = 1 + round % 50
          $0.readBytes = 1 + round % 7
        })
      var found: [RecordSpan] = []
      while let chunk = try reader.nextChunk() {
        found += chunk.records.map { $0.moved(by: chunk.offset) }
      }
      for index in found.indices where found[index].flaw == .none { found[index].flawAt = 0 }
      #expect(found == expected, "\(dump.debugDescription), at most \(limit)")
      for span in found { flaws[span.flaw, default: 0] += 1 }
    }
    #expect(flaws.count == 3 && flaws.values.allSatisfy { $0 > 100 }, "\(flaws)")
  }

  /// What waits behind short records, after a search for the end of a long one, is not copied for each chunk of them.
  @Test func whatWaitsIsNotCopiedForEachChunk() throws {
    let dump = "id,review\n1,\"open\n" + String(repeating: "a\n", count: 200_000)
    let reader = try ReviewReader(
      bytes: Array(dump.utf8), name: "dump",
      options: ReaderOptions {
        $0.chunkBytes = 1_000
        $0.readBytes = 1_000
      })
    var (chunks, records, room) = (0, 0, 0)
    while let chunk = try reader.nextChunk() {
      chunks += 1
      records += chunk.records.count
      room += chunk.bytes.capacity
    }
    #expect(chunks > 390 && records == 200_001)
    #expect(room < 10 * dump.utf8.count)
  }

  /// However long a record is that is passed over, and whatever stands before it.
  @Test func whatIsPassedOverIsNotKept() throws {
    let review = "{\"text\":\"Goed geholpen\"}\n"
    let dump = review + String(repeating: "a", count: 600_000) + "\n" + review
    let reader = try ReviewReader(
      bytes: Array(dump.utf8), name: "dump",
      options: ReaderOptions {
        $0.format = .jsonl
        $0.maximumRecordBytes = 100_000
        $0.chunkBytes = 10_000
        $0.readBytes = 1_000
      })
    var (records, longest): ([RecordSpan], Int) = ([], 0)
    while let chunk = try reader.nextChunk() {
      records += chunk.records
      longest = max(longest, chunk.bytes.count)
    }
    #expect(records.map(\.flaw) == [.none, .tooLong, .none])
    #expect(longest < 2 * 10_000)
  }

  @Test(arguments: [DumpFormat.csv, .jsonl, .json])
  func recordsThatAreTooLongArePassedOver(_ format: DumpFormat) throws {
    let long = String(repeating: "lang ", count: 100)
    let dump: String
    switch format {
    case .csv: dump = "id,review\n1,Goed\n2,\(long)\n3,Fijn\n"
    default:
      let objects = ["Goed", long + "}, {", "Fijn"].map {
        "{\"review\":\"\($0)\",\"x\":{\"y\":[]}}"
      }
      dump =
        format == .json
        ? "[" + objects.joined(separator: ",") + "]" : objects.joined(separator: "\n")
    }
    for size in [1, 7, 1000] {
      let readout = try Readout(dump) {
        $0.maximumRecordBytes = 100
        $0.chunkBytes = size
        $0.readBytes = size
      }
      #expect(readout.texts == ["Goed", "", "Fijn"])
      #expect(
        readout.kinds == [.tooLong] && readout.rows[1].unreadable && readout.rows[2].number == 3)
    }
  }

  @Test(arguments: [
    ("Het eten was koud en de bediening traag\nNooit meer, wat een drama\nTop", 3, true),
    ("Prima zaak, aanrader voor iedereen", 1, true),
    (
      "12,2026-03-01,Het duurde weken voordat er iemand kwam\n13,2026-03-02,Snel en goed geholpen vandaag",
      2, true
    ),
    ("Wat vond u van ons?\nGoed geholpen aan de balie\nSlecht", 2, false),
    ("kolom a;kolom b\n1;Het duurde weken voordat er iemand kwam", 1, false),
    ("review\nTop", 1, false),
    // Values that are also names.
    (
      "1,8,website,\"Heel snel geleverd, en netjes\"\n2,4,app,De doos was kapot bij aankomst helaas",
      2, true
    ),
    (
      "2024-05-03;Positief;Heel snel en netjes\n2024-05-04;Negatief;De doos was kapot",
      2, true
    ),
    ("Positief;Heel snel en netjes\nNegatief;De doos was kapot\nPositief;Fijn", 3, true),
    ("respondent-id;Wat vond u van het hele bezoek;x\n1;Heel fijn geholpen;y", 1, false),
    ("bron;verslag\nwebsite;Heel snel geholpen door de winkel", 1, false),
  ])
  func headersAreToldFromData(_ dump: String, _ count: Int, _ hasNone: Bool) throws {
    let readout = try Readout(dump)
    #expect(readout.rows.count == count && readout.kinds.isEmpty)
    #expect(readout.summary.contains("no header") == hasNone)
  }

  @Test func commasOfFractionsAreNoDelimiters() throws {
    let readout = try Readout(
      "8,5;Prima geholpen\n7,5;Snel in huis, netjes\n6,0;Doos kapot\n9,5;Heel fijn"
    ) {
      $0.ratingColumn = "column1"
    }
    #expect(readout.rows.map(\.rating) == [85_000, 75_000, 60_000, 95_000])
    #expect(readout.texts[1] == "Snel in huis, netjes")
  }

  @Test func aTextBrokenAtACommaKeepsItsQuotes() throws {
    let readout = try Readout(
      "id,tekst\n1,\"Hij zei \"\"kom maar\"\" en ging\",dat was fijn\n2,Goed, snel en \"leuk\"\n")
    #expect(
      readout.texts == ["Hij zei \"kom maar\" en ging,dat was fijn", "Goed, snel en \"leuk\""])
    #expect(readout.kinds.contains(.tooManyFields))
  }

  /// As `cat` makes of several exports.
  @Test func filesOneAfterAnotherAreOneDump() throws {
    let mark = "\u{feff}"
    for part in [
      "id;cijfer;tekst\n1;8;Heel snel\n2;9;Netjes\n",
      "{\"id\":1,\"tekst\":\"Heel snel\"}\n{\"id\":2,\"tekst\":\"Netjes\"}\n",
      "[{\"id\":1,\"tekst\":\"Heel snel\"},{\"id\":2,\"tekst\":\"Netjes\"}]",
    ] {
      for size in [1, 5, 1000] {
        let readout = try Readout(mark + part + mark + part) {
          $0.chunkBytes = size
          $0.readBytes = size
        }
        #expect(readout.texts == ["Heel snel", "Netjes", "Heel snel", "Netjes"])
        #expect(readout.rows.map(\.id) == ["1", "2", "1", "2"] && readout.kinds == [])
        #expect(readout.rows.map(\.number) == [1, 2, 3, 4])
      }
    }
    let plain = try Readout("id,tekst\n1,Goed\nid,tekst\n2,Netjes\n")
    #expect(plain.texts == ["Goed", "Netjes"])
  }

  @Test func aDamagedRecordStaysUTF8() throws {
    let bytes =
      Array("id,tekst\n1,Café was één groot feest, caf".utf8) + [0xc3]
      + Array("\n2,Prima één\n".utf8)
    let readout = try Readout(bytes)
    #expect(readout.texts == ["Café was één groot feest, caf\u{fffd}", "Prima één"])
    #expect(readout.kinds.contains(.invalidEncoding) && !readout.kinds.contains(.notUTF8))
  }

  @Test func withoutHeaderColumnsAreNumbered() throws {
    let readout = try Readout(
      "12,Het duurde weken voordat er iemand kwam\n13,Snel en goed geholpen vandaag")
    #expect(readout.texts[1] == "Snel en goed geholpen vandaag")
    #expect(readout.rows[0].fields == ["column1=12"])
    let rated = try Readout("8,Het duurde weken voordat er iemand kwam\n6,Goed") {
      $0.ratingColumn = "column1"
    }
    #expect(rated.rows.map(\.rating) == [80_000, 60_000])
  }

  @Test func encodingsAreDecidedPerRecord() throws {
    let bytes =
      Array("id,review\n1,caf".utf8) + [0xe9, 0x2e, 0x80, 0x81] + Array("\n2,café\n3,\"ca".utf8) + [
        0xe9
      ]
    let readout = try Readout(bytes)
    #expect(readout.texts == ["café.€\u{fffd}", "café", "\"caé"])
    #expect(readout.kinds == [.notUTF8, .invalidEncoding, .notUTF8, .unclosedQuote])
    let fixed = try Readout(bytes) { $0.encoding = .windows1252 }
    #expect(fixed.texts == ["café.€\u{fffd}", "cafÃ©", "\"caé"])
    #expect(fixed.kinds == [.invalidEncoding, .unclosedQuote])
    let mended = try Readout(bytes) { $0.encoding = .utf8 }
    #expect(mended.texts == ["caf\u{fffd}.\u{fffd}\u{fffd}", "café", "\"ca\u{fffd}"])
    let lone = try Readout(utf16("review\nkapot") + [0x00, 0xd8, 0x21, 0x00])
    #expect(lone.texts == ["kapot\u{fffd}!"] && lone.kinds == [.loneSurrogate])
  }
}
