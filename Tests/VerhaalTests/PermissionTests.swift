import Foundation
import Testing

@testable import ReviewStore

@Suite struct PermissionTests {
  /// What a store was before it had permissions, with signatures of 32 bits a number.
  static let older = """
    DROP VIEW review_permissions; DROP VIEW review_followups; DROP TABLE permission; DROP TABLE followup;
    UPDATE review_text SET minhash = zeroblob(256) WHERE minhash IS NOT NULL;
    PRAGMA user_version = 1;
    """

  @Test(arguments: [["top", "--json"], ["stats"], ["mine", "-q", "--refresh", "--db"]])
  func aStoreOfTheFirstVersionIsBroughtUpToDate(_ command: [String]) throws {
    let folder = try TemporaryFolder()
    let dump = try folder.write("shop.csv", StoreTests.dump())
    let store = StoreFile(path: folder.path("s.sqlite"))
    #expect(try CommandRun(["mine", "-q", dump, "--db", store.path]).status == 0)
    let content = try store.content()
    let expected = try CommandRun(command + [store.path]).output
    try store.run(Self.older)
    let run = try CommandRun(command + [store.path])
    #expect(run.status == 0 && run.errors.isEmpty && run.output == expected, "\(run.errors)")
    #expect(try store.rows("PRAGMA user_version") == ["\(Schema.version)"])
    #expect(
      try store.content().filter { !$0.hasPrefix("moment|") }
        == content.filter { !$0.hasPrefix("moment|") })
  }

  /// Kept decisions of the reviews 1, 2, ... of a store, as `status date by_hand`, and which cases are done.
  static func decisions(_ store: StoreFile) throws -> [String] {
    try store.rows(
      """
      SELECT id, permission, coalesce(permission_date, '-'), by_hand FROM review_permissions ORDER BY id
      """) + store.rows("SELECT id, 'done', done FROM review_followups ORDER BY id")
  }

  @Test func whatWasDecidedHoldsForTheTextItWasDecidedAbout() throws {
    let folder = try TemporaryFolder()
    let store = StoreFile(path: folder.path("s.sqlite"))
    let dump = try folder.write("shop.csv", StoreTests.dump())
    #expect(try CommandRun(["mine", "-q", dump, "--db", store.path]).status == 0)
    try store.run(
      """
      INSERT INTO permission SELECT review, CASE id WHEN 1 THEN 'allowed' WHEN 2 THEN 'asked' WHEN 3 THEN 'refused'
        ELSE 'internal' END, '2026-04-01', 1 FROM review;
      INSERT INTO followup SELECT review, '2026-04-02' FROM review;
      """)
    let decided = try Self.decisions(store)
    #expect(decided.count == 8)
    // Another grade or shop is not another text, and neither is another analysis.
    _ = try folder.write("shop.csv", StoreTests.dump().replacing("Gent", with: "Luik"))
    let moved = try CommandRun(["mine", dump, "--db", store.path])
    #expect(moved.errors.contains("2 changed"), "\(moved.errors)")
    #expect(try CommandRun(["mine", "-q", "--refresh", dump, "--db", store.path]).status == 0)
    #expect(try Self.decisions(store) == decided)
    _ = try folder.write(
      "shop.csv", StoreTests.dump(StoreTests.rows.map { $0.replacing(".\"", with: ", echt.\"") }))
    #expect(try CommandRun(["mine", "-q", dump, "--db", store.path]).status == 0)
    #expect(
      try Self.decisions(store)
        == ["1|ask|-|0", "2|ask|-|0", "3|refused|2026-04-01|1", "4|internal|2026-04-01|1"])
    #expect(try store.content().prefix(1) == ["ok"])
  }

  @Test func aForgottenReviewTakesItsDecisionsWithIt() throws {
    let folder = try TemporaryFolder()
    let store = StoreFile(path: folder.path("s.sqlite"))
    let dump = try folder.write("shop.csv", StoreTests.dump())
    #expect(try CommandRun(["mine", "-q", dump, "--db", store.path]).status == 0)
    try store.run(
      """
      INSERT INTO permission SELECT review, 'allowed', '1912-06-23', 1 FROM review WHERE id = 2;
      INSERT INTO followup SELECT review, '1906-12-09' FROM review WHERE id = 2;
      """)
    #expect(try CommandRun(["forget", "-q", store.path, "--id", "2"]).status == 0)
    #expect(try Self.decisions(store).isEmpty)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: store.path))
    for text in ["1912-06-23", "1906-12-09"] {
      #expect(bytes.firstRange(of: Data(text.utf8)) == nil)
    }
  }

  // MARK: Columns

  static let header = "id,datum,cijfer,winkel,Mag gedeeld worden,recensie"
  static let rows = [
    "1,2026-03-01,10,Gent,ja,\"De bezorger liep terug om de doos naar zolder te dragen en hing toen de lamp op!\"",
    "2,2026-03-02,10,Gent,nee,\"Toen belde de winkel zelf een taxi en kwam de verkoper 's avonds mijn tas brengen.\"",
    "3,2026-03-03,10,Luik,2026-03-09,\"De monteur zag dat de kraan lekte en heeft hem ongevraagd vervangen, geweldig!\"",
    "4,2026-03-04,9,Luik,misschien,\"Zomaar een kaartje erbij, met de hand geschreven door de bakker.\"",
    "5,2026-03-05,9,Luik,,\"Op zondag kwam de slotenmaker toch nog langs en hij wilde geen geld, geweldig!\"",
    "6,2026-03-06,10,Gent,ja,\"De bezorger liep terug om de doos naar zolder te dragen en hing toen de lamp op!!\"",
    "7,2026-03-07,2,Gent,ja,\"Mijn man is overleden en toch stuurde de winkel drie keer een aanmaning op zijn naam.\"",
  ]

  static func dump(_ rows: [String] = rows) -> String {
    ([header] + rows).joined(separator: "\n") + "\n"
  }

  @Test func aColumnSaysWhatIsAllowed() throws {
    let folder = try TemporaryFolder()
    let store = StoreFile(path: folder.path("s.sqlite"))
    let dump = try folder.write("shop.csv", Self.dump())
    let run = try CommandRun(["mine", dump, "--db", store.path])
    #expect(
      run.errors.contains("4 allowed, 1 refused, 1 not understood (‘misschien’)"), "\(run.errors)")
    #expect(
      try Self.decisions(store) == [
        "1|allowed|2026-03-01|0", "2|refused|-|0", "3|allowed|2026-03-09|0",
        "6|allowed|2026-03-06|0", "7|allowed|2026-03-07|0",
      ])
    // The column is an ordinary field, too.
    let fields = try CommandRun(["mine", "-q", dump]).objects().map {
      $0["fields"] as? [String: String]
    }
    #expect(
      fields.map { $0?["Mag gedeeld worden"] } == [
        "ja", "nee", "2026-03-09", "misschien", "", "ja", "ja",
      ])
  }

  @Test func whatWasWithdrawnIsRefused() throws {
    let folder = try TemporaryFolder()
    let store = StoreFile(path: folder.path("s.sqlite"))
    let dump = try folder.write(
      "shop.csv",
      """
      id,datum,toestemming,Toestemming ingetrokken op,consent_requested_at,recensie
      1,2026-03-01,ja,2026-03-08,2026-03-01,De bezorger droeg de doos naar zolder.
      2,2026-03-02,ja,nee,2026-03-01,De bezorger hing toen de lamp op.
      3,2026-03-03,,,2026-03-01,De verkoper kwam mijn tas brengen.

      """)
    #expect(try CommandRun(["mine", "-q", dump, "--db", store.path]).status == 0)
    #expect(try Self.decisions(store) == ["1|refused|-|0", "2|allowed|2026-03-02|0"])
  }

  @Test func aKeyThatTheSampleDoesNotHaveSaysWhatIsAllowed() throws {
    let folder = try TemporaryFolder()
    let store = StoreFile(path: folder.path("s.sqlite"))
    let early = (1...1000).map { #"{"id":\#($0),"tekst":"Prima."}"# }
    let late = ["ja", "nee", ""].enumerated().map {
      #"{"id":\#(1001 + $0),"datum":"2026-03-01","tekst":"Netjes opgelost.","toestemming":"\#($1)"}"#
    }
    let dump = try folder.write("shop.jsonl", (early + late).joined(separator: "\n"))
    #expect(try CommandRun(["mine", "-q", dump, "--db", store.path]).status == 0)
    #expect(try Self.decisions(store) == ["1001|allowed|-|0", "1002|refused|-|0"])
  }

  @Test func aDumpAndAStoreShowTheSameAsPublishable() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("s.sqlite")
    let dump = try folder.write("shop.csv", Self.dump())
    #expect(try CommandRun(["mine", "-q", dump, "--db", path]).status == 0)
    for flags in [[], ["--json"], ["--to", "csv"], ["--to", "markdown"], ["--per", "winkel"]] {
      let publishable = try CommandRun(["top", "--publishable", dump] + flags)
      #expect(!publishable.output.isEmpty)
      #expect(
        try CommandRun(["top", "--publishable", path] + flags).text == publishable.text, "\(flags)")
      #expect(
        try CommandRun(["top", path] + flags).text == CommandRun(["top", dump] + flags).text)
    }
    let rows = try CommandRun(["top", "--publishable", "--json", path]).objects()
    let ids = rows.compactMap { $0["id"] as? String }
    // Of the copies 1 and 6 one, and never the sensitive 7.
    #expect(Set(ids).subtracting(["1", "6"]) == ["3"] && ids.count == 2, "\(ids)")
    #expect(rows.allSatisfy { $0["permission"] as? String == "allowed" })
  }

  @Test(arguments: [["ja", "nee"], ["nee", "ja"]])
  func aNoHoldsForTheReviewWhereverItStands(answers: [String]) throws {
    let text = "De monteur bleef na zijn werk een uur langer en droeg alles naar boven."
    let rows = answers.map { "1,2026-03-01,\"\(text)\",\($0)\n" }
    let dump = "id,datum,recensie,toestemming\n" + rows.joined()
    #expect(try CommandRun(["top", "-"], input: Data(dump.utf8)).text.contains("uur langer"))
    let run = try CommandRun(["top", "--publishable", "--json", "-"], input: Data(dump.utf8))
    #expect(run.status == 0 && run.output.isEmpty, "\(run.text)")
  }

  @Test func whatWasSetByHandStaysUnlessTheCustomerRefuses() throws {
    let folder = try TemporaryFolder()
    let store = StoreFile(path: folder.path("s.sqlite"))
    let dump = try folder.write("shop.csv", Self.dump())
    #expect(try CommandRun(["mine", "-q", dump, "--db", store.path]).status == 0)
    let sets: [([String], String)] = [
      (["5", "--allowed", "--date", "2026-04-01"], "5: internal, now allowed 2026-04-01\n"),
      (["1", "--internal"], "1: allowed 2026-03-01, now internal\n"),
      (["4", "--asked", "--date", "2026-04-02"], "4: internal, now asked 2026-04-02\n"),
      (["2", "--ask"], "2: refused, now ask\n"),
      (["6", "--refused"], "6: allowed 2026-03-06, now refused\n"),
    ]
    for (arguments, expected) in sets {
      #expect(try CommandRun(["permission", store.path] + arguments).text == expected)
    }
    let page = try CommandRun(["permission", store.path]).lines
    #expect(
      page == [
        "internal  1", "ask       1", "asked     1", "allowed   3", "refused   1",
        "asked     2026-04-02  shop  4", "allowed   2026-03-09  shop  3",
        "allowed   2026-04-01  shop  5", "allowed   2026-03-07  shop  7",
      ])
    // The same dump again changes nothing, and neither does one with other grades and answers, but for a no.
    let decided = try Self.decisions(store)
    #expect(try CommandRun(["mine", "-q", dump, "--db", store.path]).status == 0)
    #expect(try Self.decisions(store) == decided)
    var rows = Self.rows
    rows[0] = rows[0].replacing(",ja,", with: ",2026-03-20,")
    rows[2] = rows[2].replacing(",2026-03-09,", with: ",,")
    rows[3] = rows[3].replacing(",misschien,", with: ",nee,")
    rows[4] = rows[4].replacing(",9,Luik,,", with: ",8,Luik,,")
    rows[5] = rows[5].replacing(",10,Gent,ja,", with: ",9,Gent,ja,")
    _ = try folder.write("shop.csv", Self.dump(rows))
    #expect(try CommandRun(["mine", "-q", dump, "--db", store.path]).status == 0)
    #expect(
      try Self.decisions(store) == [
        "1|internal|-|1", "2|ask|-|1", "3|ask|-|0", "4|refused|-|0", "5|allowed|2026-04-01|1",
        "6|refused|-|1", "7|allowed|2026-03-07|0",
      ])
  }

  static let wrong: [([String], Int32, String)] = [
    ([], 2, "needs a store"), (["S", "9"], 1, "no review has the id"),
    (["S", "--ask"], 2, "needs an id"), (["S", "1", "--allowed"], 2, "needs --date"),
    (["S", "1", "--asked", "--date", "2026-03"], 2, "a day such as"),
    (["S", "1", "--ask", "--date", "2026-03-01"], 2, "does not go with"),
    (["S", "1", "--ask", "--refused"], 2, "do not go together"),
    (["S", "1", "--date", "2026-03-01"], 2, "goes with"),
    (["/no/such.sqlite", "1", "--ask"], 1, "no such file"),
    (["Corpus/bank.jsonl", "1", "--ask"], 1, "is no store"),
  ]

  @Test(arguments: wrong)
  func whatMakesNoSenseIsSaid(arguments: [String], status: Int32, message: String) throws {
    let folder = try TemporaryFolder()
    let path = folder.path("s.sqlite")
    let dump = try folder.write("shop.csv", Self.dump())
    #expect(try CommandRun(["mine", "-q", dump, "--db", path]).status == 0)
    let run = try CommandRun(["permission"] + arguments.map { $0 == "S" ? path : $0 })
    #expect(run.status == status && run.errors.contains(message), "\(run.errors)")
    #expect(!FileManager.default.fileExists(atPath: "/no/such.sqlite"))
  }
}
