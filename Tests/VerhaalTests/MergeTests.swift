import Foundation
import Lexicon
import ReviewIO
import Testing

@testable import ReviewStore
@testable import verhaal

@Suite struct MergeTests {
  // MARK: What one run gives

  /// Parts of reviews, each a store or lines at random.
  static func parts(
    of reviews: [RandomReviews.Review], _ folder: TemporaryFolder, _ generator: inout SplitMix64
  ) throws -> [String] {
    let count = Int.random(in: 2...4, using: &generator)
    let numbers = reviews.map { _ in Int.random(in: 0..<count, using: &generator) }
    return try (0..<count).map { number in
      let part = zip(reviews, numbers).filter { $0.1 == number }.map(\.0)
      if Bool.random(using: &generator) {
        let path = folder.path("part\(number).sqlite")
        try RandomReviews.store(part, path, folder)
        return path
      }
      return try folder.write("part\(number).jsonl", RandomReviews.lines(part, folder))
    }
  }

  static func merge(_ parts: [String], _ path: String) throws -> StoreFile {
    let run = try CommandRun(["merge", "-q", "--db", path] + parts)
    #expect(run.status == 0 && run.output.isEmpty && run.errors.isEmpty, "\(run.errors)")
    return StoreFile(path: path)
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func thePartsOfARunGiveWhatTheRunGives(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let folder = try TemporaryFolder()
    let random = RandomReviews(60, tellsGradesApart: false, &generator)
    let one = StoreFile(path: folder.path("one.sqlite"))
    try RandomReviews.store(random.ordered(folder), one.path, folder)
    let parts = try Self.parts(of: random.reviews, folder, &generator)
    let merged = try Self.merge(parts, folder.path("merged.sqlite"))
    #expect(try merged.content() == one.content())
    #expect(
      try merged.rows(
        "SELECT count(*) > 30, sum(id LIKE '%#%') > 0, sum(id LIKE '%-2') > 0 FROM review")
        == ["1|1|1"])
    #expect(try merged.rows("PRAGMA journal_mode") == ["wal"])
    let mode = try FileManager.default.attributesOfItem(atPath: merged.path)[.posixPermissions]
    #expect(mode as? Int == 0o600)
    for path in [one.path, merged.path] {
      #expect(try CommandRun(["brief", "-q", path, "-o", path + ".json"]).status == 0)
    }
    #expect(
      FileManager.default.contentsEqual(
        atPath: one.path + ".json", andPath: merged.path + ".json"))
    for command in [
      ["top", "--json", "-n", "100"], ["stats", "--json", "--by", "winkel"],
      ["duplicates", "-q", "--json", "--min-words", "3"], ["top", "--good", "--publishable"],
      ["top", "--about", "monteur", "--json"],
    ] {
      let (first, second) = try (
        CommandRun(command + [one.path]), CommandRun(command + [merged.path])
      )
      #expect(first.status == 0 && first.output == second.output, "\(command)")
    }
  }

  @Test(arguments: [11, 12, 13, 14] as [UInt64])
  func neitherOrderNorNestingOfPartsMatters(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let folder = try TemporaryFolder()
    let random = RandomReviews(40, tellsGradesApart: true, &generator)
    let parts = try Self.parts(of: random.reviews, folder, &generator)
    for (number, part) in parts.enumerated() where part.hasSuffix(".sqlite") {
      // What people have decided, and a review that was forgotten.
      try StoreFile(path: part).run(
        """
        INSERT OR REPLACE INTO permission
        SELECT review, iif(review % 2, 'refused', 'asked'), '2026-0\(1 + number)-01', 1 FROM review WHERE review % 3 = 0;
        INSERT INTO followup SELECT review, '2026-0\(1 + number)-02' FROM review WHERE review % 4 = 0;
        """)
      let id = try StoreFile(path: part).rows("SELECT id FROM review ORDER BY content LIMIT 1")
      #expect(try CommandRun(["forget", "-q", part, "--id"] + id).status == 0)
    }
    let flat = try Self.merge(parts, folder.path("flat.sqlite")).content()
    #expect(flat.count > 60)
    for round in 0..<2 {
      // Two at a time, whichever they are, until one is left.
      var left = parts.shuffled(using: &generator)
      var number = 0
      while left.count > 1 || number == 0 {
        let pair = Array(left.prefix(2))
        number += 1
        let path = folder.path("nested\(round)-\(number).sqlite")
        _ = try Self.merge(pair, path)
        left = (left.dropFirst(2) + [path]).shuffled(using: &generator)
      }
      #expect(try StoreFile(path: left[0]).content() == flat, "round \(round)")
    }
    // One part alone is no other than with itself merged before.
    let again = try Self.merge([folder.path("flat.sqlite")], folder.path("again.sqlite"))
    #expect(try again.content() == flat)
  }

  @Test func idsAreNumberedByDateAndText() throws {
    let folder = try TemporaryFolder()
    func part(_ name: String, _ rows: String) throws -> String {
      let path = folder.path(name)
      let run = try CommandRun(
        ["mine", "-q", "--source", "s", "--db", path, "--id", "id", "--date", "datum"],
        input: Data(("id,datum,recensie\n" + rows).utf8))
      #expect(run.status == 0, "\(run.errors)")
      return path
    }
    let first = try part("1", "7,2026-02-02,Prima.\n7,2026-01-01,Slecht.\nbon#2,,Fijn.\n")
    let second = try part("2", "7,2026-02-02,Prima.\n12,,Traag.\n9,,Snel.\n")
    let third = try part("3", "7,,Goed zo.\nbon#2,,Anders.\n")
    let merged = try Self.merge([third, first, second], folder.path("m"))
    #expect(
      try merged.rows("SELECT id, text FROM reviews ORDER BY review") == [
        "7|Slecht.", "7#2|Prima.", "7#3|Goed zo.", "9|Snel.", "12|Traag.", "bon#2|Anders.",
        "bon#2#2|Fijn.",
      ])
    let run = try CommandRun(["merge", third, first, second, "--db", folder.path("n")])
    #expect(
      run.errors == """
        merged 3 parts into \(folder.path("n")): 7 reviews
        1 joined as the same, 4 numbered anew

        """)
  }

  @Test func aNumberIsOneWhereItsIDIsInAnyOfTheParts() throws {
    let folder = try TemporaryFolder()
    func part(_ name: String, _ rows: String) throws -> String {
      let path = folder.path(name)
      let run = try CommandRun(
        ["mine", "-q", "--source", "s", "--scale", "1-10", "--db", path],
        input: Data(("id,cijfer,recensie\n" + rows).utf8))
      #expect(run.status == 0, "\(run.errors)")
      return path
    }
    let (first, second, third) = try (
      part("1", "x#2,10,Fijn geholpen.\nx#3,3,Fijn geholpen.\n"),
      part("2", "x#2,7,Fijn geholpen.\n"),
      part("3", "x,5,Anders dan dat.\n")
    )
    let expected = ["x|5.0", "x#2|10.0"]
    let rows = "SELECT id, rating FROM review ORDER BY review"
    let pair = try Self.merge([second, first], folder.path("pair"))
    #expect(try pair.rows(rows) == ["x#2|10.0", "x#3|3.0"])
    for (name, parts) in [("a", [first, second, third]), ("b", [pair.path, third])] {
      #expect(try Self.merge(parts, folder.path(name)).rows(rows) == expected)
    }
  }

  @Test func aTextThatWasMaskedIsAReviewOfItsOwn() throws {
    let folder = try TemporaryFolder()
    let mined = try CommandRun(
      ["mine", "-q", "--with-text", "--source", "s"],
      input: Data("recensie\nGoed geholpen door Anna.\nGoed geholpen door Anna.\nPrima.\n".utf8)
    ).text
    let first = try folder.write("first.jsonl", mined)
    let second = try folder.write(
      "second.jsonl", mined.replacing("door Anna", with: "door [persoon]"))
    let merged = try Self.merge([second, first], folder.path("m"))
    let rows = "SELECT substr(id, -2), text FROM reviews ORDER BY text, id"
    #expect(
      try merged.rows(rows) == [
        "-1|Goed geholpen door Anna.", "-2|Goed geholpen door Anna.",
        "-3|Goed geholpen door [persoon].", "-4|Goed geholpen door [persoon].", "-1|Prima.",
        "-2|Prima.",
      ])
    // Alone they have the ids that they came with.
    let alone = try Self.merge([second], folder.path("n"))
    #expect(
      try alone.rows(rows).filter { $0.contains("persoon") }.map { $0.prefix(2) } == ["-1", "-2"])
    let nested = try Self.merge([first, folder.path("n")], folder.path("o"))
    #expect(try nested.content() == merged.content())
  }

  /// Decisions of two stores about one review, as status, date and by hand, and which one stays.
  static let decisions: [(String, String, String)] = [
    ("'allowed', '2026-01-01', 0", "'refused', NULL, 0", "refused||0"),
    ("'allowed', '2026-01-01', 1", "'refused', NULL, 0", "refused||0"),
    ("'allowed', '2026-01-01', 1", "'allowed', '2026-02-01', 0", "allowed|2026-01-01|1"),
    ("'refused', '2026-01-01', 1", "'allowed', '2026-02-01', 1", "allowed|2026-02-01|1"),
    ("'asked', '2026-01-01', 1", "'allowed', '2026-01-01', 1", "allowed|2026-01-01|1"),
  ]

  @Test(arguments: decisions)
  func whatWasDecidedIsJoined(first: String, second: String, expected: String) throws {
    let folder = try TemporaryFolder()
    let dump = try folder.write("s.csv", "id,recensie\n1,Prima geholpen.\n")
    var paths: [String] = []
    for (name, decision) in [("a", first), ("b", second)] {
      paths.append(folder.path(name))
      #expect(try CommandRun(["mine", "-q", dump, "--db", paths.last!]).status == 0)
      try StoreFile(path: paths.last!).run("INSERT INTO permission VALUES (1, \(decision))")
    }
    for (name, order) in [("c", paths), ("d", paths.reversed())] {
      let merged = try Self.merge(order, folder.path(name))
      #expect(try merged.rows("SELECT status, date, by_hand FROM permission") == [expected])
    }
  }

  // MARK: Figures

  /// What stands behind the rows.
  static func figures(_ text: String) -> Substring {
    text.range(of: "\n],").map { text[$0.upperBound...] } ?? ""
  }

  @Test(arguments: [[], ["--by", "winkel"], ["--by", "month"], ["--by", "driver"]])
  func figuresAreThoseOfOneRunWhateverTheOrder(grouping: [String]) throws {
    var generator = SplitMix64(seed: UInt64(20 + grouping.joined().utf8.count))
    let folder = try TemporaryFolder()
    let random = RandomReviews(70, tellsGradesApart: false, &generator)
    let stats = ["stats", "--json", "--mergeable"] + grouping
    var files: [String] = []
    var unreadable = 0
    for source in ["noord", "oost", "web"] {
      let reviews = random.reviews.filter { $0.source == source }.shuffled(using: &generator)
      let cut = Int.random(in: 0...reviews.count, using: &generator)
      for part in [reviews[..<cut], reviews[cut...]] {
        let dump = part.map(\.json).joined() + (Bool.random(using: &generator) ? "{\n" : "")
        unreadable += dump.hasSuffix("{\n") ? 1 : 0
        let run = try CommandRun(
          stats + ["-"] + RandomReviews.flags(source), input: Data(dump.utf8))
        files.append(try folder.write("\(files.count).json", run.output))
      }
    }
    let flat = try CommandRun(["merge", "-q"] + files)
    #expect(flat.status == 0 && flat.errors.isEmpty, "\(flat.errors)")
    #expect(flat.lines.count == 72 && flat.text.contains("\"unreadable\":\(unreadable)}"))
    #expect(try JSONSerialization.jsonObject(with: flat.output) is [String: Any])
    // The same reviews as one dump a source in this order, merged by nobody but added up.
    let shuffled = files.shuffled(using: &generator)
    let some = folder.path("some.json")
    let rest = folder.path("rest.json")
    #expect(try CommandRun(["merge", "-q", "-o", some] + shuffled.prefix(3)).status == 0)
    #expect(try CommandRun(["merge", "-q", "-o", rest] + shuffled.dropFirst(3)).status == 0)
    #expect(try CommandRun(["merge", "-q", rest, some]).output == flat.output)
    if grouping == ["--by", "winkel"] {
      let ordered = try random.ordered(folder)
      let noord = ordered.filter { $0.source == "noord" }.map(\.json).joined()
      let one = try CommandRun(
        stats + ["-"] + RandomReviews.flags("noord"), input: Data(noord.utf8))
      let merged = try CommandRun(["merge", "-q"] + files.prefix(2))
      let sum = Self.figures(merged.text).replacing(/"unreadable":\d/, with: "\"unreadable\":0")
      #expect(sum == Self.figures(one.text) && sum.hasPrefix("\"n\":"))
    }
  }

  // MARK: Lines

  /// A line as Spark writes it: keys in the order of their names, null left out, numbers in another form.
  static func asSpark(_ value: Any) -> String {
    switch value {
    case let object as [String: Any]:
      let members = object.filter { !($0.value is NSNull) }.sorted { $0.key < $1.key }
      return "{"
        + members.map { name, value in
          let isTrue = name == "story" ? (value as? NSNumber)?.boolValue : nil
          return "\(asSpark(name)):" + (isTrue.map { "\($0)" } ?? asSpark(value))
        }.joined(separator: ",") + "}"
    case let array as [Any]: return "[" + array.map(asSpark).joined(separator: ",") + "]"
    case let text as String:
      return String(
        decoding: try! JSONSerialization.data(withJSONObject: text, options: .fragmentsAllowed),
        as: UTF8.self)
    case let number as NSNumber:
      let text = "\(number)"
      guard let point = text.firstIndex(of: ".") else { return text }
      return text.replacing(".", with: "") + ".0E-\(text[point...].count - 1)"
    default: return "null"
    }
  }

  @Test func linesOfOtherProgramsAreReadAlike() throws {
    let folder = try TemporaryFolder()
    var generator = SplitMix64(seed: 7)
    let random = RandomReviews(60, tellsGradesApart: false, &generator)
    let mined = try RandomReviews.lines(random.reviews, folder)
    let plain = try folder.write("plain.jsonl", mined)
    let lines = try mined.split(separator: "\n").map {
      Self.asSpark(try JSONSerialization.jsonObject(with: Data($0.utf8)))
    }
    #expect(lines.contains { $0.contains(".0E-4") } && lines[0].hasPrefix("{\"analyzer\""))
    let other = try folder.write("other.jsonl", "\n" + lines.joined(separator: "\r\n"))
    let zipped = try folder.write(
      "other.jsonl.gz",
      CommandRun(URL(fileURLWithPath: "/usr/bin/env"), ["gzip", "-c", plain]).output)
    let expected = try Self.merge([plain], folder.path("plain.sqlite")).content()
    #expect(expected.count > 60)
    for part in [other, zipped] {
      #expect(try Self.merge([part], part + ".sqlite").content() == expected)
    }
    let piped = try CommandRun(
      ["merge", "-q", "-", "--db", folder.path("piped.sqlite")], input: Data(mined.utf8))
    #expect(piped.status == 0, "\(piped.errors)")
    #expect(try StoreFile(path: folder.path("piped.sqlite")).content() == expected)
  }

  @Test func fieldsAboutAPersonStayOut() throws {
    let folder = try TemporaryFolder()
    // The second column is known by its values, which one line does not show.
    let dump =
      "id,klantnummer,via,winkel,recensie\n1,K7,a@b.nl,Gent,Prima.\n2,K8,c@d.nl,Luik,Goed.\n"
    let mined = try CommandRun(["mine", "-q", "--with-text"], input: Data(dump.utf8))
    #expect(mined.text.contains("K7") && mined.text.contains("a@b.nl"))
    let part = try folder.write("part.jsonl", mined.output)
    let merged = try Self.merge([part], folder.path("a"))
    #expect(
      try merged.rows("SELECT fields FROM review") == [
        #"{"winkel":"Gent"}"#, #"{"winkel":"Luik"}"#,
      ])
    let run = try CommandRun([
      "merge", "-q", part, "--db", folder.path("b"), "--keep-field", "Klantnummer",
    ])
    #expect(run.status == 0, "\(run.errors)")
    #expect(
      try StoreFile(path: folder.path("b")).rows("SELECT fields FROM review WHERE id = '1'") == [
        #"{"klantnummer":"K7","winkel":"Gent"}"#
      ])
  }

  /// What is done to a line, and what is said of it.
  static let damages: [(String, String, String)] = [
    (#""label":"neutral-satisfied""#, #""label":"blij""#, "label ‘blij’"),
    (#""basis":"experience""#, #""basis":7"#, "basis ‘’"),
    (#""schemaVersion":1"#, #""schemaVersion":2"#, "its schemaVersion is not 1"),
    (#""titleBytes":0"#, #""titleBytes":4000"#, "a title of 4000 bytes"),
    (#""titleBytes":0"#, #""titleBytes":3"#, "a title of 3 bytes"),
    (#""words":"#, #""words":-"#, "words in"),
    (#""start":"#, #""start":99"#, "a moment from 99"),
    (#""startUTF16":"#, #""startUTF16":9"#, "in UTF-16"),
    (#""valence":"#, #""valence":7,"x":"#, "a valence of 7"),
    (#""memorability":"#, #""memorability":8"#, "a memorability of 8"),
    (#""drivers":["#, #""drivers":["weer","#, "driver ‘weer’"),
    (#""flags":["#, #""flags":["a b"],"x":["#, "flag ‘a b’"),
    (#""story":true"#, #""story":false"#, "a moment without a story"),
    (#""fields":{"#, #""fields":{"a":1},"x":{"#, "a field that is no text"),
    (#""date":"#, #""date":"gisteren","x":"#, "date ‘gisteren’"),
    (#""rating":"#, #""rating":1e300,"x":"#, "a grade of 1e+300"),
    (#""ratingScale":"#, #""ratingScale":"1-7","x":"#, "scale ‘1-7’"),
    (#""language":"#, #""language":"Nederlands","x":"#, "language ‘Nederlands’"),
    (#""permission":null"#, #""permission":{"status":"graag"}"#, "permission ‘graag’"),
    (#"{"schema"#, #"["schema"#, "not valid JSON at byte"),
    (#""moments":["#, #""moments":[null,"#, "a moment that is no object"),
    (#""id":"#, #""no":"#, "it has no analyzer, source or id"),
  ]

  static let dump = """
    {"id":"1","cijfer":"8","datum":"2026-01-01","tekst":"één keer gebeld. Toen kwam de monteur op zondag terug om alles te maken, zomaar."}
    {"id":"2","cijfer":"7","datum":"2026-01-02","tekst":"Gewoon goed."}

    """

  @Test(arguments: damages)
  func aDamagedLineIsToldAndTheOthersGoOn(old: String, new: String, said: String) throws {
    let folder = try TemporaryFolder()
    let flags = ["--text", "tekst", "--scale", "1-10", "--source", "s"]
    let lines = try CommandRun(["mine", "-q", "--with-text"] + flags, input: Data(Self.dump.utf8))
      .lines.map(String.init)
    #expect(lines.count == 2 && lines[0].contains("\"story\":true"), "\(lines)")
    let number = try #require(lines.firstIndex { $0.contains(old) })
    let place = try #require(lines[number].range(of: old))
    let damaged = lines[number].replacingCharacters(in: place, with: new)
    let kept = lines[1 - number].replacing("\"id\":\"\(2 - number)\"", with: "\"id\":\"heel\"")
    let part = try folder.write("part.jsonl", damaged + "\n" + kept + "\n")
    let run = try CommandRun(["merge", part, "--db", folder.path("m")])
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.hasPrefix(part + ":1: ") && run.errors.contains(said), "\(run.errors)")
    #expect(run.errors.contains("hint: ") && run.errors.contains("1 unreadable"))
    #expect(try StoreFile(path: folder.path("m")).rows("SELECT id FROM review") == ["heel"])
  }

  @Test(arguments: [
    ("UPDATE moment SET end_byte = 9999", "a moment from"),
    ("UPDATE moment SET start_byte = 1", "a moment from 1"),
    ("UPDATE review SET label = 'x' WHERE id = '1'", "label ‘x’"),
    ("UPDATE review SET valence = 9e999 WHERE id = '1'", "a valence of inf"),
    ("UPDATE review SET fields = '{' WHERE id = '1'", "fields that are no object"),
    ("UPDATE review SET drivers = '[\"weer\"]' WHERE id = '1'", "driver ‘weer’"),
    ("UPDATE review_text SET minhash = x'00' WHERE review = 1", "a signature of 1 bytes"),
    ("UPDATE review_text SET text = CAST(x'ff' AS TEXT) WHERE review = 1", "not UTF-8"),
    ("DELETE FROM review_text WHERE review = 1", "no source or no text"),
  ])
  func aDamagedReviewOfAStoreIsToldAndTheOthersGoOn(damage: String, said: String) throws {
    let folder = try TemporaryFolder()
    let part = StoreFile(path: folder.path("part"))
    let mined = try CommandRun(
      ["mine", "-q", "--source", "s", "--text", "tekst", "--scale", "1-10", "--db", part.path],
      input: Data(Self.dump.utf8))
    #expect(mined.status == 0, "\(mined.errors)")
    try part.run("PRAGMA foreign_keys = OFF; " + damage)
    let run = try CommandRun(["merge", part.path, "--db", folder.path("m")])
    #expect(run.status == 0 && run.errors.hasPrefix(part.path + ":1: "), "\(run.errors)")
    #expect(run.errors.contains(said) && run.errors.contains("1 unreadable"), "\(run.errors)")
    #expect(try StoreFile(path: folder.path("m")).rows("SELECT id FROM review") == ["2"])
  }

  @Test func noLineOfAStrangerStopsAMerge() throws {
    var generator = SplitMix64(seed: 31)
    let folder = try TemporaryFolder()
    let random = RandomReviews(20, tellsGradesApart: true, &generator)
    let lines = try RandomReviews.lines(random.reviews, folder).split(separator: "\n")
    let figures = try CommandRun(
      ["stats", "--json", "--mergeable", "-"] + RandomReviews.flags("noord"),
      input: Data(random.reviews.filter { $0.source == "noord" }.map(\.json).joined().utf8)
    ).lines.filter { $0.hasPrefix("[") }
    #expect(!figures.isEmpty)
    let bytes = Array("\"{}[]:,-0129eE\\u.é\u{0}".utf8) + [0xff, 0xc3]
    func changed(_ line: Substring) -> [UInt8] {
      var line = Array(line.utf8)
      for _ in 0..<Int.random(in: 0...3, using: &generator) {
        let at = Int.random(in: 0..<line.count - 4, using: &generator)
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: line[at] = bytes.randomElement(using: &generator)!
        case 1: line.removeSubrange(at..<at + Int.random(in: 1...4, using: &generator))
        default: line.insert(bytes.randomElement(using: &generator)!, at: at)
        }
      }
      return line
    }
    let merge = try ReviewMerge(ReviewStore(path: folder.path("m.sqlite"), .writing))
    var (taken, refused) = (0, 0)
    for number in 0..<4_000 {
      let line = changed(lines.randomElement(using: &generator)!)
      do {
        let mined = try MinedLine(
          line.span, choice: FieldChoice(kept: []), file: "x", record: number, offset: 0)
        guard case .review(let review, let analyzer) = mined else { continue }
        try merge.add(review, analyzer: analyzer, hash: nil)
        taken += 1
      } catch is Diagnostic {
        refused += 1
      }
      _ = FigurePart.row(changed(figures.randomElement(using: &generator)!).span)
    }
    #expect(taken > 500 && refused > 500, "\(taken) taken, \(refused) refused")
    let count = try merge.finish()
    #expect(count.reviews > 10 && count.reviews + count.joined == taken)
  }

  @Test func whatMineCouldNotReadIsCounted() throws {
    let folder = try TemporaryFolder()
    let flags = [
      "mine", "-q", "--with-text", "--keep-errors", "--format", "jsonl", "--source", "s",
    ]
    let mined = try CommandRun(
      flags, input: Data("{\"id\":\"1\",\"tekst\":\"Goed.\"}\nkapot\n".utf8))
    let part = try folder.write("part.jsonl", mined.output)
    let run = try CommandRun(["merge", part, "--db", folder.path("m")])
    #expect(run.status == 0 && run.errors.contains("1 unreadable"), "\(run.errors)")
    #expect(run.errors.contains("\(part):2: mine could not read it (-:2: not valid JSON"))
    let none = try folder.write(
      "none.jsonl", mined.lines.filter { $0.contains("\"error\"") }.joined())
    let failed = try CommandRun(["merge", none, "--db", folder.path("n")])
    #expect(failed.status == 1 && failed.errors.contains("no record"), "\(failed.errors)")
    #expect(!FileManager.default.fileExists(atPath: folder.path("n")))
    let empty = try CommandRun(["merge", "-", "/dev/null", "--db", folder.path("e")])
    #expect(empty.status == 0 && empty.errors.contains("2 parts"), "\(empty.errors)")
    #expect(try StoreFile(path: folder.path("e")).content().prefix(1) == ["ok"])
  }

  // MARK: What is refused

  static let refusals: [([String], Int32, String)] = [
    ([], 2, "merge takes parts"), (["a.sqlite"], 2, "--db FILE"),
    (["a.sqlite", "./a.sqlite", "--db", "m"], 2, "the same part"),
    (["a.sqlite", "link", "--db", "m"], 2, "the same part"), (["-", "-", "--db", "m"], 2, "same"),
    (["a.sqlite", "--db", "a.sqlite"], 1, "hint: give it as a part"),
    (["a.sqlite", "--db", "/dev/null"], 1, "exists already"),
    (["a.sqlite", "no.sqlite", "--db", "m"], 1, "no.sqlite: cannot be read"),
    (["a.sqlite", "plain.jsonl", "--db", "m"], 1, "plain.jsonl:1: the line lacks text"),
    (["a.sqlite", "other.jsonl", "--db", "m"], 1, "hint: mine the parts again"),
    (["a.sqlite", "s.csv", "--db", "m"], 1, "s.csv: holds nothing that mine has written"),
    (["a.sqlite", "else.sqlite", "--db", "m"], 1, "is no store"),
    (["a.sqlite", "stats.json", "--db", "m"], 2, "stats.json holds figures, and"),
    (["stats.json", "--db", "m"], 2, "--db goes with reviews"), (["a.sqlite", "-o", "m"], 2, "-o"),
    (["stats.json"], 1, "hint: run stats --json --mergeable"),
    (["good.json", "other.json"], 1, "others of"),
    (["good.json", "by.json"], 1, "by.json: counts by winkel, and"),
    (["good.json", "half.json", "-o", "m"], 1, "half.json: ends too early"),
    (["good.json", "bad.json", "-o", "m"], 1, "bad.json:3: not as stats"),
    (["a.sqlite", ".", "--db", "m"], 1, "cannot be read"),
    (["a.sqlite", "--db", "no/m"], 1, "make the folder first"),
    (["a.sqlite", "--db", "left"], 1, "left-wal: is left of another store"),
  ]

  @Test func whatCannotBeMergedIsRefused() throws {
    let folder = try TemporaryFolder()
    let dump = try folder.write("s.csv", StoreTests.dump())
    #expect(try CommandRun(["mine", "-q", dump, "--db", folder.path("a.sqlite")]).status == 0)
    _ = try folder.write("plain.jsonl", CommandRun(["mine", "-q", dump]).output)
    let mined = try CommandRun(["mine", "-q", "--with-text", dump]).text
    _ = try folder.write(
      "other.jsonl", mined.replacing("\"analyzer\":\"", with: "\"analyzer\":\"9"))
    _ = try folder.write("stats.json", CommandRun(["stats", "--json", dump]).output)
    let figures = try CommandRun(["stats", "--json", "--mergeable", dump]).text
    _ = try folder.write("good.json", figures)
    _ = try folder.write("by.json", figures.replacing("\"by\":null", with: "\"by\":\"winkel\""))
    _ = try folder.write(
      "other.json", figures.replacing("\"analyzer\":\"", with: "\"analyzer\":\"9"))
    _ = try folder.write("half.json", figures.components(separatedBy: "\n]")[0])
    _ = try folder.write("bad.json", figures.replacing("\"dissatisfied\",", with: "\"boos\","))
    _ = try folder.write("left-wal", "")
    try StoreFile(path: folder.path("else.sqlite")).create("CREATE TABLE a (b)")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("link"), withDestinationPath: folder.path("a.sqlite"))
    let before = try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted()
    for (words, status, said) in Self.refusals {
      let placed = words.map { $0.hasPrefix("-") || $0.hasPrefix("/") ? $0 : folder.path($0) }
      let run = try CommandRun(["merge"] + placed)
      #expect(run.status == status && run.errors.contains(said), "\(words) \(run.errors)")
      let after = try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted()
      #expect(after == before, "\(words)")
    }
  }

  @Test(arguments: [SIGINT, SIGTERM])
  func aSignalLeavesNothingBehind(signal: Int32) throws {
    let folder = try TemporaryFolder()
    let run = try RunningCommand(["merge", "-", "--db", folder.path("m.sqlite")])
    try run.write("{}\n")
    try run.wait(for: "the store") {
      try !FileManager.default.contentsOfDirectory(atPath: folder.url.path).isEmpty
    }
    #expect(run.end(by: signal) == 128 + signal)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == [])
  }
}
