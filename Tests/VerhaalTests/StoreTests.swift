import Foundation
import Testing

@testable import ReviewStore

@Suite struct StoreTests {
  static let columns = "id,datum,cijfer,winkel,recensie"
  static let rows = [
    "1,2026-03-01,8,Gent,\"Gewoon goed, niks bijzonders.\"",
    "2,2026-03-02,2,Zwolle,\"Na drie weken nog steeds niks gehoord van Kwispelbeen; belachelijk.\"",
    "3,2026-03-03,10,Gent,\"De bezorger liep terug om de doos naar zolder te dragen! Chique café.\"",
    "4,2026-03-04,,Luik,\"Zomaar een kaartje erbij, met de hand geschreven door Wiebelstaart.\"",
  ]

  static func dump(_ rows: [String] = rows) -> String {
    ([columns] + rows).joined(separator: "\n") + "\n"
  }

  /// Every dump of the corpus.
  static func corpus() throws -> [String] {
    try FileManager.default.contentsOfDirectory(
      atPath: CommandRun.root.appendingPathComponent("Corpus").path
    ).filter { $0.hasSuffix(".jsonl") || $0.hasSuffix(".csv") }.sorted().map { "Corpus/" + $0 }
  }

  /// Reviews enough for some transactions, no two alike.
  static func manyReviews(_ count: Int) -> String {
    (0..<count).map { number in
      "{\"id\":\"\(number)\",\"tekst\":\"Bestelling \(number) kwam te laat.\"}\n"
    }.joined()
  }

  // MARK: Import

  @Test func theRowsAreTheLinesOfMine() throws {
    let folder = try TemporaryFolder()
    let odd = try folder.write("odd.jsonl", try #require(DumpFile.all().first).data)
    let escapes = try folder.write(
      "escapes.jsonl",
      #"{"id":"a\u0000b","tekst":"Met \u0000 erin \ud83d\ude80 \"toen\".","x\"y":"\u0001\\","n":null,"l":[1,{"a":2}]}"#
        + "\n{\"tekst\":\"Zonder id. Toen kwam hij op zondag terug om het te maken!\"}\n{\"id\":\"\",\"tekst\":\"\"}\n"
    )
    let files = try Self.corpus() + [odd, escapes]
    let store = StoreFile(path: folder.path("s.sqlite"))
    let stored = try CommandRun(["mine", "-q", "--db", store.path] + files)
    #expect(stored.status == 0, "\(stored.errors)")
    #expect(stored.output.isEmpty)
    let mined = try CommandRun(["mine", "-q", "--with-text"] + files).objects()
    let rows = try store.minedLines()
    #expect(rows.count == mined.count && rows.count > 500)
    for (row, line) in zip(rows, mined) {
      #expect(row == line as NSDictionary, "\(line["id"] ?? "")")
    }
  }

  @Test func theSameReviewsAgainChangeNothing() throws {
    let folder = try TemporaryFolder()
    let dump = try folder.write("shop.csv", Self.dump())
    let store = StoreFile(path: folder.path("s.sqlite"))
    let first = try CommandRun(["mine", dump, "--db", store.path])
    #expect(first.errors.contains("4 new, 0 changed, 0 unchanged"))
    let content = try store.content()
    #expect(content.count > 12)
    let second = try CommandRun(["mine", dump, "--db", store.path])
    #expect(second.errors.contains("0 new, 0 changed, 4 unchanged"), "\(second.errors)")
    #expect(try store.content() == content)
    // Another name is another source.
    #expect(try CommandRun(["mine", "-q", dump, "--source", "b", "--db", store.path]).status == 0)
    #expect(try store.rows("SELECT count(*), count(DISTINCT source) FROM reviews") == ["8|2"])
  }

  @Test func aChangedReviewTakesThePlaceOfTheOldOne() throws {
    let folder = try TemporaryFolder()
    let store = StoreFile(path: folder.path("s.sqlite"))
    let dump = try folder.write("shop.csv", Self.dump())
    #expect(try CommandRun(["mine", "-q", dump, "--db", store.path]).status == 0)
    var rows = Self.rows
    rows[1] = "2,2026-03-02,2,Zwolle,Toch nog netjes opgelost."
    rows[2] = rows[2].replacing(",10,Gent,", with: ",9,Luik,")
    _ = try folder.write("shop.csv", Self.dump(rows))
    let again = try CommandRun(["mine", dump, "--db", store.path])
    #expect(again.errors.contains("0 new, 2 changed, 2 unchanged"), "\(again.errors)")
    let fresh = StoreFile(path: folder.path("fresh.sqlite"))
    #expect(try CommandRun(["mine", "-q", dump, "--db", fresh.path]).status == 0)
    #expect(try store.minedLines() == fresh.minedLines())
    #expect(try store.content().first == "ok")
    let found = "SELECT count(*) FROM text_search WHERE text_search MATCH 'kwispelbeen'"
    #expect(try store.rows(found) == ["0"])
  }

  @Test func ofAReviewThatStandsTwiceInADumpTheLastGradeCounts() throws {
    let folder = try TemporaryFolder()
    let store = StoreFile(path: folder.path("s.sqlite"))
    let again = Self.rows[2].replacing(",10,Gent,", with: ",9,Gent,")
    let dump = try folder.write("shop.csv", Self.dump(Self.rows + [again, Self.rows[0]]))
    let run = try CommandRun(["mine", dump, "--db", store.path])
    #expect(run.errors.contains("4 new, 1 changed, 1 unchanged"), "\(run.errors)")
    #expect(try store.content().first == "ok")
    #expect(try store.rows("SELECT rating FROM review WHERE id = '3'") == ["9.0"])
    let found = "SELECT count(*) FROM text_search WHERE text_search MATCH 'bezorger'"
    #expect(try store.rows(found) == ["1"])
  }

  @Test func aRefreshAnalysesAllAnew() throws {
    let folder = try TemporaryFolder()
    let store = StoreFile(path: folder.path("s.sqlite"))
    let dump = try folder.write("shop.csv", Self.dump())
    #expect(try CommandRun(["mine", "-q", dump, "--db", store.path]).status == 0)
    let content = try store.content()
    try store.run(
      "UPDATE review SET label = 'dissatisfied', story = 0; DELETE FROM moment WHERE place > 0")
    #expect(try store.content() != content)
    let run = try CommandRun(["mine", "--refresh", "--db", store.path])
    #expect(run.errors.contains("4 analysed anew"), "\(run.errors)")
    #expect(
      try store.content().filter { !$0.hasPrefix("moment|") }
        == content.filter { !$0.hasPrefix("moment|") })
    // With other words the same reviews get other verdicts, of another analyser.
    try FileManager.default.createDirectory(
      atPath: folder.path("mine/nl"), withIntermediateDirectories: true)
    _ = try folder.write("mine/nl/norms.tsv", "kaartje\t-1\t1\t0.9\n")
    let other = try CommandRun([
      "mine", dump, "--lexicons", folder.path("mine"), "--db", store.path,
    ])
    #expect(other.errors.contains("0 unchanged, 4 analysed anew"), "\(other.errors)")
    #expect(try CommandRun(["top", store.path]).errors.contains("another analyser"))
  }

  @Test func theLinesAreWrittenTooWhereAskedFor() throws {
    let folder = try TemporaryFolder()
    let dump = try folder.write("shop.csv", Self.dump())
    let out = folder.path("out.jsonl")
    let run = try CommandRun(["mine", "-q", dump, "--db", folder.path("s.sqlite"), "-o", out])
    #expect(run.status == 0 && run.output.isEmpty)
    #expect(
      try Data(contentsOf: URL(fileURLWithPath: out)) == CommandRun(["mine", "-q", dump]).output)
    // A reader that goes away does not keep reviews from being stored.
    let many = try folder.write("many.jsonl", Self.manyReviews(3_000))
    let store = StoreFile(path: folder.path("many.sqlite"))
    let piped = try CommandRun(
      URL(fileURLWithPath: "/bin/bash"),
      [
        "-c",
        "\"\(CommandRun.executable.path)\" mine -q '\(many)' --db '\(store.path)' -o - | true",
      ])
    #expect(piped.status == 0, "\(piped.errors)")
    #expect(try store.rows("SELECT count(*) FROM reviews") == ["3000"])
  }

  @Test func fieldsAboutAPersonAreLeftOut() throws {
    let folder = try TemporaryFolder()
    let dump = try folder.write(
      "shop.csv",
      "id;naam;bereikbaar;product;recensie\n1;Els Vaak;els@voorbeeld.nl;Doos;Goed zo, netjes gedaan.\n"
    )
    let store = StoreFile(path: folder.path("s.sqlite"))
    let run = try CommandRun(["mine", dump, "--db", store.path])
    #expect(run.errors.contains("not stored, as personal: bereikbaar, naam"), "\(run.errors)")
    #expect(try store.rows("SELECT fields FROM reviews") == [#"{"product":"Doos"}"#])
    let bytes = try Data(contentsOf: URL(fileURLWithPath: store.path))
    #expect(bytes.range(of: Data("Vaak".utf8)) == nil)
    let kept = try CommandRun(
      ["mine", dump, "--db", store.path, "--keep-field", "Naam", "--keep-field", "nergens"])
    #expect(kept.errors.contains("1 changed"))
    #expect(kept.errors.contains("no dump has nergens"))
    #expect(
      try store.rows("SELECT fields FROM reviews") == [#"{"naam":"Els Vaak","product":"Doos"}"#])
  }

  // MARK: What can go wrong

  /// Killed as soon as so many reviews are stored; -1 is before there are tables.
  @Test func anImportThatIsKilledCanBeRunAgain() throws {
    let folder = try TemporaryFolder()
    // Chunks of a megabyte hold some three thousand of these, so that there are several transactions.
    let filling = String(repeating: "x", count: 250)
    let dump = try folder.write(
      "many.jsonl",
      Self.manyReviews(12_000).replacing(#""tekst""#, with: "\"vulling\":\"\(filling)\",\"tekst\""))
    let whole = StoreFile(path: folder.path("whole.sqlite"))
    #expect(try CommandRun(["mine", "-q", dump, "--db", whole.path]).status == 0)
    let expected = try whole.content()
    var broken = 0
    for least in [-1, 0, 1] {
      let store = StoreFile(path: folder.path("killed\(least).sqlite"))
      let process = Process()
      process.executableURL = CommandRun.executable
      process.arguments = ["mine", "-q", dump, "--db", store.path]
      try process.run()
      while process.isRunning {
        let count = (try? store.rows("SELECT count(*) FROM review")).flatMap { Int($0[0]) } ?? -1
        if count >= least { break }
        Thread.sleep(forTimeInterval: 0.01)
      }
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      if let rows = try? store.rows("SELECT count(*) FROM review"), let count = Int(rows[0]) {
        #expect(try store.content().first == "ok")
        if (1..<12_000).contains(count) { broken += 1 }
      }
      #expect(try CommandRun(["mine", "-q", dump, "--db", store.path]).status == 0)
      #expect(try store.content() == expected, "killed at \(least)")
    }
    #expect(broken > 0, "no import was killed halfway")
  }

  @Test func twoImportsAtOnceBothArrive() async throws {
    let folder = try TemporaryFolder()
    let dump = try folder.write("many.jsonl", Self.manyReviews(5_000))
    let store = StoreFile(path: folder.path("s.sqlite"))
    try await withThrowingTaskGroup(of: CommandRun.self) { group in
      for source in ["a", "b", "c"] {
        group.addTask {
          try CommandRun(["mine", "-q", dump, "--source", source, "--db", store.path])
        }
      }
      for try await run in group { #expect(run.status == 0, "\(run.errors)") }
    }
    #expect(try store.content().first == "ok")
    let counts = "SELECT source, count(*) FROM reviews GROUP BY source ORDER BY source"
    #expect(try store.rows(counts) == ["a|5000", "b|5000", "c|5000"])
  }

  @Test func aStoreThatIsLockedIsSaidToBe() throws {
    let folder = try TemporaryFolder()
    let dump = try folder.write("shop.csv", Self.dump())
    let path = folder.path("s.sqlite")
    #expect(try CommandRun(["mine", "-q", dump, "--db", path]).status == 0)
    let other = try Database(path, flags: 2)
    try other.run("BEGIN IMMEDIATE")
    let changed = try folder.write("shop.csv", Self.dump(Array(Self.rows.dropFirst())))
    let run = try CommandRun(["mine", "-q", changed, "--db", path])
    #expect(run.status == 1)
    #expect(run.errors.contains("is locked by another import"), "\(run.errors)")
    // Readers do not wait.
    #expect(try CommandRun(["top", "-q", path]).status == 0)
    try other.run("ROLLBACK")
  }

  @Test func whatIsNoStoreIsRefusedAndLeftAlone() throws {
    let folder = try TemporaryFolder()
    let dump = try folder.write("shop.csv", Self.dump())
    let newer = StoreFile(path: folder.path("newer.sqlite"))
    #expect(try CommandRun(["mine", "-q", dump, "--db", newer.path]).status == 0)
    try newer.run("PRAGMA user_version = 99")
    let foreign = folder.path("foreign.sqlite")
    try Database(foreign, flags: 6).run("CREATE TABLE t (a)")
    let text = try folder.write("text.sqlite", "gewoon tekst, en meer dan honderd bytes " + dump)
    let cases = [
      (newer.path, "version 99"), (foreign, "is no store"), (text, "is no store"),
      (dump, "is no store"),
      ("/no/such/folder/s.sqlite", "cannot be opened"), (folder.url.path, "cannot be opened"),
    ]
    for (path, message) in cases {
      let before = try? Data(contentsOf: URL(fileURLWithPath: path))
      let run = try CommandRun(["mine", "-q", dump, "--db", path])
      #expect(run.status == 1, "\(path)")
      #expect(run.errors.contains(message) && run.errors.contains("hint: "), "\(run.errors)")
      #expect((try? Data(contentsOf: URL(fileURLWithPath: path))) == before, "\(path)")
    }
    for path in [newer.path, foreign] { #expect(try CommandRun(["top", path]).status == 1) }
    // A dump that is not there leaves no empty store behind.
    let absent = folder.path("absent.sqlite")
    #expect(try CommandRun(["mine", "-q", "/no/such/file.csv", "--db", absent]).status == 1)
    #expect(!FileManager.default.fileExists(atPath: absent))
  }

  /// What another program has written where the program writes no such thing.
  @Test(arguments: [
    ("UPDATE moment SET start_byte = 9, end_byte = 2", " has a moment from 9 to 2 in "),
    ("UPDATE moment SET end_byte = 1000000", " has a moment from 0 to 1000000"),
    ("UPDATE moment SET start_byte = -1", "has a moment from -1"),
    ("UPDATE review SET rating = 1e300", "has 1e+300 as rating"),
    ("UPDATE review SET memorability = 9e999", "has inf as memorability"),
    ("UPDATE moment SET valence = -9e999", "has -inf as valence"),
    ("PRAGMA user_version = -4", "its version is -4"),
  ])
  func aDamagedStoreIsSaidToBe(damage: String, message: String) throws {
    let folder = try TemporaryFolder()
    let dump = try folder.write("shop.csv", Self.dump())
    let store = StoreFile(path: folder.path("s.sqlite"))
    #expect(try CommandRun(["mine", "-q", dump, "--db", store.path]).status == 0)
    try store.run(damage)
    let isOpened = !damage.hasPrefix("PRAGMA")
    for command in [
      ["top", store.path], ["stats", store.path], ["mine", "--db", store.path, dump],
    ]
    where command[0] != "mine" || !isOpened {
      let run = try CommandRun(command)
      #expect(run.status == 1 && run.output.isEmpty, "\(command) \(run.errors)")
      #expect(run.errors.contains("is damaged: ") && run.errors.contains("hint: "))
      #expect(run.errors.contains(message), "\(command) \(run.errors)")
    }
  }

  /// What a stranger may put into a file: it is refused, or does nothing.
  @Test(arguments: [
    (
      "ALTER TABLE review RENAME TO r; CREATE VIEW review AS WITH RECURSIVE n(i) AS "
        + "(SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT r.* FROM r, n",
      "‘review’ is not the table"
    ),
    (
      "DROP VIEW stories; CREATE VIEW stories AS SELECT load_extension('/tmp/x.so') AS x",
      "‘stories’ is not the view"
    ),
    ("DROP TABLE moment; CREATE VIRTUAL TABLE moment USING fts5 (x)", "‘moment’ is not the table"),
    ("DROP INDEX review_story", "‘review_story’ is not the index"),
    (
      "DROP TABLE permission; CREATE TABLE permission (review, status, date, by_hand, "
        + "x AS (zeroblob(1000000000)))", "‘permission’ is not the table"
    ),
  ])
  func aStoreWithAnotherSchemaIsRefused(damage: String, message: String) throws {
    let folder = try TemporaryFolder()
    let dump = try folder.write("shop.csv", Self.dump())
    let store = StoreFile(path: folder.path("s.sqlite"))
    #expect(try CommandRun(["mine", "-q", dump, "--db", store.path]).status == 0)
    try store.run("PRAGMA legacy_alter_table = ON; " + damage)
    for command in [
      ["top", store.path], ["stats", store.path], ["mine", "-q", "--db", store.path, dump],
      ["forget", store.path, "--id", "1"], ["brief", store.path, "-o", folder.path("b.md")],
    ] {
      let run = try CommandRun(command)
      #expect(run.status == 1 && run.output.isEmpty, "\(command) \(run.errors)")
      #expect(run.errors.contains(message) && run.errors.contains("hint: "), "\(run.errors)")
    }
  }

  @Test func triggersAndObjectsOfOthersDoNothing() throws {
    let folder = try TemporaryFolder()
    let dump = try folder.write("shop.csv", Self.dump())
    let store = StoreFile(path: folder.path("s.sqlite"))
    #expect(try CommandRun(["mine", "-q", dump, "--db", store.path]).status == 0)
    let before = try CommandRun(["top", "--json", store.path]).output
    try store.run(
      """
      CREATE TABLE mine (x);
      CREATE VIEW endless AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n;
      CREATE TRIGGER t1 AFTER INSERT ON review BEGIN INSERT INTO mine VALUES (1); DELETE FROM moment; END;
      CREATE TRIGGER t2 AFTER UPDATE ON review BEGIN INSERT INTO mine SELECT i FROM endless; END;
      CREATE TRIGGER t3 AFTER DELETE ON review BEGIN INSERT INTO mine SELECT load_extension('x'); END;
      """)
    #expect(try CommandRun(["top", "--json", store.path]).output == before)
    let other = try folder.write("other.csv", "id,recensie\n901,Prima geholpen.\n")
    #expect(try CommandRun(["mine", "-q", other, "--db", store.path]).status == 0)
    #expect(try CommandRun(["mine", "-q", "--refresh", "--db", store.path]).status == 0)
    #expect(try CommandRun(["forget", "-q", store.path, "--id", "901"]).status == 0)
    #expect(try store.rows("SELECT count(*) FROM mine") == ["0"])
    #expect(try CommandRun(["top", "--json", store.path]).output == before)
  }

  /// Functions that reach out of the file are unknown to it.
  @Test func aStoreLoadsAndWritesNothing() throws {
    let database = try Database(":memory:", flags: 6)
    try database.run("CREATE TABLE t (x); CREATE VIEW v AS SELECT load_extension('x') AS x")
    for query in [
      "SELECT load_extension('/tmp/x.so')", "SELECT x FROM v", "SELECT writefile('/tmp/x', 'x')",
      "SELECT readfile('/etc/passwd')",
      "PRAGMA writable_schema = 1; UPDATE sqlite_schema SET sql = ''",
    ] {
      #expect(throws: StoreError.self, "\(query)") { try database.run(query) }
    }
  }

  @Test func onlyTheOwnerMayReadTheFiles() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("s.sqlite")
    let store = try ReviewStore(path: path, .writing)
    try store.database.run("INSERT INTO source (name) VALUES ('x')")
    for suffix in ["", "-wal", "-shm"] {
      let mode = try FileManager.default.attributesOfItem(atPath: path + suffix)[.posixPermissions]
      #expect(mode as? Int == 0o600, "\(suffix)")
    }
  }

  @Test func aStoreInAFolderThatCannotBeWrittenIsRead() throws {
    let folder = try TemporaryFolder()
    let dump = try folder.write("shop.csv", Self.dump())
    let path = folder.path("with 100%?.sqlite")
    #expect(try CommandRun(["mine", "-q", dump, "--db", path]).status == 0)
    let expected = try CommandRun(["top", "--json", path])
    #expect(expected.lines.count > 1)
    try FileManager.default.setAttributes([.posixPermissions: 0o400], ofItemAtPath: path)
    try FileManager.default.setAttributes([.posixPermissions: 0o500], ofItemAtPath: folder.url.path)
    let run = try CommandRun(["top", "--json", path])
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder.url.path)
    #expect(run.output == expected.output, "\(run.errors)")
  }

  /// Changes that stand beside a store are part of it: without them it would be an older one.
  @Test func changesThatCannotBeUsedAreNotPassedOver() throws {
    let folder = try TemporaryFolder()
    let dump = try folder.write("shop.csv", Self.dump())
    let path = folder.path("s.sqlite")
    let copy = folder.path("copy.sqlite")
    #expect(try CommandRun(["mine", "-q", dump, "--db", path]).status == 0)
    let expected = try CommandRun(["top", "--json", path])
    // As in a folder that cannot be written, but for root, too: SQLite follows no link to the index of the changes.
    try FileManager.default.createSymbolicLink(
      atPath: copy + "-shm", withDestinationPath: folder.path("nowhere"))
    let database = try Database(path, flags: 2)
    try database.run("UPDATE review SET memorability = 0")
    for suffix in ["", "-wal"] {
      try FileManager.default.copyItem(atPath: path + suffix, toPath: copy + suffix)
    }
    for command in [["top"], ["stats"], ["report", "-o", folder.path("out.html")]] {
      let run = try CommandRun(command + [copy])
      #expect(run.status == 1 && run.output.isEmpty)
      #expect(run.errors.contains("its last changes stand in \(copy)-wal"), "\(run.errors)")
      #expect(run.errors.contains("hint: copy both to a folder"), "\(run.errors)")
    }
    // An empty one holds none.
    try Data().write(to: URL(fileURLWithPath: copy + "-wal"))
    #expect(try CommandRun(["top", "--json", copy]).output == expected.output)
  }

  // MARK: Asking

  static let questions: [[String]] = [
    [], ["--limit", "3"], ["-n", "1000"], ["--label", "dissatisfied"],
    ["--label", "enthusiastic", "-n", "4"],
    ["--label", "neutral-satisfied"], ["--driver", "person", "-n", "1000"],
    ["--driver", "speed", "--label", "dissatisfied"], ["--json", "-n", "1000"],
    ["--json", "--driver", "gesture"], ["--color", "always", "-n", "2"], ["--threads", "1"],
  ]

  @Test func topShowsTheSameOfADumpAndOfAStore() throws {
    let folder = try TemporaryFolder()
    let files = try Array(Self.corpus().prefix(6))
    let path = folder.path("s.sqlite")
    #expect(try CommandRun(["mine", "-q", "--db", path] + files).status == 0)
    for flags in Self.questions {
      let dump = try CommandRun(["top"] + flags + files)
      #expect(!dump.output.isEmpty, "\(flags)")
      let store = try CommandRun(["top"] + flags + [path])
      #expect(store.status == 0 && store.errors.isEmpty, "\(flags): \(store.errors)")
      #expect(store.text == dump.text, "\(flags)")
    }
  }

  @Test func topTakesOneStoreAndNoFlagsOfADump() throws {
    let folder = try TemporaryFolder()
    let dump = try folder.write("shop.csv", Self.dump())
    let path = folder.path("s.sqlite")
    for source in ["a", "b"] {
      #expect(try CommandRun(["mine", "-q", "--source", source, dump, "--db", path]).status == 0)
    }
    #expect(try CommandRun(["top", path, dump]).status == 2)
    #expect(try CommandRun(["top", path, "--text", "x"]).status == 2)
    let one = try CommandRun(["top", "--json", "--source", "b", path]).objects()
    #expect(!one.isEmpty && one.allSatisfy { $0["source"] as? String == "b" })
    let out = folder.path("out.txt")
    #expect(try CommandRun(["top", path, "-o", out]).output.isEmpty)
    #expect(try Data(contentsOf: URL(fileURLWithPath: out)) == CommandRun(["top", path]).output)
  }

  @Test func wordsAreFoundWithoutCapitalsAndAccents() throws {
    let folder = try TemporaryFolder()
    let dump = try folder.write("shop.csv", Self.dump())
    let store = StoreFile(path: folder.path("s.sqlite"))
    #expect(try CommandRun(["mine", "-q", dump, "--db", store.path]).status == 0)
    func found(_ words: String, in index: String = "text_search") throws -> [String] {
      try store.rows("SELECT rowid FROM \(index) WHERE \(index) MATCH '\(words)' ORDER BY rowid")
    }
    #expect(try found("cafe") == ["3"])
    #expect(try found("CAFÉ") == ["3"])
    #expect(try found("zolder OR kaartje") == ["3", "4"])
    #expect(try found("\"drie weken\"") == ["2"])
    let moments = """
      SELECT id, moments.text FROM moment_search JOIN moments ON moment = moment_search.rowid
      WHERE moment_search MATCH 'bezorger'
      """
    #expect(
      try store.rows(moments) == ["3|De bezorger liep terug om de doos naar zolder te dragen!"])
  }

  @Test func theViewsCountWhatTheRowsSay() throws {
    let folder = try TemporaryFolder()
    let store = StoreFile(path: folder.path("s.sqlite"))
    #expect(try CommandRun(["mine", "-q", "--db", store.path] + Self.corpus()).status == 0)
    func number(_ query: String) throws -> Int { Int(try store.rows(query)[0]) ?? -1 }
    let reviews = try number("SELECT count(*) FROM review")
    #expect(reviews > 500)
    #expect(try number("SELECT count(*) FROM reviews") == reviews)
    #expect(
      try number("SELECT sum(reviews) FROM cells")
        == number("SELECT count(*) FROM review WHERE basis = 'experience'"))
    #expect(try number("SELECT count(DISTINCT cell) FROM cells") == 6)
    #expect(
      try number("SELECT count(*) FROM stories")
        == number("SELECT count(*) FROM review WHERE story AND basis = 'experience'"))
    #expect(
      try number("SELECT count(*) FROM review_drivers")
        == number("SELECT sum(json_array_length(drivers)) FROM review"))
    #expect(
      try number("SELECT count(*) FROM review_flags")
        == number("SELECT sum(json_array_length(flags)) FROM review"))
    #expect(try number("SELECT count(*) FROM review_fields WHERE value IS NULL") == 0)
    #expect(
      try number("SELECT count(*) FROM reviews WHERE title IS NOT NULL AND instr(text, title) <> 1")
        == 0)
    #expect(try number("SELECT count(*) FROM moments WHERE instr(text, '\u{FFFD}') > 0") == 0)
  }

  // MARK: Forgetting

  /// Where some bytes stand in the files of a store, whatever the case of their letters.
  static func places(of word: String, in path: String) throws -> [String] {
    let files = ["", "-wal", "-shm", "-journal"].filter {
      FileManager.default.fileExists(atPath: path + $0)
    }
    return try files.filter { suffix in
      let bytes = try Data(contentsOf: URL(fileURLWithPath: path + suffix))
      return String(decoding: bytes, as: UTF8.self).lowercased().contains(word)
    }
  }

  @Test(arguments: [
    ["--id", "klant-7x"], ["--match", "Kwispelbeen"], ["--match", "zwenkplein"],
    ["--match", "WIJ KWAMEN met kwispelbeen"], ["--match", "ZWÉNKPLEIN"],
  ])
  func nothingIsLeftOfWhatIsForgotten(flags: [String]) throws {
    let folder = try TemporaryFolder()
    var rows = (0..<1_000).map { number in
      "\(number),2026-03-01,7,Gent,\"Bestelling \(number) van \(number % 97) kwam te laat. Toen belde ik.\""
    }
    // Two texts for one id leave a stale copy of the first where pages are divided.
    let secret =
      "klant-7x,2026-03-09,2,Zwenkplein,Wij kwamen met Kwispelbeen en hij liep ineens weg!"
    rows.insert(secret, at: 500)
    let dump = try folder.write("shop.csv", Self.dump(rows))
    let path = folder.path("s.sqlite")
    #expect(try CommandRun(["mine", "-q", dump, "--db", path]).status == 0)
    rows[500] = secret.replacing("ineens", with: "plotseling")
    _ = try folder.write("shop.csv", Self.dump(rows))
    #expect(try CommandRun(["mine", "-q", dump, "--db", path]).status == 0)
    for word in ["kwispelbeen", "zwenkplein", "klant-7x"] {
      #expect(try !Self.places(of: word, in: path).isEmpty)
    }
    let trial = try CommandRun(["forget", path, "--dry-run"] + flags)
    #expect(
      trial.lines.count == 1 && trial.text.contains("klant-7x\t2026-03-09"), "\(trial.errors)")
    #expect(try !Self.places(of: "kwispelbeen", in: path).isEmpty)
    // A program that looks into the store keeps its log alive.
    let reader = try Database(path, flags: 2)
    _ = try reader.number("SELECT count(*) FROM review")
    let run = try CommandRun(["forget", path] + flags)
    #expect(run.status == 0 && run.errors.contains("removed 1 review"), "\(run.errors)")
    for word in ["kwispelbeen", "zwenkplein", "klant-7x", "spelbeen"] {
      #expect(try Self.places(of: word, in: path).isEmpty, "\(word)")
    }
    let store = StoreFile(path: path)
    #expect(try store.content().first == "ok")
    #expect(try store.rows("SELECT count(*) FROM reviews") == ["1000"])
    let again = try CommandRun(["forget", path] + flags)
    #expect(again.status == 1 && again.errors.contains("hint: "))
  }

  @Test func aPurgeThatWasBrokenOffIsDoneByTheNextWriter() throws {
    let folder = try TemporaryFolder()
    let dump = try folder.write("shop.csv", Self.dump())
    let path = folder.path("s.sqlite")
    #expect(try CommandRun(["mine", "-q", dump, "--db", path]).status == 0)
    let file = StoreFile(path: path)
    try file.run(
      """
      PRAGMA secure_delete = OFF;
      INSERT INTO text_search (text_search, rowid, text) SELECT 'delete', review, text FROM review_text WHERE review = 2;
      INSERT INTO moment_search (moment_search, rowid, text) SELECT 'delete', moment, text FROM moments WHERE review = 2;
      DELETE FROM moment WHERE review = 2;
      DELETE FROM review_text WHERE review = 2;
      DELETE FROM review WHERE review = 2;
      INSERT INTO unfinished VALUES ('purge');
      """)
    #expect(try !Self.places(of: "kwispelbeen", in: path).isEmpty)
    #expect(try CommandRun(["mine", "-q", "/dev/null", "--db", path]).status == 0)
    #expect(try Self.places(of: "kwispelbeen", in: path).isEmpty)
    #expect(try file.rows("SELECT count(*) FROM unfinished") == ["0"])
  }

  @Test func anIdOfMoreThanOneSourceNeedsItsSource() throws {
    let folder = try TemporaryFolder()
    let dump = try folder.write("shop.csv", Self.dump())
    let path = folder.path("s.sqlite")
    for source in ["a", "b"] {
      #expect(try CommandRun(["mine", "-q", "--source", source, dump, "--db", path]).status == 0)
    }
    let run = try CommandRun(["forget", path, "--id", "2"])
    #expect(run.status == 2 && run.errors.contains("stands in a, b"), "\(run.errors)")
    #expect(try CommandRun(["forget", path, "--id", "2", "--source", "b"]).status == 0)
    #expect(
      try StoreFile(path: path).rows("SELECT source FROM reviews WHERE id = '2'") == ["a"])
    for flags in [[], ["--id", "1", "--match", "x"], ["--match", "!"]] {
      #expect(try CommandRun(["forget", path] + flags).status == 2)
    }
    #expect(try CommandRun(["forget", folder.path("no.sqlite"), "--id", "1"]).status == 1)
    #expect(try CommandRun(["forget", dump, "--id", "1"]).status == 1)
    #expect(!FileManager.default.fileExists(atPath: folder.path("no.sqlite")))
  }
}
