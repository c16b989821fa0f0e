import Foundation
import Testing

/// The built command while it runs; the test holds the other end of its standard input.
final class RunningCommand {
  let process = Process()
  private let input = Pipe()
  private let output: Pipe?
  private let folder: TemporaryFolder
  private var unread = Data()

  /// - Parameter output: takes what it writes, which `readLine` reads; nothing does where it is nil.
  init(
    _ arguments: [String], executable: URL = CommandRun.executable, output: Pipe? = nil
  ) throws {
    self.output = output
    folder = try TemporaryFolder()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = CommandRun.root
    process.standardInput = input
    process.standardOutput = output ?? FileHandle.nullDevice
    let errors = try folder.write("err", "")
    process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: errors))
    try process.run()
  }

  var errors: String {
    (try? String(contentsOfFile: folder.path("err"), encoding: .utf8)) ?? ""
  }

  func write(_ text: String) throws {
    try input.fileHandleForWriting.write(contentsOf: Data(text.utf8))
  }

  /// The next line that it writes, without its end; nothing where no more comes, or none within a minute.
  func readLine() -> String? {
    guard let handle = output?.fileHandleForReading else { return nil }
    let end = Date(timeIntervalSinceNow: 60)
    while true {
      if let line = unread.firstIndex(of: 0x0a) {
        defer { unread.removeSubrange(...line) }
        return String(decoding: unread[..<line], as: UTF8.self)
      }
      var ready = pollfd(fd: handle.fileDescriptor, events: Int16(POLLIN), revents: 0)
      guard unsafe poll(&ready, 1, Int32(max(0, end.timeIntervalSinceNow) * 1_000)) > 0 else {
        return nil
      }
      let more = handle.availableData
      if more.isEmpty { return nil }
      unread += more
    }
  }

  func closeInput() throws { try input.fileHandleForWriting.close() }

  /// Waits for something that the command does.
  func wait(for what: String, until isDone: () throws -> Bool) throws {
    let end = Date(timeIntervalSinceNow: 60)
    while try !isDone() {
      if !process.isRunning || Date() > end {
        Issue.record("\(what) did not come: \(errors)")
        return
      }
      Thread.sleep(forTimeInterval: 0.01)
    }
  }

  /// Sends a signal and waits for the end.
  ///
  /// - Returns: the exit code, or nothing where the signal itself ended it.
  func end(by signal: Int32) -> Int32? {
    kill(process.processIdentifier, signal)
    return status
  }

  /// The exit code once it has ended.
  var status: Int32? {
    process.waitUntilExit()
    return process.terminationReason == .exit ? process.terminationStatus : nil
  }
}
