import Foundation
import Testing

@Suite struct BriefCommandTests {
  /// A store of some of the corpus.
  static func store(in folder: TemporaryFolder) throws -> String {
    let path = folder.path("s.sqlite")
    let run = try CommandRun(
      ["mine", "-q", "Corpus/hotel.jsonl", "Corpus/garage.jsonl", "--db", path])
    #expect(run.status == 0, "\(run.errors)")
    return path
  }

  static func mode(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  @Test(arguments: ["md", "html", "json"])
  func aBriefIsWrittenForItsOwnerAlone(format: String) throws {
    let folder = try TemporaryFolder()
    let store = try Self.store(in: folder)
    let path = folder.path("brief." + format)
    let run = try CommandRun(["brief", store, "-o", path, "--title", "Proef"])
    #expect(run.status == 0 && run.output.isEmpty && run.errors.isEmpty, "\(run.errors)")
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.contains("Proef") && text.hasSuffix("\n"))
    #expect(try Self.mode(path) == 0o600)
    let again = folder.path("again." + format)
    #expect(try CommandRun(["brief", store, "-o", again, "--title", "Proef"]).status == 0)
    #expect(try String(contentsOfFile: again, encoding: .utf8) == text)
  }

  static let wrong: [([String], Int32, String)] = [
    ([], 2, "-o brief.md"), (["-o", "x.doc"], 2, "--to"),
    (["-o", "x.md", "--since", "2026-03", "--last", "30d"], 2, "--last"),
    (["-o", "x.md", "--since", "2026-03", "--until", "2026-02"], 2, "before it begins"),
    (["-o", "x.md", "--last", "2026-03"], 2, "30d"),
    (["-o", "x.md", "--for", "niemand"], 2, "board"),
    (["-o", "x.md", "--audience", "external", "--keep-personal"], 2, "--keep-personal"),
    (["-o", "x.md", "--by", "kleur"], 1, "hint"),
    (["-o", "x.md", "--promises", "/geen/bestand"], 1, "hint"),
    (["-o", "x.md", "--previous", "README.md"], 1, "hint"),
    (["-o", "/geen/map/x.md"], 1, "/geen/map"),
  ]

  @Test(arguments: wrong)
  func whatCannotBeMadeIsSaid(arguments: [String], status: Int32, part: String) throws {
    let folder = try TemporaryFolder()
    let store = try Self.store(in: folder)
    let run = try CommandRun(
      ["brief", store] + arguments.map { $0 == "x.md" ? folder.path($0) : $0 })
    #expect(run.status == status, "\(run.errors)")
    #expect(run.errors.contains(part), "\(run.errors)")
    #expect(!FileManager.default.fileExists(atPath: folder.path("x.md")))
  }

  @Test func promisesAndTheLastBriefAreRead() throws {
    let folder = try TemporaryFolder()
    let store = try Self.store(in: folder)
    let claims = try folder.write("beloftes.txt", "# Wat wij beloven\r\nOp tijd klaar\r\n\n")
    let last = folder.path("vorige.json")
    #expect(try CommandRun(["brief", store, "-o", last]).status == 0)
    let run = try CommandRun([
      "brief", store, "-o", "-", "--to", "json", "--promises", claims, "--previous", last,
      "--gold", "Corpus/hotel.jsonl", "--today", "2026-07-01", "--language", "en",
    ])
    #expect(run.status == 0, "\(run.errors)")
    let facts = try #require(
      try JSONSerialization.jsonObject(with: run.output) as? [String: Any])
    #expect(
      (facts["claims"] as? [[String: Any]])?.map { $0["text"] as? String } == ["Op tijd klaar"])
    #expect(facts["hasPreviousBrief"] as? Bool == true && facts["today"] as? String == "2026-07-01")
    #expect((facts["sample"] as? [String: Any])?["count"] as? Int == 16)
  }

  /// It holds nothing of what was not allowed, so that every old cause would be called new.
  @Test func aBriefForOutsideIsNoLastBrief() throws {
    let folder = try TemporaryFolder()
    let store = try Self.store(in: folder)
    let last = folder.path("buiten.json")
    #expect(try CommandRun(["brief", store, "-o", last, "--audience", "external"]).status == 0)
    let run = try CommandRun(["brief", store, "-o", folder.path("x.md"), "--previous", last])
    #expect(run.status == 1 && run.errors.contains("hint: give one made without"), "\(run.errors)")
    #expect(!FileManager.default.fileExists(atPath: folder.path("x.md")))
  }

  @Test func aDayBeginsOnHalfAScreen() throws {
    let folder = try TemporaryFolder()
    let store = try Self.store(in: folder)
    let run = try CommandRun(["daystart", store])
    #expect(run.status == 0 && (5...18).contains(run.lines.count), "\(run.text)")
    #expect(!run.text.contains("\u{1B}"))
    let facts = try #require(try CommandRun(["daystart", store, "--json"]).objects().first)
    #expect(run.text.contains(try #require(facts["question"] as? String)))
  }

  @Test(arguments: ["brief", "daystart"])
  func whatIsNoStoreIsSaid(command: String) throws {
    let output = command == "brief" ? ["-o", "-", "--to", "json"] : []
    #expect(try CommandRun([command] + output).status == 2)
    let run = try CommandRun([command, "README.md"] + output)
    #expect(run.status == 1 && run.errors.contains("hint"), "\(run.errors)")
  }
}
