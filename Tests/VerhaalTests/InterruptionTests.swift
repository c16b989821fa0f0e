import Foundation
import Testing

@testable import ReviewStore

@Suite struct InterruptionTests {
  static let signals: [(Int32, String)] = [
    (SIGINT, "SIGINT"), (SIGTERM, "SIGTERM"), (SIGHUP, "SIGHUP"),
  ]

  private static func files(_ folder: TemporaryFolder) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted()
  }

  /// Until the file is begun that is to take the name of the output.
  private static func isBegun(_ folder: TemporaryFolder) throws -> Bool {
    try files(folder).contains { $0.hasSuffix(".tmp") }
  }

  @Test(arguments: signals)
  func aFileIsLeftAsItWas(signal: Int32, name: String) throws {
    let folder = try TemporaryFolder()
    let target = try folder.write("out.jsonl", "old")
    let run = try RunningCommand(["mine", "-o", target])
    try run.wait(for: "a file") { try Self.isBegun(folder) }
    // Nothing comes from the pipe, and nobody closes it.
    #expect(run.end(by: signal) == 128 + signal)
    #expect(run.errors == "verhaal: stopped by \(name); \(target) is left as it was\n")
    #expect(try Self.files(folder) == ["out.jsonl"])
    #expect(try String(contentsOfFile: target, encoding: .utf8) == "old")
  }

  @Test func aPipeThatNobodyOpensKeepsNobody() throws {
    let folder = try TemporaryFolder()
    let fifo = folder.path("fifo")
    let isMade = unsafe mkfifo(fifo, 0o600) == 0
    #expect(isMade)
    let run = try RunningCommand(["mine", fifo, "-o", folder.path("out.jsonl")])
    try run.wait(for: "a file") { try Self.isBegun(folder) }
    #expect(run.end(by: SIGINT) == 130)
    #expect(try Self.files(folder) == ["fifo"])
  }

  @Test func anImportKeepsWhatItHasAndCanBeRunAgain() throws {
    let folder = try TemporaryFolder()
    let reviews = StoreTests.manyReviews(20_000)
    let dump = try folder.write("many.jsonl", reviews)
    let store = StoreFile(path: folder.path("s.sqlite"))
    let run = try RunningCommand([
      "mine", "-", "--source", "many", "--threads", "1", "--db", store.path,
    ])
    // More than is looked at to find the columns, and than the first chunk takes.
    try run.write(reviews)
    try run.wait(for: "a review in the store") {
      (try? store.rows("SELECT 1 FROM review LIMIT 1")) == ["1"]
    }
    #expect(run.end(by: SIGTERM) == 143)
    // All is in the file itself.
    let log = try? Data(contentsOf: URL(fileURLWithPath: store.path + "-wal"))
    #expect(log?.isEmpty != false)
    #expect(try store.content().first == "ok")
    let stored = try #require(Int(try store.rows("SELECT count(*) FROM review")[0]))
    #expect((1...20_000).contains(stored))
    let said =
      "stored in \(store.path): \(stored.formatted(.number.locale(Locale(identifier: "en_US")))) new"
    #expect(
      run.errors.contains("reviews by SIGTERM; ") && run.errors.contains(said), "\(run.errors)")
    #expect(run.errors.hasSuffix("the same command again does the rest\n"))
    let whole = StoreFile(path: folder.path("whole.sqlite"))
    for path in [store.path, whole.path] {
      #expect(try CommandRun(["mine", "-q", dump, "--db", path]).status == 0)
    }
    #expect(try store.content() == whole.content())
  }

  /// Whether the reader of the lines goes on slowly or not at all: what is told is what it gets.
  @Test(arguments: ["jsonl", "csv"], [false, true])
  func asManyReviewsAreToldAsWentOut(format: String, isReaderGoingOn: Bool) throws {
    let folder = try TemporaryFolder()
    // Ids that come again, texts with line ends, and lines that are longer than what a pipe takes at once.
    let dump = (0..<20_000).reduce(into: "id,recensie\n") { dump, number in
      let text =
        number % 40 == 7 ? String(repeating: "Weer gebeld. ", count: 500) : "Prima.\nNiets mis."
      dump += "\(number % 3_000),\"\(text) \(number)\"\n"
    }
    let output = Pipe()
    let run = try RunningCommand(
      [
        "mine", "-q", try folder.write("many.csv", dump), "--with-text", "--to", format,
        "--threads", "3",
      ], output: output)
    let reader = output.fileHandleForReading
    var lines = Data()
    while lines.count < 200_000, let more = try reader.read(upToCount: 5_000), !more.isEmpty {
      lines += more
    }
    if isReaderGoingOn {
      kill(run.process.processIdentifier, SIGTERM)
      while let more = try reader.read(upToCount: 5_000), !more.isEmpty {
        lines += more
        Thread.sleep(forTimeInterval: 0.001)
      }
      #expect(run.status == 143)
      #expect(lines.last == UInt8(ascii: "\n"))
    } else {
      #expect(run.end(by: SIGTERM) == 143)
      lines += try reader.readToEnd() ?? Data()
    }
    let said = try #require(
      run.errors.wholeMatch(of: /(?s).*verhaal: stopped after ([\d,]+) reviews by SIGTERM\n/))
    // A line end in quotes is one of a text.
    var isQuoted = false
    var ended = format == "csv" ? -1 : 0
    for byte in lines {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if byte == UInt8(ascii: "\n") && !isQuoted { ended += 1 }
    }
    #expect(ended > 0 && ended < 20_000)
    #expect(said.1.filter(\.isNumber) == String(ended))
  }

  /// A second signal does not wait for the lock of another import, as the first one does.
  @Test func aSecondSignalEndsAtOnce() throws {
    let folder = try TemporaryFolder()
    let dump = try folder.write("many.jsonl", StoreTests.manyReviews(200))
    let store = StoreFile(path: folder.path("s.sqlite"))
    #expect(try CommandRun(["mine", "-q", dump, "--db", store.path]).status == 0)
    let content = try store.content()
    for second in [SIGTERM, nil] {
      // How soon it comes to the lock nobody sees: where it ended at the first signal, that came too early.
      var hasWaited = false
      for seconds in [0.5, 1, 2, 4, 8] where !hasWaited {
        let other = try Database(store.path, flags: 2)
        try other.run("BEGIN IMMEDIATE")
        let run = try RunningCommand(["mine", dump, "--source", "more", "--db", store.path])
        Thread.sleep(forTimeInterval: seconds)
        kill(run.process.processIdentifier, SIGINT)
        Thread.sleep(forTimeInterval: 0.5)
        if let second, run.process.isRunning {
          // Nothing has given the lock back.
          hasWaited = run.end(by: second) == nil && run.process.terminationStatus == second
          #expect(!hasWaited || run.errors.isEmpty)
        }
        try other.run("ROLLBACK")
        #expect(hasWaited || run.status == 130)
        if second == nil, run.errors.contains("stored in \(store.path): 200 new, ") {
          hasWaited = true
          #expect(try store.rows("SELECT count(*) FROM review") == ["400"])
          #expect(try store.content().first == "ok")
        } else {
          let after = try store.content()
          #expect(after == content)
        }
      }
      #expect(hasWaited)
    }
  }

  @Test func anImportOfNothingLeavesNoStore() throws {
    let folder = try TemporaryFolder()
    let store = StoreFile(path: folder.path("s.sqlite"))
    let run = try RunningCommand(["mine", "-", "--db", store.path])
    try run.wait(for: "a store") {
      (try? store.rows("SELECT count(*) FROM review")) == ["0"]
    }
    // The tables are there, but the command may still be on its way to the pipe.
    Thread.sleep(forTimeInterval: 0.2)
    #expect(run.end(by: SIGINT) == 130)
    #expect(try Self.files(folder).isEmpty)
  }

  @Test func longSumsStopToo() throws {
    let folder = try TemporaryFolder()
    let run = try RunningCommand(
      ["train", "-o", folder.url.path] + StoreTests.corpus().filter { $0.hasSuffix(".jsonl") })
    let language = folder.url.appendingPathComponent("nl").path
    func files() -> [String] {
      (try? FileManager.default.contentsOfDirectory(atPath: language)) ?? []
    }
    try run.wait(for: "two files") { files().count == 2 }
    #expect(run.end(by: SIGTERM) == 143)
    #expect(files().isEmpty)
    #expect(run.errors.contains("stopped by SIGTERM; "))
  }

  @Test func aProgramThatLearnsBesideIsStoppedAlong() throws {
    let folder = try TemporaryFolder()
    let mark = folder.path("began")
    let run = try RunningCommand([
      "evaluate", "Corpus/bank.jsonl", "--cross-validate", "2", "--beside",
      "echo $$ > '\(mark)'; sleep 600; :",
    ])
    try run.wait(for: "the other program") {
      (try? String(contentsOfFile: mark, encoding: .utf8))?.hasSuffix("\n") == true
    }
    #expect(run.end(by: SIGINT) == 130)
    let text = try String(contentsOfFile: mark, encoding: .utf8)
    let program = try #require(Int32(text.dropLast()))
    // It may take a moment until it is gone.
    for _ in 0..<1000 where kill(program, 0) == 0 { Thread.sleep(forTimeInterval: 0.01) }
    #expect(kill(program, 0) != 0)
  }

  /// As `nohup` and shells do for what runs in the background.
  @Test func aSignalThatIsIgnoredIsIgnored() throws {
    let folder = try TemporaryFolder()
    let out = folder.path("out.jsonl")
    let run = try RunningCommand(
      ["-c", "trap '' INT; exec \"$0\" mine -q -o \"$1\"", CommandRun.executable.path, out],
      executable: URL(fileURLWithPath: "/bin/sh"))
    try run.wait(for: "a file") { try Self.isBegun(folder) }
    kill(run.process.processIdentifier, SIGINT)
    try run.write("{\"tekst\":\"Prima.\"}\n")
    try run.closeInput()
    #expect(run.status == 0, "\(run.errors)")
    #expect(try Self.files(folder) == ["out.jsonl"])
  }
}
