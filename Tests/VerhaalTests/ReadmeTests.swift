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

  @Test func everyPromiseHasItsTests() throws {
    let readme = try String(
      contentsOf: CommandRun.root.appendingPathComponent("README.md"), encoding: .utf8)
    let section = try #require(readme.components(separatedBy: "## Promises\n").last)
      .components(separatedBy: "\n## ")[0]
    let names = section.matches(of: /`([a-z][A-Za-z]+)`/).map { String($0.1) }
      .filter { !["schemaVersion", "analyzer"].contains($0) }
    #expect(names.count >= 12)
    let tests = try Self.sources(in: "Tests").joined()
    for name in names { #expect(tests.contains("func \(name)("), "\(name)") }
  }

  @Test func nothingSpeaksToANetwork() throws {
    let sources = try Self.sources(in: "Sources")
    #expect(sources.count > 100)
    for word in ["FoundationNetworking", "URLSession", "URLRequest", "getaddrinfo", "SOCK_STREAM"] {
      #expect(sources.allSatisfy { !$0.contains(word) }, "\(word)")
    }
  }

  /// The texts of all Swift files in a folder.
  private static func sources(in folder: String) throws -> [String] {
    let root = CommandRun.root.appendingPathComponent(folder).path
    return try (FileManager.default.subpaths(atPath: root) ?? []).sorted()
      .filter { $0.hasSuffix(".swift") }
      .map { try String(contentsOfFile: root + "/" + $0, encoding: .utf8) }
  }

  @Test func thereAreSessions() throws { #expect(try Self.sessions().count >= 3) }

  @Test(arguments: try sessions())
  func aSessionShowsWhatTheProgramWrites(session: Session) throws {
    let text = try Self.run(session)
    #expect(text == session.output, "\(session.command) writes:\n\(text)")
  }
}
