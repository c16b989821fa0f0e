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
}
