import Foundation
import Testing

/// The sessions in the README are run, and must show what the program writes.
@Suite struct ReadmeTests {
  struct Session: Sendable, CustomTestStringConvertible {
    let command: String
    let output: String
    var testDescription: String { command }
  }

  /// Every `$ verhaal …` in the README's `console` blocks, with the lines that follow it.
  static func sessions() throws -> [Session] {
    let url = CommandRun.root.appendingPathComponent("README.md")
    var sessions: [Session] = []
    var command: String?
    var output = ""
    var isInside = false
    func finish() {
      if let command { sessions.append(Session(command: command, output: output)) }
      command = nil
      output = ""
    }
    for line in try String(contentsOf: url, encoding: .utf8).components(separatedBy: "\n") {
      if line.hasPrefix("```") {
        finish()
        isInside = line == "```console"
      } else if isInside, line.hasPrefix("$ ") {
        finish()
        command = String(line.dropFirst(2))
      } else if command != nil {
        output += line + "\n"
      }
    }
    return sessions
  }

  /// Writes the sessions anew where that is asked for.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["VERHAAL_UPDATE_README"] != nil))
  func update() throws {
    let url = CommandRun.root.appendingPathComponent("README.md")
    var text = try String(contentsOf: url, encoding: .utf8)
    for session in try Self.sessions() {
      let old = "$ " + session.command + "\n" + session.output
      text = text.replacingOccurrences(
        of: old, with: "$ " + session.command + "\n" + (try Self.run(session)))
    }
    try text.write(to: url, atomically: true, encoding: .utf8)
  }

  static func run(_ session: Session) throws -> String {
    let path = CommandRun.products.path + ":" + (ProcessInfo.processInfo.environment["PATH"] ?? "")
    return try CommandRun(
      URL(fileURLWithPath: "/bin/bash"), ["-c", session.command + " 2>&1"],
      environment: ["PATH": path]
    ).text
  }

  @Test func thereAreSessions() throws { #expect(try Self.sessions().count >= 3) }

  @Test(arguments: try sessions())
  func aSessionShowsWhatTheProgramWrites(session: Session) throws {
    let text = try Self.run(session)
    #expect(text == session.output, "\(session.command) writes:\n\(text)")
  }
}
