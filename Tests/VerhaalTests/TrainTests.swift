import Foundation
import Testing

@Suite struct TrainTests {
  static let gold = ["Corpus/hotel.jsonl", "Corpus/bank.jsonl", "Corpus/camping.jsonl"]

  private func model(_ folder: TemporaryFolder, _ name: String) throws -> String {
    try String(contentsOfFile: folder.path(name + "/nl/model.tsv"), encoding: .utf8)
  }

  private func words(_ folder: TemporaryFolder, _ name: String) throws -> String {
    try String(contentsOfFile: folder.path(name + "/nl/words.tsv"), encoding: .utf8)
  }

  @Test func aModelIsFittedAndThenUsed() throws {
    let folder = try TemporaryFolder()
    let arguments = ["train"] + Self.gold + ["--always", "Corpus/camping.jsonl", "--least", "4"]
    let run = try CommandRun(arguments + ["-o", folder.path("a"), "--threads", "1"])
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("48 labelled reviews, of which 16 are never left out"))
    #expect(!run.errors.contains("not at its minimum"))
    for name in ["domain left out", "label macro-F1", "story F1", "nDCG@20", "iterations"] {
      #expect(run.errors.contains(name), "\(name)")
    }
    let text = try model(folder, "a")
    #expect(text.hasPrefix("# "))
    #expect(text.contains("hotel.jsonl, bank.jsonl, camping.jsonl"))
    #expect(!text.contains("Corpus/"))
    #expect(text.contains("\n-\nlabel:neutral-satisfied\tbase\tall\t"))
    let targets = Set(
      text.split(separator: "\n").filter { !$0.hasPrefix("#") && $0 != "-" }
        .map { $0.prefix { $0 != "\t" } })
    #expect(targets.count == 6)

    // The same on another number of threads and in another folder.
    let again = try CommandRun(arguments + ["-q", "-o", folder.path("b"), "--threads", "2"])
    #expect(again.status == 0)
    #expect(again.errors.isEmpty)
    #expect(try model(folder, "b") == text)
    let words = try self.words(folder, "a")
    #expect(try self.words(folder, "b") == words)
    #expect(words.hasPrefix("# "))
    let forms = words.split(separator: "\n").drop { $0 != "-" }.dropFirst()
    #expect(forms.count > 10)
    #expect(run.errors.contains("words.tsv: \(forms.count) words"), "\(run.errors)")
    #expect(forms.allSatisfy { $0.split(separator: "\t").count == 6 })
    #expect(
      forms.map { $0.prefix { $0 != "\t" } } == forms.map { $0.prefix { $0 != "\t" } }.sorted())

    let check = try CommandRun(["lexicon", "check", folder.path("a")])
    #expect(check.status == 0, "\(check.errors)")
    let evaluation = try CommandRun(
      ["evaluate", "--lexicons", folder.path("a"), "--minimum", "macroF1=0.8"] + Self.gold)
    #expect(evaluation.status == 0, "\(evaluation.text)")
  }

  /// What a word says is learned from grades too; a name is not, and a rare word is not.
  @Test func wordsAreLearned() throws {
    let folder = try TemporaryFolder()
    let lines = (1...60).map { number in
      let word = number % 2 == 0 ? "xylofoon" : "kwarts"
      let name = number % 2 == 0 ? "Jzoon" : "Pmans"
      let rare = number < 4 ? "hapax" : "kast"
      let grade = number % 2 == 0 ? 1 : 5
      return
        "{\"text\":\"De \(rare) van \(name) was een \(word), nummer \(number).\",\"rating\":\(grade)}\n"
    }
    let dump = try folder.write("dump.jsonl", lines.joined())
    let arguments =
      ["train", "Corpus/bank.jsonl", "--rated", dump, "--rated-weight", "5", "--scale", "1-5"]
    let run = try CommandRun(arguments + ["-o", folder.path("a")])
    #expect(run.status == 0, "\(run.errors)")
    let rows = try words(folder, "a").split(separator: "\n").map { $0.split(separator: "\t") }
    func weights(_ form: String) -> [Double]? {
      rows.first { $0[0] == form }?.dropFirst().compactMap { Double($0) }
    }
    let bad = try #require(weights("xylofoon"))
    #expect(bad[2] > 0.1)
    #expect(bad[3...] == [0, 0])
    #expect(try #require(weights("kwarts"))[2] < -0.1)
    for form in ["jzoon", "pmans", "hapax"] { #expect(weights(form) == nil, "\(form)") }
    let explained = try CommandRun(
      ["explain", "--lexicons", folder.path("a"), "Dat was een Xylofoon van een kast."])
    #expect(explained.text.contains("the word ‘xylofoon’"), "\(explained.text)")
    // What the files hold does not depend on the words that the lexicon has weights for already.
    let again = try CommandRun(
      arguments + ["--lexicons", folder.path("a"), "-o", folder.path("b")])
    #expect(again.status == 0, "\(again.errors)")
    #expect(try words(folder, "b") == words(folder, "a"))
    #expect(try model(folder, "b") == model(folder, "a"))

    let few = try CommandRun(
      arguments + ["-q", "--least-words", "100000", "-o", folder.path("c")])
    #expect(few.status == 0)
    #expect(try words(folder, "c").hasSuffix("\n-\n"))
  }

  /// A word that no label tells of is learned from grades.
  @Test func gradesTeachTheLabel() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(
      atPath: folder.path("more/nl/rules"), withIntermediateDirectories: true)
    _ = try folder.write(
      "more/nl/rules/x.rules",
      "rule x\n  match blauwgroen\n  marker blauwgroen\n  yes [[Blauwgroen]].\n  no Geel.\n")
    _ = try folder.write("more/nl/phrases.tsv", "marker:blauwgroen\ta colour\n")
    let lines = (1...40).map { number in
      let word = number % 2 == 0 ? "blauwgroen" : "geel"
      let grade = number % 2 == 0 ? 1 : 5
      return "{\"text\":\"De kast was \(word), het is nummer \(number).\",\"rating\":\(grade)}\n"
    }
    let dump = try folder.write("dump.jsonl", lines.joined())
    let run = try CommandRun(
      ["train", "Corpus/bank.jsonl", "--rated", dump, "--rated-weight", "1", "--scale", "1-5"]
        + ["--lexicons", folder.path("more"), "-o", folder.path("more")])
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.contains("the grades of 40 of 40 reviews"), "\(run.errors)")
    #expect(run.errors.contains("no two domains"))
    let text = try model(folder, "more")
    #expect(
      text.contains(
        "# With a grade only, for the label, 40 reviews counted 1 times:\n#   dump.jsonl\n"))
    let weight = text.firstMatch(of: /label:dissatisfied\tmarker:blauwgroen\tall\t([0-9.-]+)/)
    #expect(try #require(weight.flatMap { Double($0.1) }) > 0.1)
    // Of grades nothing is learned but the label.
    #expect(!text.contains("story\tmarker:blauwgroen"))
    #expect(!text.contains("memorability\tmarker:blauwgroen"))
  }

  @Test func theFileAppearsWholeOrNotAtAll() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(
      atPath: folder.path("a/nl"), withIntermediateDirectories: true)
    _ = try folder.write("a/nl/model.tsv", "# as it was\n")
    let broken = try folder.write(
      "gold.jsonl", "{\"id\":\"1\",\"text\":\"Prima.\",\"label\":\"great\"}\n")
    for files in [
      [broken], ["Corpus/bank.jsonl", broken], ["/no/such.jsonl"], ["/dev/null"],
      ["Corpus/bank.jsonl", "--rated", "/no/such.csv"],
      ["Corpus/bank.jsonl", "--rated", "Corpus/tokenised.txt"],
    ] {
      let run = try CommandRun(["train", "-q"] + files + ["-o", folder.path("a")])
      #expect(run.status == 1, "\(files)")
      #expect(!run.errors.isEmpty)
      #expect(try model(folder, "a") == "# as it was\n")
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path("a/nl"))
    #expect(names == ["model.tsv"])
    let file = try folder.write("file", "")
    let run = try CommandRun(["train", "Corpus/bank.jsonl", "-o", file])
    #expect(run.status == 1)
    #expect(run.errors.contains("cannot be written"))
  }

  static let wrong: [([String], String)] = [
    (["Corpus/bank.jsonl"], "-o DIR"), (["-o", "x"], "what is to be learned from"),
    (["Corpus/bank.jsonl", "-o", "x", "--weight", "Corpus"], "--weight is PATH=N"),
    (["Corpus/bank.jsonl", "-o", "x", "--weight", "Corpus=0"], "--weight is PATH=N"),
    (["Corpus/bank.jsonl", "-o", "x", "--weight", "Corp=2"], "--weight names ‘Corp’"),
    (["Corpus/bank.jsonl", "-o", "x", "--always", "bank"], "--always names ‘bank’"),
    (["Corpus/bank.jsonl", "-o", "x", "--least", "0"], "--least is"),
    (["Corpus/bank.jsonl", "-o", "x", "--least-words", "0"], "--least-words is"),
    (["Corpus/bank.jsonl", "-o", "x", "--rated-weight", "no"], "--rated-weight is"),
    (["-", "--rated", "-", "-o", "x"], "only once"),
  ]

  @Test(arguments: wrong)
  func wrongUseIsSaid(arguments: [String], expected: String) throws {
    let run = try CommandRun(["train"] + arguments)
    #expect(run.status == 2)
    #expect(run.errors.contains(expected), "\(run.errors)")
  }
}
