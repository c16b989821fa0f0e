import Foundation
import Testing

/// Excel workbooks in, and what Excel opens out.
@Suite struct ExcelTests {
  static func workbook(_ name: String) -> String { "Tests/ReviewIOTests/Fixtures/\(name)" }

  @Test func aWorkbookGivesTheAnalysesOfTheSameTable() throws {
    let csv = try #require(try DumpFile.all().first { $0.name == "comma.csv" })
    let folder = try TemporaryFolder()
    let flags = ["mine", "-q", "--source", "x", "--with-text", "--explain"]
    let table = try CommandRun(flags + [try folder.write(csv.name, csv.data)])
    let book = try Data(
      contentsOf: CommandRun.root.appendingPathComponent(Self.workbook("plain.xlsx")))
    #expect(try CommandRun(flags + [Self.workbook("plain.xlsx")]).output == table.output)
    #expect(try CommandRun(flags + ["-"], input: book).output == table.output)
    // Through a pipe, which cannot be read at any place.
    let shell = try CommandRun(
      URL(fileURLWithPath: "/bin/sh"),
      ["-c", "cat | \"$0\" \"$@\"", CommandRun.executable.path] + flags, input: book)
    #expect(shell.output == table.output)
  }

  static let exits: [([String], Int32, String)] = [
    (["mine", "-q", "old.xls"], 1, "save it as an Excel workbook (xlsx)"),
    (["mine", "-q", "--sheet", "9", "sheets.xlsx"], 1, "1 Voorblad, 2 Klanten & co"),
    (["mine", "-q", "--format", "xlsx", "make.py"], 1, "no Excel workbook"),
    (["mine", "-q", "--text", "nope", "sheets.xlsx"], 1, "give --text one of"),
    (["mine", "--excel", "plain.xlsx"], 2, "--excel goes with --to csv"),
    (["compliments", "--by", "x", "--excel", "plain.xlsx"], 2, "--excel goes with --to csv"),
    (["followup", "-o", "x.md", "--excel", "plain.xlsx"], 2, "--excel goes with --to csv"),
    (["redact", "plain.xlsx"], 1, "CSV UTF-8"),
    (["top", "--sheet", "Klanten & co", "sheets.xlsx"], 0, "sheets.xlsx:Klanten & co:11: a grade"),
  ]

  @Test(arguments: exits)
  func theExitCodeAndWhatToDoAreRight(
    _ arguments: [String], _ status: Int32, _ said: String
  ) throws {
    let run = try CommandRun(arguments.dropLast() + [Self.workbook(arguments.last ?? "")])
    #expect(run.status == status && run.errors.contains(said), "\(run.errors)")
  }

  @Test func storiesAreWrittenForExcelAsForOthers() throws {
    let flags = ["top", "--to", "csv", "--scale", "1-10", Self.workbook("plain.xlsx")]
    let plain = try CommandRun(flags).lines
    let excel = try CommandRun(["top", "--excel"] + flags.dropFirst()).text
    #expect(excel.hasPrefix("\u{FEFF}rank;source;id;label;memorability;"))
    let rows = excel.components(separatedBy: "\r\n").dropLast()
    #expect(plain.count > 2 && rows.count >= plain.count - 2)
    #expect(rows.dropFirst().contains { $0.contains(/^1;plain;\d;\w+;\d,\d+;/) })
    #expect(excel.contains(";1–10;2026-03-0"))
  }

  @Test func complimentsAndCasesAreWrittenForExcelToo() throws {
    let folder = try TemporaryFolder()
    let store = try FollowupTests.store(folder, FollowupTests.dump + ComplimentTests.rows)
    let file = folder.path("cases.csv")
    let commands = [
      ["compliments", store, "--by", "ordernummer", "--to", "csv"],
      ["followup", store, "-o", file],
    ]
    for command in commands {
      /// Lines of the output, or of the file; a quotation may hold a line end of its own.
      func written(_ flags: [String], _ end: String) throws -> [String] {
        let run = try CommandRun(command + flags)
        #expect(run.status == 0, "\(run.errors)")
        let bytes =
          run.output.isEmpty ? try Data(contentsOf: URL(fileURLWithPath: file)) : run.output
        let text = String(decoding: bytes, as: UTF8.self)
        return text.components(separatedBy: end).dropLast()
      }
      let plain = try written([], "\n")
      let excel = try written(["--excel"], "\r\n")
      #expect(excel.count == plain.count && excel.count > 2)
      #expect(excel.first == "\u{FEFF}" + plain[0].replacing(",", with: ";"))
      #expect(excel.dropFirst().allSatisfy { $0.contains(";1–10;") })
      #expect(excel.dropFirst().contains { $0.contains(/;8,5;/) })
    }
  }

  /// What is written for Excel is read back to the same verdicts, grades and days.
  @Test func whatIsWrittenForExcelIsReadBack() throws {
    let folder = try TemporaryFolder()
    let csv = try #require(try DumpFile.all().first { $0.name == "comma.csv" })
    let dump = try folder.write(csv.name, csv.data)
    let lines = try CommandRun(["mine", "-q", "--with-text", dump]).objects()
    let written = folder.path("uit.csv")
    let run = try CommandRun(
      ["mine", "-q", "--to", "csv", "--excel", "--with-text", dump, "-o", written])
    #expect(run.status == 0)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: written))
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    #expect(text.components(separatedBy: "\r\n").count == lines.count + 2)
    #expect(text.contains(";1–10;2026-03-01;") && !text.contains(/;-?\d+\.\d/))
    let back = try CommandRun(["mine", "-q", "--with-text", written]).objects()
    for key in ["label", "rating", "ratingScale", "date", "text"] {
      #expect(back.map { "\($0[key] ?? "")" } == lines.map { "\($0[key] ?? "")" }, "\(key)")
    }
    let fields = back.compactMap { $0["fields"] as? [String: String] }
    #expect(
      fields.map { $0["valence"].flatMap { Double($0.replacing(",", with: ".")) } }
        == lines.map { $0["valence"] as? Double })
  }
}
