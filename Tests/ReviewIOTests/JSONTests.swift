import Testing

@testable import ReviewIO

@Suite struct JSONTests {
  @Test(
    arguments: [
      ("{\"text\":\"a\\u00e9\\u20ac\\ud83d\\ude21\\/\\\\\\n\"}", "aé€😡/\\\n", []),
      ("{\"text\":\"half \\ud83d los \\ude21\"}", "half \u{fffd} los \u{fffd}", [.loneSurrogate]),
      ("{\"text\":\"nul \\u0000 b\"}", "nul \0 b", []),
      ("{\"te\\u0078t\":\"sleutel\"}", "sleutel", []),
      ("{\"text\":null}", "", []), ("{\"text\":12.5e1}", "12.5e1", []),
      ("{\"text\":\"rauwe\ttab\"}", "rauwe\ttab", []),
      ("{ \"id\" : 1 , \"text\" : \"ruim\" }  ", "ruim", []),
    ] as [(String, String, [Diagnostic.Kind])])
  func valuesAreDecoded(_ line: String, _ text: String, _ kinds: [Diagnostic.Kind]) throws {
    for dump in [line + "\n{\"text\":\"Goed\"}\n", "[\(line),{\"text\":\"Goed\"}]"] {
      let readout = try Readout(dump)
      #expect(readout.texts == [text, "Goed"])
      #expect(readout.kinds == kinds)
    }
  }

  static let deep = String(repeating: "[", count: 600) + String(repeating: "]", count: 600)
  static let allowed = String(repeating: "[", count: 511) + String(repeating: "]", count: 511)

  @Test(
    arguments: [
      ("{\"text\":\"open}", .malformedJSON), ("{\"text\":\"a\"", .malformedJSON),
      ("{\"text\" \"a\"}", .malformedJSON), ("{text:\"a\"}", .malformedJSON),
      ("{\"text\":\"a\",}", .malformedJSON), ("{\"text\":\"\\x\"}", .malformedJSON),
      ("{\"text\":tru}", .malformedJSON), ("{\"text\":\"a\"} staart", .malformedJSON),
      ("12", .notAnObject), ("\"los\"", .notAnObject), ("[1,2]", .notAnObject),
      ("{\"x\":\(deep)}", .tooDeep), ("niets", .malformedJSON), ("{\"x\":[1,]}", .malformedJSON),
    ] as [(String, Diagnostic.Kind)])
  func aBadLineIsOneDiagnostic(_ line: String, _ kind: Diagnostic.Kind) throws {
    let readout = try Readout("{\"text\":\"Een\"}\n\(line)\n{\"text\":\"Drie\"}")
    #expect(readout.texts == ["Een", "", "Drie"])
    #expect(readout.kinds == [kind])
    #expect(readout.rows.map(\.unreadable) == [false, true, false])
    #expect(readout.findings[0].hasPrefix("dump:2: "))
    #expect(readout.findings[0].contains(" at byte ") && readout.findings[0].contains(". hint: "))
  }

  @Test func fiveHundredAndTwelveLevelsAreRead() throws {
    let readout = try Readout("{\"text\":\"Een\",\"x\":\(Self.allowed)}")
    #expect(readout.kinds.isEmpty && readout.rows[0].fields == ["x=\(Self.allowed)"])
  }

  @Test(
    arguments: [
      ("{\"text\":\"open},", .malformedJSON), ("{\"text\":\"a\" \"b\"},", .malformedJSON),
      ("{\"text\":\"a\", ", .malformedJSON),
      ("{\"text\":tru, \"x\":[{\"y\":1},{\"y\":2}]},", .malformedJSON),
      ("12,", .notAnObject), ("{\"text\":\"a\",\"b\":\"open},", .malformedJSON),
      ("{\"x\":\(deep)},", .tooDeep),
    ] as [(String, Diagnostic.Kind)])
  func aBadElementIsOneDiagnostic(_ element: String, _ kind: Diagnostic.Kind) throws {
    for (open, space) in [("[", ""), ("[\n  ", "\n  "), ("{\"reviews\":[", " ")] {
      let dump =
        "\(open){\"text\":\"Een\"},\(space)\(element)\(space){\"text\":\"Drie\"},\(space){\"text\":\"Vier\"}]"
      let readout = try Readout(dump) { $0.format = .json }
      #expect(readout.texts == ["Een", "", "Drie", "Vier"], "\(dump)")
      #expect(readout.kinds == [kind], "\(readout.findings)")
      for size in [1, 5, 17] {
        let cut = try Readout(dump) {
          $0.format = .json
          $0.chunkBytes = size
          $0.readBytes = size
        }
        #expect(cut.hasSameContents(as: readout))
      }
    }
  }

  @Test(
    arguments: [
      ("[{\"text\":\"Een\"},{\"text\":\"Tw", ["Een", ""], [.truncated]),
      ("[{\"text\":\"Een\"},{\"text\":\"Twee\"}", ["Een", "Twee"], [.missingArrayEnd]),
      ("[{\"text\":\"Een\"}] en meer", ["Een"], [.trailingContent]),
      ("[{\"text\":\"Een\"}]\n[{\"text\":\"Twee\"}]", ["Een", "Twee"], []),
      ("[{\"text\":\"Een\"} {\"text\":\"Twee\"},]", ["Een", "Twee"], []),
      ("{\"text\":\"Een\"}\n{\"text\":\"Tw", ["Een", ""], [.malformedJSON]),
    ] as [(String, [String], [Diagnostic.Kind])])
  func endsAreToldApart(_ dump: String, _ texts: [String], _ kinds: [Diagnostic.Kind]) throws {
    let readout = try Readout(dump)
    #expect(readout.texts == texts)
    #expect(readout.kinds == kinds)
  }

  @Test(
    arguments: [
      // What stands in a review is not the dump.
      (
        "{\n\"text\":\"Goed\",\n\"replies\":[{\"text\":\"Sorry\"}]\n}\n{\n\"text\":\"Slecht\"\n}",
        2,
        []
      ),
      ("{\n\"photos\":[{\"url\":\"x\"}],\n\"review\":\"Goed\"\n}\n{\"review\":\"Slecht\"}", 2, []),
      ("{\"text\":\"Goed\",\"photos\":[{\"url\":\"x\"}]}", 1, []),
      ("{\"text\":\"Goed\",\"replies\":[{\"text\":\"Sorry\"}]}", 1, []),
      ("{\"message\":\"Goed\",\"photos\":[{\"url\":\"x\"}]}\n{\"message\":\"Slecht\"}", 2, []),
      ("{\"text\":\"Goed\",\"data\":[{\"text\":\"x\"}]}\n{\"text\":\"Slecht\"}", 2, []),
      // Links and products are not the reviews.
      (
        "{\"links\":[{\"href\":\"x\"}],\"reviews\":[{\"text\":\"Goed\"},{\"text\":\"Slecht\"}]}", 2,
        []
      ),
      ("{\"reviews\":[{\"text\":\"Goed\"}],\"links\":[{\"href\":\"x\"}]}", 1, []),
      (
        "{\n\"products\":[{\"description\":\"Lamp\"}],\n\"reviews\":[{\"text\":\"Goed\"},\n{\"text\":\"Slecht\"}]}",
        2, []
      ),
      // What a server says is not a review.
      (
        "{\"status\":\"ok\",\"message\":\"success\",\"reviews\":[{\"text\":\"Goed\"},{\"text\":\"Slecht\"}]}",
        2, []
      ),
      (
        "{\"description\":\"Van 2024\",\"items\":[{\"text\":\"Goed\"},{\"text\":\"Slecht\"}]}", 2,
        []
      ),
      // Pages one after another.
      ("{\"reviews\":[{\"text\":\"Goed\"}]}\n{\"reviews\":[{\"text\":\"Slecht\"}]}", 2, []),
      (
        "{\n\"n\":\"]{\",\n\"reviews\":[{\"text\":\"Goed\"}],\"x\":{\"reviews\":[1]}\n}\n{\n\"n\":{\"a\":[2]},\"reviews\":[{\"text\":\"Slecht\"}]\n}",
        2, []
      ),
      // What is left out is told.
      ("{\"nl\":[{\"text\":\"Goed\"}],\"be\":[{\"text\":\"Slecht\"}]}", 1, [.trailingContent]),
      (
        "{\"reviews\":[{\"text\":\"Goed\"}],{\"text\":\"Slecht\"}]}", 1, [.trailingContent]
      ),
      ("{\"reviews\":[{\"text\":\"Goed\"}]} [{\"text\":\"Slecht\"}]", 1, [.trailingContent]),
    ] as [(String, Int, [Diagnostic.Kind])])
  func theReviewsAreFoundInAnObject(_ dump: String, _ count: Int, _ kinds: [Diagnostic.Kind]) throws
  {
    let readout = try Readout(dump)
    #expect(readout.texts == Array(["Goed", "Slecht"].prefix(count)))
    #expect(readout.kinds == kinds)
    for size in [1, 5, 17] {
      let cut = try Readout(dump) {
        $0.chunkBytes = size
        $0.readBytes = size
      }
      #expect(cut.hasSameContents(as: readout))
    }
  }

  @Test func theReviewsMayStandBehindProductsBeyondTheSample() throws {
    let product = "{\"description\":\"\(String(repeating: "Een lamp. ", count: 100))\"}"
    let products = Array(repeating: product, count: 1500).joined(separator: ",")
    let readout = try Readout("{\"products\":[\(products)],\"reviews\":[{\"text\":\"Een\"}]}")
    #expect(readout.texts == ["Een"])
  }

  @Test func nestedValuesHaveDottedPaths() throws {
    let line =
      "{\"key\":7,\"review\":{\"text\":\"Top\",\"lang\":\"nl\"},\"maker\":{\"a\": [1, \"x y\"]},\"tags\":[ ],\"ok\":true,\"leeg\":null}"
    let readout = try Readout(line + "\n" + line)
    #expect(readout.texts == ["Top", "Top"])
    #expect(
      readout.rows[1].fields == [
        "review.lang=nl", "maker={\"a\":[1,\"x y\"]}", "tags=[]", "ok=true", "leeg=",
      ])
    #expect(readout.rows[0].id == "7")
    let asked = try Readout("{\"a\":{\"b\":\"Wat een dag\"},\"text\":\"nee\"}") {
      $0.textColumns = ["a.b"]
    }
    #expect(asked.texts == ["Wat een dag"] && asked.rows[0].fields == ["text=nee"])
  }

  @Test func aKeyThatTheSampleLacksHasItsPathToo() throws {
    let early = (1...1000).map {
      #"{"id":\#($0),"meta":{"text":"Netjes gebracht."},"kleur":"rood"}"#
    }
    let late =
      #"{"id":1001,"meta":{"text":"Ging stuk.","kleur":"bruin","ma\u0061t":"M"},"kleur":"blauw","maat":"L"}"#
    let readout = try Readout((early + [late]).joined(separator: "\n"))
    #expect(readout.rows[0].fields == ["kleur=rood"])
    #expect(
      readout.rows[1000].fields == ["meta.kleur=bruin", "meta.maat=M", "kleur=blauw", "maat=L"])
  }

  @Test func ofAKeyThatStandsTwiceTheLastOneCounts() throws {
    let readout = try Readout(
      #"{"text":"Netjes.","kleur":"rood","cijfer":7,"kleur":"blauw","cijfer":8,"text":"Ging stuk."}"#
    )
    #expect(readout.rows[0].fields == ["kleur=blauw"])
    #expect(readout.texts == ["Ging stuk."] && readout.rows[0].rating == 80_000)
  }

  @Test func ofAKeyBeyondTheSampleThatStandsTwiceTheLastOneCounts() throws {
    let early = String(repeating: #"{"meta":{"text":"Netjes gebracht."}}"# + "\n", count: 1000)
    let late =
      #"{"maat":"S","kleur":"rood","meta":{"text":"Ging stuk.","vak":1},"#
      + #""ma\u0061t":"L","meta":{"vak":2},"soort":"b"}"#
    let readout = try Readout(early + late)
    #expect(readout.rows.last?.fields == ["kleur=rood", "maat=L", "meta.vak=2", "soort=b"])
  }

  @Test func namesThatBecomeOneByDecodingAreOneKey() throws {
    let early = String(repeating: #"{"text":"Netjes gebracht."}"# + "\n", count: 1000)
    let bytes =
      Array(early.utf8) + Array(#"{"text":"Ging stuk.","ma"#.utf8) + [0xFD]
      + Array(#"t":"S","kleur":"rood","ma"#.utf8) + [0xFD] + Array(#"t":"M","ma\uFFFDt":"L"}"#.utf8)
    let readout = try Readout(bytes, options: ReaderOptions { $0.encoding = .utf8 })
    #expect(readout.rows.last?.fields == ["kleur=rood", "ma\u{FFFD}t=L"])
  }

  @Test func onlyBadRecordsAreStillReported() throws {
    let readout = try Readout("{\"text\": oeps}\n{\"text\": nee}\n")
    #expect(readout.rows.count == 2 && readout.rows.allSatisfy(\.unreadable))
    #expect(readout.kinds == [.malformedJSON, .malformedJSON])
  }
}
