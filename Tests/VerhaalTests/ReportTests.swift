import Foundation
import Testing

@Suite struct ReportTests {
  private static func store(_ folder: TemporaryFolder) throws -> String {
    let path = folder.path("a.sqlite")
    let run = try CommandRun(["mine", "-q", "Corpus/hotel.jsonl", "--db", path])
    try #require(run.status == 0, "\(run.errors)")
    return path
  }

  @Test func onlyItsOwnerMayReadThePage() throws {
    let folder = try TemporaryFolder()
    let store = try Self.store(folder)
    // One that all could read is not left so.
    let page = try folder.write("report.html", "old")
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: page)
    let run = try CommandRun(["report", store, "-o", page])
    #expect(run.status == 0 && run.errors.isEmpty && run.output.isEmpty, "\(run.errors)")
    let mode = try FileManager.default.attributesOfItem(atPath: page)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    let text = try String(contentsOfFile: page, encoding: .utf8)
    #expect(text.hasPrefix("<!doctype html>") && text.hasSuffix("</html>\n"))
    #expect(try CommandRun(["report", store, "-o", "-"]).text == text)
  }

  static let wrong: [(arguments: [String], status: Int32, says: String)] = [
    ([], 2, "-o report.html"), (["-o", "x.html"], 2, "takes one store"),
    (["-o", "/no/such/folder/x.html"], 1, "/no/such/folder"),
    (["-o", "-", "--source", "motel"], 1, "hotel"), (["-o", "-", "--texts", "-1"], 2, "--texts"),
    (["-o", "-", "--language", "fr"], 2, "nl, en"),
  ]

  @Test(arguments: wrong)
  func whatIsWrongIsSaid(arguments: [String], status: Int32, says: String) throws {
    let folder = try TemporaryFolder()
    let operands = says == "takes one store" ? [] : [try Self.store(folder)]
    let run = try CommandRun(["report"] + operands + arguments)
    #expect(run.status == status)
    #expect(run.errors.contains(says), "\(run.errors)")
    #expect(run.output.isEmpty)
  }

  @Test func whatIsNoStoreLeavesNoPage() throws {
    let folder = try TemporaryFolder()
    let page = folder.path("report.html")
    for path in ["Corpus/hotel.jsonl", "/no/such/file.sqlite"] {
      let run = try CommandRun(["report", path, "-o", page])
      #expect(run.status == 1 && run.errors.contains(path), "\(run.errors)")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).isEmpty)
    }
  }
}
