import Foundation
import Testing

/// `mine` between two programs: a line out for each line in, as they come.
@Suite struct FilterTests {
  static let fixed = [
    "mine", "-q", "--keep-errors", "--format", "jsonl", "--text", "tekst", "--id", "nr",
    "--rating", "cijfer", "--scale", "1-10",
  ]

  /// Reviews among lines that are none.
  static let lines = (1...20).map { number in
    switch number {
    case 1, 7: "geen json"
    case 4: "{\"nr\":4,\"tekst\":\"Afgebroken"
    case 9: "[1,2]"
    case 12: "{\"nr\":12}"
    default:
      "{\"nr\":\(number),\"cijfer\":\(number % 10 + 1),\"tekst\":\"Na \(number) keer bellen nog steeds geen antwoord.\"}"
    }
  }

  /// Writes a line, waits for the answer to it, and then writes the next.
  @Test(arguments: [["--threads", "1"], ["--threads", "4"]])
  func everyLineIsAnsweredBeforeTheNext(threads: [String]) throws {
    let command = try RunningCommand(Self.fixed + threads, output: Pipe())
    var answers: [String] = []
    for line in Self.lines {
      // Half a line is not one yet, and keeps none back.
      try command.write(String(line.prefix(9)))
      Thread.sleep(forTimeInterval: 0.03)
      try command.write(String(line.dropFirst(9)) + "\n")
      answers.append(try #require(command.readLine(), "\(command.errors)"))
    }
    try command.closeInput()
    #expect(command.readLine() == nil && command.status == 0)
    let objects = try answers.map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
    let bad = [1, 4, 7, 9]
    for (number, object) in zip(1..., objects) {
      let error = object["error"] as? String
      #expect((error != nil) == bad.contains(number), "\(number): \(object)")
      #expect(error?.hasPrefix("-:\(number): ") != false)
      #expect(object["schemaVersion"] as? Int == 1)
      if error == nil { #expect(object["id"] as? String == "\(number)") }
    }
    // As all at once, from a file too, which is read otherwise.
    let input = Data((Self.lines.joined(separator: "\n") + "\n").utf8)
    let whole = try CommandRun(Self.fixed, input: input)
    #expect(whole.lines.map(String.init) == answers)
    let shell = try CommandRun(
      URL(fileURLWithPath: "/bin/sh"),
      ["-c", "cat | \"$0\" \"$@\"", CommandRun.executable.path] + Self.fixed, input: input)
    #expect(shell.output == whole.output)
  }

  @Test func withoutTheScaleTheFirstRecordsAreAwaited() throws {
    let command = try RunningCommand(
      ["mine", "-q", "--format", "jsonl", "--text", "tekst"], output: Pipe())
    try command.write(Self.lines[1] + "\n")
    Thread.sleep(forTimeInterval: 0.5)
    try command.closeInput()
    #expect(command.readLine() != nil && command.readLine() == nil)
    #expect(command.status == 0)
  }

  @Test func aMistypedColumnIsToldAtOnce() throws {
    let line = "{\"nr\":1,\"tekst\":\"Na drie keer bellen nog geen antwoord.\"}\n"
    func flags(_ text: String) -> [String] {
      ["mine", "-q", "--format", "jsonl", "--text", text, "--id", "nr", "--scale", "1-10", "-"]
    }
    let mistyped = try RunningCommand(flags("text"), output: Pipe())
    try mistyped.write(line)
    let told = """
      -:1: the first line has no value for a column that a flag names (no text; it has nr, tekst). \
      hint: correct the flag, unless the line leaves it out

      """
    try mistyped.wait(for: "the note") { mistyped.errors == told }
    let right = try RunningCommand(flags("tekst"), output: Pipe())
    try right.write(line)
    #expect(right.readLine() != nil && right.errors == "")
    try mistyped.closeInput()
    try right.closeInput()
    #expect(mistyped.status == 0 && right.status == 0)
  }

  @Test func whatNoFlagNamesGoesByTheFirstLine() throws {
    let input = """
      {"id":"a","tekst":"Goed geholpen vandaag.","cijfer":"4","datum":"2026-03-01","winkel":"Gent"}
      {"tekst":"Slecht geholpen vandaag.","winkel":"Luik"}
      """
    let flags = ["mine", "-q", "--format", "jsonl", "--text", "tekst", "--scale", "1-5"]
    let objects = try CommandRun(flags, input: Data(input.utf8)).objects()
    #expect(objects.map { $0["rating"] as? Int } == [4, nil])
    #expect(objects.map { $0["date"] as? String } == ["2026-03-01", nil])
    #expect(objects.map { ($0["fields"] as? [String: String])?["winkel"] } == ["Gent", "Luik"])
  }
}
