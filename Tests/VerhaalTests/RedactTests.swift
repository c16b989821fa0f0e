import Foundation
import Testing

@Suite struct RedactTests {
  @Test func aTextComesOutMasked() throws {
    let text = "Geholpen door Sanne.\r\n\nMvg,\nAnnelies\nBel 06-12345678"
    let run = try CommandRun(["redact", "-"], input: Data(text.utf8))
    #expect(run.status == 0)
    #expect(
      run.text == "Geholpen door [persoon].\r\n\nMvg,\n[persoon]\nBel [telefoon]")
    #expect(run.errors.contains("masked 3 pieces of personal data in 5 lines"))
    let again = try CommandRun(["redact", "-q"], input: run.output)
    #expect(again.output == run.output && again.errors.isEmpty)
  }

  @Test func bytesThatAreNoTextStay() throws {
    let bytes = Data([0xFF, 0x00, 0x0A, 0xE9, 0x20]) + Data("jan@voorbeeld.nl".utf8) + Data([0xC3])
    let run = try CommandRun(["redact", "-q"], input: bytes)
    #expect(
      run.output
        == Data([0xFF, 0x00, 0x0A, 0xE9, 0x20]) + Data("[e-mail]".utf8) + Data([0xC3]))
  }

  /// A line in, the line out; escapes, order, white space and other values stay.
  static let lines: [(String, String)] = [
    (
      #"{"id": 7, "text":"caf\u00e9 met Sanne \ud83d\ude00 \"op\" @jan_88","n":{"a":[1,2]} }"#,
      #"{"id": 7, "text":"caf\u00e9 met [persoon] \ud83d\ude00 \"op\" [account]","n":{"a":[1,2]} "#
        + #","spans":[{"start":10,"end":15,"startUTF16":9,"endUTF16":14,"maskedStart":10,"maskedEnd":19,"kind":"person"},"#
        + #"{"start":26,"end":33,"startUTF16":23,"endUTF16":30,"maskedStart":30,"maskedEnd":39,"kind":"handle"}]}"#
    ),
    (#"{"text":"niets"}"#, #"{"text":"niets","spans":[]}"#),
    (#"{"spans":"oud","text":"niets"}"#, #"{"spans":[],"text":"niets"}"#),
    (
      #"{"text":"Mvg,\nAnnelies","naam":"Annelies"}"#,
      #"{"text":"Mvg,\n[persoon]","naam":"Annelies","spans":[{"start":5,"end":13,"startUTF16":5,"endUTF16":13,"#
        + #""maskedStart":5,"maskedEnd":14,"kind":"person"}]}"#
    ),
    (#"{"text":"half \ud83d weg"}"#, #"{"text":"half \ufffd weg","spans":[]}"#),
    (#"{"text":"Sanne belde","text":"niets"}"#, #"{"text":"","text":"niets","spans":[]}"#),
  ]

  @Test(arguments: lines)
  func aLineOfJSONKeepsAllElse(line: String, expected: String) throws {
    let run = try CommandRun(["redact", "--json", "-q"], input: Data((line + "\n").utf8))
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.text == expected + "\n")
  }

  @Test func badLinesAreReportedAndTheOthersGoOn() throws {
    let input = """
      {"text":"goed"}
      {"text":"kapot
      {"tekst":"anders"}
      [1]
      {"text":5}

      {"text":"bel Sanne"}
      """
    let run = try CommandRun(["redact", "--json"], input: Data(input.utf8))
    #expect(run.status == 0)
    #expect(run.lines.count == 2)
    for (record, what) in [
      (2, "not valid JSON"), (3, "no \"text\""), (4, "not a JSON object"), (5, "no \"text\""),
    ] {
      #expect(run.errors.contains("-:\(record): \(what)"), "\(run.errors)")
    }
    #expect(run.errors.contains("4 could not be read and were left out"))
    let nothing = try CommandRun(["redact", "--json"], input: Data("x\ny\n".utf8))
    #expect(nothing.status == 1 && nothing.output.isEmpty)
  }

  static let exits: [([String], Int32)] = [
    (["redact", "/no/such/file"], 1), (["redact", "Corpus"], 1), (["redact", "a", "b"], 2),
    (["redact", "/dev/null"], 0), (["redact", "--json", "/dev/null"], 0),
    (["redact", "--max-record-bytes", "0"], 2),
    (["redact", "-q", "README.md", "-o", "/no/such/x"], 1),
    (["redact", "--max-record-bytes", "20", "README.md"], 1),
  ]

  @Test(arguments: exits)
  func theExitCodeSaysHowItWent(arguments: [String], expected: Int32) throws {
    let run = try CommandRun(arguments)
    #expect(run.status == expected, "\(run.errors)")
    if expected > 0 { #expect(!run.errors.isEmpty) }
  }

  @Test func aLineThatIsTooLongIsNamed() throws {
    let text = "kort\n" + String(repeating: "lang ", count: 50_000) + "\nkort\n"
    let run = try CommandRun(["redact", "--max-record-bytes", "1000"], input: Data(text.utf8))
    #expect(run.status == 1)
    #expect(run.text == "kort\n")
    #expect(run.errors.contains("-:2: the line is longer than 1,000 bytes"), "\(run.errors)")
    let lines =
      "{\"text\":\"a\"}\n{\"text\":\"" + String(repeating: "b", count: 2_000)
      + "\"}\n{\"text\":\"c\"}\n"
    let json = try CommandRun(
      ["redact", "--json", "--max-record-bytes", "1000"], input: Data(lines.utf8))
    #expect(json.status == 0 && json.lines.count == 2)
    #expect(json.errors.contains("-:2: longer than the record limit"), "\(json.errors)")
  }

  @Test func aFileIsWrittenWholeOrNotAtAll() throws {
    let folder = try TemporaryFolder()
    let input = try folder.write("in.txt", "Bel Sanne\n")
    let output = folder.path("out.txt")
    #expect(try CommandRun(["redact", input, "-o", output]).status == 0)
    #expect(try String(contentsOfFile: output, encoding: .utf8) == "Bel [persoon]\n")
    #expect(
      try CommandRun(["redact", "--max-record-bytes", "3", input, "-o", folder.path("none")]).status
        == 1)
    #expect(!FileManager.default.fileExists(atPath: folder.path("none")))
  }
}
