import Foundation
import Testing

@Suite struct CommandLineTests {
  static let commands = [
    "mine", "merge", "top", "brief", "daystart", "report", "stats", "compare", "alert",
    "duplicates",
    "followup", "compliments", "permission", "forget", "explain", "tokenize", "evaluate", "label",
    "train", "redact", "lexicon", "completions",
  ]

  static let exits: [([String], Int32)] = [
    (["--version"], 0), (["--help"], 0), ([], 2), (["mien"], 2), (["mine", "--no-such"], 2),
    (["mine", "--threads", "0"], 2), (["mine", "--threads", "\(Int.max)"], 2),
    (["mine", "--max-record-bytes", "\(Int.max)"], 2), (["mine", "--threads"], 2),
    (["mine", "--to", "xml"], 2),
    (["mine", "--delimiter", ";;"], 2), (["mine", "-", "-"], 2), (["explain"], 2),
    (["evaluate", "Corpus/camping.jsonl", "--minimum", "ece=0.5"], 2), (["evaluate"], 0),
    (["lexicon"], 2), (["completions", "csh"], 2),
    (["mine", "/no/such/file.csv"], 1), (["mine", "Corpus"], 1), (["mine", "-q", "/dev/null"], 0),
    (["mine", "-q", "--text", "nope", "Corpus/camping.jsonl"], 1),
    (["lexicon", "check", "/no/such/folder"], 1),
    (["evaluate", "Corpus/camping.jsonl", "--minimum", "macroF1=0.1"], 0),
    (["evaluate", "Corpus/bank.jsonl", "--minimum", "accuracy=1"], 3),
    (["evaluate", "Corpus/camping.jsonl", "--minimum", "speed=1"], 2),
    (["evaluate", "Package.swift"], 1), (["label"], 2), (["label", "Corpus/bank.jsonl"], 2),
    (["label", "-", "-o", "x.jsonl"], 2), (["label", "Corpus/bank.jsonl", "-o", "-"], 2),
    (["label", "Corpus/bank.jsonl", "-o", "Package.swift"], 1),
    (["label", "Corpus/bank.jsonl", "-o", "Corpus"], 1),
    (["label", "/no/such/file.csv", "-o", "/no/such/gold.jsonl"], 1),
    (["label", "Corpus/bank.jsonl", "-o", "/no/such/gold.jsonl"], 1),
    (["label", "--agreement", "Corpus/bank.jsonl"], 2),
    (["label", "--agreement", "Corpus/bank.jsonl", "Corpus/hotel.jsonl"], 1),
    (["label", "--agreement", "Corpus/bank.jsonl", "Corpus/bank.jsonl"], 0),
    (["label", "-q", "Corpus/bank.jsonl", "-o", "Corpus/bank.jsonl"], 0),
  ]

  @Test(arguments: exits)
  func theExitCodeSaysHowItWent(arguments: [String], expected: Int32) throws {
    let run = try CommandRun(arguments)
    #expect(run.status == expected, "\(run.errors)")
    if expected == 1 || expected == 2 { #expect(!run.errors.isEmpty) }
  }

  @Test func theOthersGoOnWhenAFileCannotBeRead() throws {
    let run = try CommandRun(["mine", "-q", "/no/such/file.csv", "Corpus/camping.jsonl"])
    #expect(run.status == 1)
    #expect(run.lines.count == 16)
    #expect(run.errors.contains("/no/such/file.csv"))
  }

  @Test func aReaderThatGoesAwayIsNoError() throws {
    let shell = URL(fileURLWithPath: "/bin/sh")
    let command =
      "for i in 1 2 3 4 5 6 7 8 9; do cat Corpus/*.jsonl; done"
      + " | { \"\(CommandRun.executable.path)\" mine -q --source x; echo $? >&2; } | head -n 1"
    let run = try CommandRun(shell, ["-c", command])
    #expect(run.lines.count == 1)
    #expect(run.errors.hasSuffix("0\n"), "\(run.errors)")
  }

  @Test(arguments: commands)
  func everyCommandHasHelpWithExamples(command: String) throws {
    let run = try CommandRun([command, "--help"])
    #expect(run.status == 0)
    #expect(run.text.contains("usage: verhaal \(command)"))
    #expect(run.text.contains("examples:\n"))
    #expect(run.text.split(separator: "\n").allSatisfy { $0.count <= 120 }, "a line is too long")
    #expect(try CommandRun(["--help"]).text.contains("  \(command) "))
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func completionsKnowEveryCommandAndFlag(shell: String) throws {
    let script = try CommandRun(["completions", shell]).text
    for command in Self.commands {
      #expect(script.contains(command))
      let help = try CommandRun([command, "--help"]).text
      for match in help.matches(of: /--([a-z-]+)/) {
        let name = String(match.1)
        guard help.contains("  --\(name)") else { continue }
        #expect(script.contains(name), "\(command) --\(name)")
      }
    }
    if shell == "bash" {
      let check = try CommandRun(
        URL(fileURLWithPath: "/bin/bash"), ["-n"], input: Data(script.utf8))
      #expect(check.status == 0, "\(check.errors)")
    }
  }

  @Test func tokensAreOneALine() throws {
    let run = try CommandRun(["tokenize"], input: Data("'s Avonds. Één\n\nDag!".utf8))
    #expect(
      run.text
        == "0\t2\t0\t's\n3\t9\t0\tAvonds\n9\t10\t0\t.\n11\t16\t1\tÉén\n18\t21\t2\tDag\n21\t22\t2\t!\n"
    )
  }

  @Test func topIsOrderedAndLimited() throws {
    let files = try FileManager.default.contentsOfDirectory(
      atPath: CommandRun.root.appendingPathComponent("Corpus").path
    ).filter { $0.hasSuffix(".jsonl") }.sorted().map { "Corpus/" + $0 }
    let all = try CommandRun(["top", "--json", "--limit", "1000"] + files).objects()
    #expect(all.count > 10)
    #expect(all.compactMap { $0["rank"] as? Int } == Array(1...all.count))
    let grades = all.compactMap { $0["memorability"] as? Double }
    #expect(grades == grades.sorted(by: >))
    let three = try CommandRun(["top", "--json", "--limit", "3"] + files).lines
    #expect(three.count == 3)
    let bad = try CommandRun(["top", "--json", "--label", "dissatisfied", "-n", "1000"] + files)
      .objects()
    #expect(!bad.isEmpty && bad.count < all.count)
    #expect(bad.allSatisfy { $0["label"] as? String == "dissatisfied" })
  }

  @Test func terminalEscapesOfAReviewAreNotShown() throws {
    let text =
      "Na drie weken \u{1B}[31mnog steeds niks\u{1B}[0m gehoord van de winkel, belachelijk."
    let object = try JSONSerialization.data(withJSONObject: ["tekst": text])
    let run = try CommandRun(["top"], input: object)
    #expect(run.text.contains("nog steeds"))
    #expect(!run.text.contains("\u{1B}"))
    #expect(!(try CommandRun(["explain", text]).text.contains("\u{1B}")))
  }

  @Test func coloursFollowTheFlagAndTheEnvironment() throws {
    let text = "Na drie weken nog steeds niks gehoord."
    #expect(try CommandRun(["explain", "--color", "always", text]).text.contains("\u{1B}["))
    #expect(!(try CommandRun(["explain", text]).text.contains("\u{1B}[")))
  }

  @Test func anExplanationAddsUp() throws {
    let run = try CommandRun(["explain", "--json", "Na drie weken nog steeds niks gehoord."])
    let object = try run.objects()[0]
    let reasons = try #require(object["reasons"] as? [[String: Any]])
    let sum = reasons.filter { $0["target"] as? String == "story" }
      .compactMap { $0["weight"] as? Double }.reduce(0, +)
    let probability = try #require(object["storyProbability"] as? Double)
    #expect(abs(1 / (1 + exp(-sum)) - probability) < 0.0001)
  }

  @Test func anOverlayChangesVerdictAndVersion() throws {
    let folder = try TemporaryFolder()
    let language = folder.url.appendingPathComponent("nl")
    try FileManager.default.createDirectory(at: language, withIntermediateDirectories: true)
    try "kwakkelig\t-1\t1\t0.9\n".write(
      to: language.appendingPathComponent("norms.tsv"), atomically: true, encoding: .utf8)
    let text = "De hele kast was van onder tot boven kwakkelig."
    let plain = try CommandRun(["explain", "--json", text]).objects()[0]
    let overlaid = try CommandRun(["explain", "--json", "--lexicons", folder.url.path, text])
      .objects()[0]
    #expect(plain["analyzer"] as? String != overlaid["analyzer"] as? String)
    #expect(try #require(overlaid["valence"] as? Double) < #require(plain["valence"] as? Double))
  }

  @Test(arguments: [
    "--help", "--version", "explain Prima", "completions bash", "evaluate Corpus/camping.jsonl",
    "top Corpus/camping.jsonl", "stats Corpus/camping.jsonl",
    "compare Corpus/camping.jsonl Corpus/hotel.jsonl", "tokenize README.md", "lexicon check",
  ])
  func aClosedPipeIsNoErrorAndAFullDiskIsOne(arguments: String) throws {
    let shell = URL(fileURLWithPath: "/bin/bash")
    let command = "\"\(CommandRun.executable.path)\" \(arguments)"
    let closed = try CommandRun(shell, ["-c", command + " | true; exit ${PIPESTATUS[0]}"])
    #expect(closed.status == 0, "\(closed.errors)")
    if FileManager.default.fileExists(atPath: "/dev/full"), arguments != "lexicon check" {
      let full = try CommandRun(shell, ["-c", command + " > /dev/full"])
      #expect(full.status == 1, "\(full.errors)")
    }
  }
}
