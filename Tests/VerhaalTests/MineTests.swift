import Foundation
import Testing

@Suite struct MineTests {
  static let keys: Set<String> = [
    "schemaVersion", "analyzer", "source", "id", "label", "probabilities", "valence", "story",
    "storyProbability", "memorability", "basis", "language", "drivers", "flags", "moments",
    "rating",
    "ratingScale", "date", "fields",
  ]

  @Test(arguments: [([], true), (["--source", "winkel"], false), (["-q"], false)])
  func filesOfOneNameAreSaidToBeOneSource(arguments: [String], isSaid: Bool) throws {
    let folder = try TemporaryFolder()
    let files = try ["jan", "feb"].map { month in
      try FileManager.default.createDirectory(
        atPath: folder.path(month), withIntermediateDirectories: true)
      return try folder.write(month + "/reviews.csv", "id,recensie\n1,Fijn geholpen in \(month).\n")
    }
    let run = try CommandRun(["mine"] + arguments + files)
    #expect(run.status == 0)
    #expect(run.errors.contains("of the source ‘reviews’, as") == isSaid, "\(run.errors)")
  }

  @Test func everyFormatGivesTheSameAnalyses() throws {
    let folder = try TemporaryFolder()
    let files = try DumpFile.all()
    var expected: Data?
    for file in files {
      let path = try folder.write(file.name, file.data)
      let run = try CommandRun(["mine", "-q", "--source", "x", "--with-text", "--explain", path])
      #expect(run.status == 0, "\(file.name): \(run.errors)")
      #expect(run.lines.count == DumpFile.rows.count, "\(file.name)")
      if let expected {
        #expect(run.output == expected, "\(file.name)")
      } else {
        expected = run.output
      }
    }
  }

  @Test func aVerdictIsOfTitleAndTextAlone() throws {
    let folder = try TemporaryFolder()
    let texts = [
      "Na drie keer bellen nog steeds geen antwoord.", "Prima, alles naar wens.",
      "De bezorger droeg de kast ongevraagd twee trappen op!",
    ]
    func dump(_ name: String, _ rows: [(text: String, grade: Int)]) throws -> String {
      let objects = rows.enumerated().map {
        [
          "id": "\($0)", "titel": "Bestelling", "tekst": $1.text, "cijfer": $1.grade,
          "datum": "2026-0\($0 + 1)-01",
        ]
          as [String: Any]
      }
      return try folder.write(name, JSONSerialization.data(withJSONObject: objects))
    }
    func verdicts(_ path: String) throws -> [String: String] {
      let lines = try CommandRun(["mine", "-q", "--with-text", "--explain", path]).objects()
      var verdicts: [String: String] = [:]
      for var line in lines {
        for key in ["source", "id", "rating", "ratingScale", "date", "fields"] { line[key] = nil }
        let text = try #require(line["text"] as? String)
        verdicts[text] = String(
          decoding: try JSONSerialization.data(withJSONObject: line, options: .sortedKeys),
          as: UTF8.self)
      }
      return verdicts
    }
    let one = try verdicts(dump("a.json", texts.map { ($0, 10) }))
    let other = try verdicts(dump("b.json", texts.reversed().map { ($0, 1) }))
    #expect(one.count == texts.count)
    #expect(one == other)
  }

  @Test func noCellIsAFormula() throws {
    let folder = try TemporaryFolder()
    let texts = [
      "=HYPERLINK(\"http://x.example\";\"Klik\")", "+1 voor de bezorger, die twee keer terugkwam!",
      "-- Nooit meer, drie weken gewacht.", "@winkel: waar blijft mijn kast?", "'=1 Gewoon goed.",
    ]
    let data = try JSONSerialization.data(
      withJSONObject: texts.enumerated().map { ["id": "-\($0)x", "tekst": $1] })
    let path = try folder.write("formules.json", data)
    let safe = try CommandRun(["mine", "-q", "--to", "csv", "--with-text", path])
    let raw = try CommandRun(["mine", "-q", "--to", "csv", "--with-text", "--raw", path])
    #expect(safe.lines.count == texts.count + 1)
    for (row, text) in zip(safe.lines.dropFirst(), texts) {
      #expect(row.contains(",'-"))
      #expect(row.contains("'" + text.prefix(1)))
    }
    #expect(raw.lines.dropFirst().allSatisfy { $0.contains(",-") })
    // Both are read back as the texts that they were made of.
    for (name, run) in [("safe.csv", safe), ("raw.csv", raw)] {
      let again = try CommandRun([
        "mine", "-q", "--with-text", "--text", "text", "--id", "id", "--source", "x",
        try folder.write(name, run.output),
      ]).objects()
      if name == "safe.csv" {
        #expect(again.map { $0["text"] as? String } == texts)
        #expect(again.map { $0["id"] as? String } == texts.indices.map { "-\($0)x" })
      } else {
        // Without marks, what looks like one is taken for it.
        #expect(again.dropLast().map { $0["text"] as? String } == texts.dropLast())
      }
    }
  }

  @Test func threadsAndStdinChangeNothing() throws {
    let folder = try TemporaryFolder()
    // Several chunks of a megabyte, no two texts alike.
    let lines = (0..<12_000).map { number in
      let row = DumpFile.rows[number % DumpFile.rows.count]
      return "{\"id\":\"\(number / 2)\",\"tekst\":\"\(row[3]) Bestelling \(number). "
        + "\(String(repeating: "De levering was snel en netjes. ", count: 5))\"}\n"
    }
    let data = Data(lines.joined().utf8)
    let path = try folder.write("groot.jsonl", data)
    let one = try CommandRun(["mine", "-q", "--threads", "1", path])
    #expect(one.lines.count == lines.count)
    for threads in ["2", "5"] {
      #expect(try CommandRun(["mine", "-q", "--threads", threads, path]).output == one.output)
    }
    let piped = try CommandRun(["mine", "-q", "--source", "groot", "-"], input: data)
    #expect(piped.output == one.output)
    // Each id stands twice, with another text: the second one gets a number.
    #expect(one.lines[1].contains("\"id\":\"0#2\""))
    #expect(one.errors.contains("the id stands earlier with another text"))
  }

  @Test func everyKeyIsAlwaysThere() throws {
    let input = Data("{\"tekst\":\"\"}\n{\"tekst\":\"Prima.\"}\n{\"tekst\":\"Prima.\"}\n".utf8)
    let objects = try CommandRun(["mine", "-q"], input: input).objects()
    #expect(objects.count == 3)
    for object in objects { #expect(Set(object.keys) == Self.keys) }
    let ids = objects.compactMap { $0["id"] as? String }
    #expect(ids[1].hasSuffix("-1") && ids[2].hasSuffix("-2"))
    #expect(ids[1].dropLast(2) == ids[2].dropLast(2))
  }

  @Test func csvHoldsOneRowAReview() throws {
    let input = Data("tekst\n\"Goed, \"\"heel\"\" goed\"\nSlecht\n".utf8)
    let run = try CommandRun(["mine", "-q", "--to", "csv", "--with-text"], input: input)
    #expect(run.lines.count == 3)
    #expect(run.lines[0].hasPrefix("source,id,label,neutral-satisfied,enthusiastic,dissatisfied,"))
    #expect(run.lines[1].hasSuffix("\"Goed, \"\"heel\"\" goed\""))
  }

  @Test func anUnreadableRecordIsReportedAndTheOthersGoOn() throws {
    let input = Data(
      "{\"id\":\"a\",\"tekst\":\"Goed.\"}\n{\"id\":\n{\"id\":\"c\",\"tekst\":\"Fijn.\"}\n".utf8)
    let run = try CommandRun(["mine"], input: input)
    #expect(run.status == 0)
    #expect(run.lines.count == 2)
    #expect(run.errors.contains("-:2: "))
    #expect(run.errors.contains("hint: "))
    #expect(run.errors.contains("1 unreadable"))
    let kept = try CommandRun(["mine", "-q", "--keep-errors"], input: input).objects()
    #expect(kept.count == 3)
    #expect(Set(kept[1].keys).isSuperset(of: ["schemaVersion", "id", "error"]))
  }

  @Test func theSummarySaysWhatWasRead() throws {
    let run = try CommandRun(["mine", "Corpus/camping.jsonl", "-o", "/dev/null"])
    #expect(run.status == 0)
    #expect(run.errors.contains("read 16 reviews"))
    #expect(run.errors.contains("camping: jsonl"))
    for cell in [
      "tells something good", "enthusiastic, no story", "satisfied, nothing to tell",
      "satisfied with a small incident", "complains, no story", "tells a setback",
    ] { #expect(run.errors.contains(cell)) }
  }

  @Test func aFileAppearsWholeOrNotAtAll() throws {
    let folder = try TemporaryFolder()
    let target = try folder.write("target.jsonl", "old")
    let link = folder.path("link.jsonl")
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: target)
    let run = try CommandRun(["mine", "-q", "Corpus/camping.jsonl", "-o", link])
    #expect(run.status == 0)
    #expect(try String(contentsOfFile: target, encoding: .utf8).split(separator: "\n").count == 16)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == target)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).count == 2)
    let nowhere = try CommandRun(["mine", "-q", "Corpus/camping.jsonl", "-o", "/no/such/folder/x"])
    #expect(nowhere.status == 1)
    #expect(nowhere.errors.contains("cannot be written"))
  }

  @Test(arguments: ["", " ", " \n\t \r\n", "\u{FEFF}", "\u{FEFF}  "])
  func anInputWithoutRecordsIsNoFailure(text: String) throws {
    let run = try CommandRun(["mine"], input: Data(text.utf8))
    #expect(run.status == 0)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("read 0 reviews"))
  }

  @Test func aFileKeepsItsModeAndWhatItHeldWhenNothingIsRead() throws {
    let folder = try TemporaryFolder()
    let kept = try folder.write("kept.jsonl", "old")
    #expect(try CommandRun(["mine", "/no/such/file", "-o", kept]).status == 1)
    #expect(try String(contentsOfFile: kept, encoding: .utf8) == "old")
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: kept)
    #expect(try CommandRun(["mine", "-q", "Corpus/camping.jsonl", "-o", kept]).status == 0)
    let mode = try FileManager.default.attributesOfItem(atPath: kept)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    // A link that points to nothing yet is followed, not replaced.
    let link = folder.path("link")
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "new.jsonl")
    #expect(try CommandRun(["mine", "-q", "Corpus/camping.jsonl", "-o", link]).status == 0)
    #expect(FileManager.default.fileExists(atPath: folder.path("new.jsonl")))
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "new.jsonl")
  }

  @Test func aHeaderThatStandsTwiceLosesNothing() throws {
    let run = try CommandRun(["mine", "-q"], input: Data("id;review;x;x\n1;Goed;2;3\n".utf8))
    let fields = try #require(try run.objects()[0]["fields"] as? [String: String])
    #expect(fields == ["x": "2", "x (2)": "3"])
  }
}
