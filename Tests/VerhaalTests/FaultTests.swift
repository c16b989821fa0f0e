import Foundation
import Testing

@testable import ReviewStore

@Suite struct FaultTests {
  private static func shell(_ script: String, _ arguments: [String]) throws -> CommandRun {
    try CommandRun(
      URL(fileURLWithPath: "/bin/bash"), ["-c", script, CommandRun.executable.path] + arguments)
  }

  // MARK: Where nothing can be written

  /// What a full disk does to a file, a limit on its size does, too.
  @Test func whatDoesNotFitIsNoFileAtAll() throws {
    let folder = try TemporaryFolder()
    let dump = try folder.write("many.jsonl", StoreTests.manyReviews(3_000))
    let out = try folder.write("out.jsonl", "old")
    let run = try Self.shell("ulimit -f 100; \"$0\" mine -q \"$1\" -o \"$2\"", [dump, out])
    #expect(run.status == 1, "\(run.errors)")
    #expect(run.errors.contains("\(out): cannot be written: ") && run.errors.contains(". hint: "))
    #expect(try String(contentsOfFile: out, encoding: .utf8) == "old")
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
    #expect(left.sorted() == ["many.jsonl", "out.jsonl"])
  }

  @Test(arguments: [true, false])
  func noOutputTakesThePlaceOfAStore(isKnown: Bool) throws {
    let folder = try TemporaryFolder()
    let path = folder.path("s.sqlite")
    let dump = try folder.write("shop.csv", StoreTests.dump())
    if isKnown { #expect(try CommandRun(["mine", "-q", dump, "--db", path]).status == 0) }
    let link = folder.path("link.jsonl")
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
    let run = try CommandRun(["mine", "-q", dump, "--db", path, "-o", link])
    #expect(run.status == 1 && run.errors.contains("is a store"), "\(run.errors)")
    #expect(try CommandRun(["mine", "-q", dump, "--db", path]).status == 0)
    #expect(try CommandRun(["top", path, "-o", path]).status == 1)
    #expect(try StoreFile(path: path).rows("SELECT count(*) FROM review") == ["4"])
  }

  @Test func aStoreThatCannotGrowStaysWhole() throws {
    let folder = try TemporaryFolder()
    let store = StoreFile(path: folder.path("s.sqlite"))
    let dump = try folder.write("shop.csv", StoreTests.dump())
    #expect(try CommandRun(["mine", "-q", dump, "--db", store.path]).status == 0)
    let content = try store.content()
    let many = try folder.write("many.jsonl", StoreTests.manyReviews(3_000))
    // No room for the log that is written first.
    let run = try Self.shell(
      "ulimit -f 1000; \"$0\" mine -q \"$1\" --db \"$2\"", [many, store.path])
    #expect(run.status == 1, "\(run.errors)")
    #expect(
      run.errors.contains("\(store.path): ") && run.errors.contains(". hint: "), "\(run.errors)")
    #expect(try store.content().filter { content.contains($0) } == content)
    #expect(try CommandRun(["mine", "-q", many, "--db", store.path]).status == 0)
    #expect(try store.rows("SELECT count(*) FROM reviews") == ["3004"])
  }

  @Test(arguments: [
    ("/no/such/folder/out", "make the folder first"), ("/dev/null/out", "make the folder first"),
    ("Corpus", "name a file in it"), ("/dev/full", "make room"), ("/proc/out", "folder"),
  ])
  func anOutputThatCannotBeWrittenSaysWhatToDo(path: String, hint: String) throws {
    let run = try CommandRun(["mine", "-q", "Corpus/bank.jsonl", "-o", path])
    #expect(run.status == 1)
    #expect(
      run.errors.contains("\(path): cannot be written: ") && run.errors.contains(hint),
      "\(run.errors)")
  }

  /// In a container the next program often has the number of the one that was killed.
  @Test func aFileLeftByAKilledProgramIsNotInTheWay() throws {
    let folder = try TemporaryFolder()
    let run = try Self.shell(
      "touch \"$1.$$.tmp\" \"$1.$$-1.tmp\"; exec \"$0\" mine -q Corpus/bank.jsonl -o \"$1\"",
      [folder.path("out.jsonl")])
    #expect(run.status == 0, "\(run.errors)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).count == 3)
  }

  // MARK: Stores

  /// Pages of noise at every place, and a file that ends anywhere: a message, never a crash.
  @Test(arguments: ["top", "report", "mine"])
  func aCorruptStoreIsNoCrash(command: String) throws {
    let folder = try TemporaryFolder()
    let dump = try folder.write("shop.csv", StoreTests.dump())
    let path = folder.path("s.sqlite")
    #expect(try CommandRun(["mine", "-q", dump, "--db", path]).status == 0)
    let whole = try Data(contentsOf: URL(fileURLWithPath: path))
    var damaged: [Data] = [1, 7].map { whole.prefix(whole.count * $0 / 8) }
    for start in stride(from: 1_000, to: whole.count - 5_000, by: 150_000) {
      var copy = whole
      for place in start..<(start + 5_000) { copy[place] = UInt8(truncatingIfNeeded: place &* 167) }
      damaged.append(copy)
    }
    for data in damaged {
      try data.write(to: URL(fileURLWithPath: path))
      let arguments =
        command == "mine"
        ? [command, "-q", "--refresh", "/dev/null", "--db", path]
        : [command, path, "-o", folder.path("out")]
      let run = try CommandRun(arguments)
      #expect([0, 1].contains(run.status), "\(run.status) \(run.errors)")
      if run.status == 1 { #expect(run.errors.contains("hint: "), "\(run.errors)") }
    }
  }

  // MARK: Inputs without an end

  @Test(arguments: [
    ["tokenize", "/dev/zero"], ["evaluate", "/dev/zero"], ["redact", "/dev/zero"],
    ["mine", "/dev/zero"], ["mine", "/dev/urandom"], ["explain", "-"],
  ])
  func anInputWithoutAnEndHasOne(arguments: [String]) throws {
    let run = try Self.shell("\"$0\" \"$@\" < /dev/zero", arguments)
    #expect(run.status == 1 && run.output.isEmpty)
    #expect(run.errors.hasPrefix("verhaal: ") && run.errors.split(separator: "\n").count == 1)
  }

  @Test(arguments: [["redact"], ["redact", "--json"], ["evaluate"], ["tokenize"]])
  func whatIsNoTextIsNamed(arguments: [String]) throws {
    for (bytes, name) in [
      (Data([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), "an old Excel workbook"),
      (Data([0xff, 0xfe, 0x4a, 0, 0x61, 0]), "UTF-16"), (Data("PK\u{3}\u{4}".utf8), "zip"),
    ] {
      let run = try CommandRun(arguments, input: bytes)
      #expect(run.status == 1 && run.output.isEmpty)
      #expect(run.errors.contains(name) && run.errors.contains("hint: "), "\(run.errors)")
    }
  }

  /// Blocks end at empty lines, and nothing shows it.
  @Test func tokensAreTheSameInBlocks() throws {
    let text = "Hij zei: \"nooit\nmeer\".\n\n\n  Dat was 's ochtends, dhr. Jansen.\n\nJa?\n"
    let one = try CommandRun(["tokenize"], input: Data(text.utf8))
    let count = (1 << 20) / text.utf8.count + 10
    let many = try CommandRun(
      ["tokenize"], input: Data(String(repeating: text + "\n", count: count).utf8))
    let (length, sentences) = (text.utf8.count + 1, 3)
    func moved(_ lines: [Substring], _ number: Int) -> [String] {
      lines.map { line in
        let parts = line.split(separator: "\t")
        return [length, length, sentences].enumerated().map {
          String(Int(parts[$0])! + number * $1)
        }.joined(separator: "\t") + "\t" + parts[3]
      }
    }
    let size = one.lines.count
    #expect(many.lines.count == count * size && one.lines.last?.split(separator: "\t")[2] == "2")
    for number in [0, 1, count / 2, count - 2, count - 1] {
      let part = Array(many.lines[(number * size)..<((number + 1) * size)])
      #expect(part.map(String.init) == moved(one.lines, number))
    }
  }

  // MARK: What the terminal sees

  @Test func namesOfFilesAndColumnsDoNotSteerTheTerminal() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("\u{1B}[31mrood.csv", "\u{1B}]0;x\u{7},review\n1,Goed\n2\n")
    for arguments in [["mine", file], ["mine", file, "--text", "x"], ["mine", file + "x"]] {
      let errors = try CommandRun(arguments + ["-o", "/dev/null"]).errors
      #expect(errors.contains("rood") && !errors.contains("\u{1B}") && !errors.contains("\u{7}"))
    }
  }
}
