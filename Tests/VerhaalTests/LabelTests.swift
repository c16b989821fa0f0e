import Foundation
import StoryAnalysis
import Testing

@testable import verhaal

@Suite struct LabelTests {
  /// A dump with grades, texts that occur twice, and one in another language.
  static let dump = """
    id;titel;recensie;cijfer
    a;;Gewoon goed, niks bijzonders te melden verder.;8
    b;Tja;Na drie weken niks gehoord. Toen belde ik zelf. Nog steeds niks.;9876
    c;;De jongen kwam terug met mijn sleutels, wat een geweldige kerel.;10
    d;;Gewoon goed, niks bijzonders te melden verder.;6
    e;;The room was clean and the staff were very friendly to us.;9
    f;;   ;3
    """

  /// Labels with answers, one a line, and gives the run and the lines of the gold file.
  static func label(
    _ answers: [String], in folder: TemporaryFolder, dump: String = dump, more: [String] = []
  ) throws -> (run: CommandRun, gold: [[String: Any]]) {
    let file = try folder.write("winkel.csv", dump)
    let path = folder.path("gold.jsonl")
    let run = try CommandRun(
      ["label", file, "-o", path] + more,
      input: Data(answers.map { $0 + "\n" }.joined().utf8))
    let gold = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    return (
      run,
      try gold.split(separator: "\n").map {
        try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] ?? [:]
      }
    )
  }

  /// Answers that say: nothing to tell, sure.
  static let plain = ["n", "0", "", ""]

  /// The ids in the order in which they were asked.
  static func asked(_ run: CommandRun) -> [String] {
    run.text.matches(of: /\d+ of \d+ · [a-z]+ · ([a-z0-9-]+)/).map { String($0.1) }
  }

  @Test func answersBecomeLinesThatEvaluateReads() throws {
    let folder = try TemporaryFolder()
    let dump = "id;titel;recensie;cijfer\n" + Self.dump.split(separator: "\n")[2] + "\n"
    let (run, gold) = try Self.label(
      ["d", "1", "2", "2-3", "2 person, 2", "n"], in: folder, dump: dump,
      more: ["--labeller", "An"])
    #expect(run.status == 0, "\(run.errors)")
    #expect(gold.count == 1)
    let line = try #require(gold.first)
    #expect(line["id"] as? String == "b")
    #expect(line["domain"] as? String == "winkel")
    #expect(line["title"] as? String == "Tja")
    #expect(
      line["text"] as? String == "Na drie weken niks gehoord. Toen belde ik zelf. Nog steeds niks.")
    #expect(line["label"] as? String == "dissatisfied")
    #expect(line["story"] as? Int == 1)
    #expect(line["memorability"] as? Int == 2)
    // The title is the first sentence.
    #expect(line["moment"] as? String == "Na drie weken niks gehoord. Toen belde ik zelf.")
    #expect(line["drivers"] as? [String] == ["speed", "person"])
    #expect(line["sure"] as? Int == 1)
    #expect(line["labeller"] as? String == "An")
    let path = folder.path("gold.jsonl")
    #expect(run.errors == "1 labelled, 0 skipped; 1 review in \(path)\n")
    let evaluation = try CommandRun(["evaluate", "--json", path]).objects()[0]
    #expect(evaluation["count"] as? Int == 1)
    #expect((evaluation["domains"] as? [String: Any])?.keys.first == "winkel")
  }

  @Test func theMostUncertainComeFirstAndTheGradeIsNotShown() throws {
    let folder = try TemporaryFolder()
    let (run, gold) = try Self.label(Array(repeating: "s", count: 4), in: folder)
    let asked = Self.asked(run)
    // Not: a text that occurred already, another language, nothing at all.
    #expect(asked.sorted() == ["a", "b", "c"])
    #expect(gold.isEmpty)
    #expect(run.errors.hasPrefix("0 labelled, 3 skipped;"))
    #expect(!run.text.contains("9876"))
    let analyses = try CommandRun(["mine", "-q", folder.path("winkel.csv")]).objects()
    func margin(_ id: String) throws -> Double {
      let line = try #require(analyses.first { $0["id"] as? String == id })
      let labels = try #require(line["probabilities"] as? [String: Double]).values.sorted(by: >)
      let story = try #require(line["storyProbability"] as? Double)
      return min(labels[0] - labels[1], abs(2 * story - 1))
    }
    let margins = try asked.map(margin)
    #expect(margins == margins.sorted())
    #expect(try Self.asked(Self.label(["s"], in: folder, more: ["-n", "1"]).run) == [asked[0]])
  }

  @Test func aSittingGoesOnWhereTheLastStopped() throws {
    let folder = try TemporaryFolder()
    let first = try Self.label(Self.plain + ["e", "q"], in: folder)
    #expect(first.run.status == 0)
    #expect(first.gold.count == 1)
    let second = try Self.label(Self.plain + ["e"], in: folder, more: ["--labeller", "Bo"])
    #expect(second.gold.count == 2)
    #expect(Self.asked(second.run).first == Self.asked(first.run).last)
    #expect(second.gold[0]["labeller"] is NSNull)
    #expect(second.gold[1]["labeller"] as? String == "Bo")
    let third = try Self.label(Self.plain, in: folder)
    #expect(third.gold.count == 3)
    #expect(Set(third.gold.compactMap { $0["id"] as? String }) == ["a", "b", "c"])
    let fourth = try Self.label([], in: folder)
    #expect(fourth.run.text.isEmpty)
    #expect(fourth.run.errors.hasPrefix("nothing to ask; 3 reviews in"))
  }

  @Test func undoGoesAStepBackAcrossReviews() throws {
    let folder = try TemporaryFolder()
    // The first is answered, the second skipped; then both are taken back and the first is told otherwise.
    let (run, gold) = try Self.label(
      Self.plain + ["s", "u", "u", "u", "e", "1", "u", "u", "d", "0", "", "n", "q"], in: folder)
    let asked = Self.asked(run)
    let (one, two, three) = (asked[0], asked[1], asked[2])
    #expect(asked == [one, two, three, two, one, one, two])
    #expect(run.text.contains("nothing to undo"))
    #expect(gold.count == 1)
    #expect(gold.first?["id"] as? String == asked[0])
    #expect(gold.first?["label"] as? String == "dissatisfied")
    #expect(gold.first?["sure"] as? Int == 1)
  }

  @Test func theLastCanBeUndoneToo() throws {
    let folder = try TemporaryFolder()
    let (_, gold) = try Self.label(
      Self.plain + ["u", "e", "0", "", "", ""], in: folder, more: ["--limit", "1"])
    #expect(gold.compactMap { $0["label"] as? String } == ["enthusiastic"])
  }

  @Test func aStoryThatIsNotWorthRetellingIsNone() throws {
    let folder = try TemporaryFolder()
    let answers = ["d", "1", "2", "1", "u", "u", "0", "11", ""]
    let (_, gold) = try Self.label(answers, in: folder, more: ["--limit", "1"])
    #expect(gold.first?["story"] as? Int == 0)
    #expect(gold.first?["memorability"] as? Int == 0)
    #expect(gold.first?["moment"] as? String == "")
    #expect(gold.first?["drivers"] as? [String] == ["place"])
  }

  @Test func whatIsNoAnswerIsAskedAgain() throws {
    let folder = try TemporaryFolder()
    let answers = ["x", "?", "d", "2", "1", "4", "1", "0", "9", "1", "12", "", "maybe", "y"]
    let (run, gold) = try Self.label(answers, in: folder, more: ["--limit", "1"])
    #expect(run.text.matches(of: /no answer:/).count == 7)
    #expect(run.text.contains("irony counts as what is meant"))
    #expect(gold.first?["memorability"] as? Int == 1)
    #expect(gold.first?["sure"] as? Int == 3)
  }

  @Test func theEndOfTheInputIsTheEnd() throws {
    let folder = try TemporaryFolder()
    let (run, gold) = try Self.label(["d", "1"], in: folder)
    #expect(run.status == 0)
    #expect(gold.isEmpty)
  }

  @Test func aMomentIsASentenceARunOrAClause() throws {
    let folder = try TemporaryFolder()
    let dump = "recensie\n\"Prima, maar de deur klemde. Jammer 😀! Toen kwam hij.\"\n\"\"\n"
    for (answer, moment) in [
      ("1", "Prima, maar de deur klemde."),
      ("1-3", "Prima, maar de deur klemde. Jammer 😀! Toen kwam hij."),
      ("maar de deur klemde", "maar de deur klemde"), ("3", "Toen kwam hij."),
    ] {
      try? FileManager.default.removeItem(atPath: folder.path("gold.jsonl"))
      let (run, gold) = try Self.label(
        ["d", "1", "1", "", "0", "2-1", "4", "deur niet klemde", answer, "", ""], in: folder,
        dump: dump)
      #expect(gold.first?["moment"] as? String == moment, "\(run.text)")
    }
  }

  @Test func aDomainOfTheDumpIsKept() throws {
    let folder = try TemporaryFolder()
    let dump = "id;recensie;domain\na;Gewoon goed, niks bijzonders te melden verder.;hotel\n"
    let (_, gold) = try Self.label(Self.plain, in: folder, dump: dump)
    #expect(gold.first?["domain"] as? String == "hotel")
  }

  @Test func anIdThatStandsForTwoTextsIsAskedOnce() throws {
    let folder = try TemporaryFolder()
    let other = try folder.write(
      "andere.csv", "id;recensie\na;De jongen bracht mij zomaar thuis na afloop.\n")
    let (run, _) = try Self.label(Array(repeating: "s", count: 4), in: folder, more: [other])
    #expect(Self.asked(run).sorted() == ["a", "b", "c"])
    #expect(run.errors.contains("1 review left out: the id stands for another text."))
  }

  @Test func aLineThatBrokeOffIsDroppedAndAWholeOneKept() throws {
    let folder = try TemporaryFolder()
    _ = try Self.label(Self.plain + Self.plain, in: folder)
    let path = folder.path("gold.jsonl")
    let whole = try Data(contentsOf: URL(fileURLWithPath: path))
    let first = try #require(whole.firstIndex(of: UInt8(ascii: "\n")))
    for end in (first + 1)..<whole.count {
      try whole.prefix(end).write(to: URL(fileURLWithPath: path))
      let file = try GoldFile(path)
      let isWhole = end == whole.count - 1
      #expect(file.hasHalfLine == (end > first + 1 && !isWhole), "\(end)")
      #expect(file.reviews.count == (isWhole ? 2 : 1))
      try file.open()
      let kept = isWhole ? whole : whole.prefix(first + 1)
      #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == kept)
    }
    try whole.prefix(first + 30).write(to: URL(fileURLWithPath: path))
    let (run, gold) = try Self.label(Self.plain, in: folder)
    #expect(run.errors.contains("broken off"))
    #expect(gold.count == 2)
  }

  @Test func aFileThatIsNoGoldIsLeftAlone() throws {
    let folder = try TemporaryFolder()
    for text in ["boodschappen: melk", "{\"id\":\"a\"}\n", "{\"id\":\"a\"}", "melk\nbrood\n"] {
      _ = try folder.write("gold.jsonl", text)
      let run = try CommandRun(
        ["label", "Corpus/bank.jsonl", "-o", folder.path("gold.jsonl")],
        input: Data("n\n0\n\n\n".utf8))
      #expect(run.status == 1)
      #expect(run.errors.contains("gold.jsonl:1: no labelled review"), "\(run.errors)")
      #expect(try String(contentsOfFile: folder.path("gold.jsonl"), encoding: .utf8) == text)
    }
  }

  @Test func agreementIsOverTheSharedIds() throws {
    let folder = try TemporaryFolder()
    typealias Line = (id: String, label: String, story: Int)
    func write(_ name: String, _ lines: [Line]) throws -> String {
      try folder.write(
        name,
        lines.map { try EvaluationTests.line($0.id, "Tekst van \($0.id).", $0.label, $0.story) }
          .joined())
    }
    let (neutral, good, bad) = ("neutral-satisfied", "enthusiastic", "dissatisfied")
    let first = try write(
      "a.jsonl", [("1", good, 1), ("2", bad, 1), ("3", neutral, 0), ("4", bad, 0), ("9", bad, 0)])
    let second = try write(
      "b.jsonl",
      [("4", neutral, 0), ("3", neutral, 0), ("2", bad, 0), ("1", good, 1), ("8", bad, 0)])
    let object = try CommandRun(["label", "--agreement", "--json", first, second]).objects()[0]
    #expect(object["count"] as? Int == 4)
    let label = try #require(object["label"] as? [String: Double])
    #expect(label["agreement"] == 0.75)
    // By chance (1*2 + 1*1 + 2*1) / 16.
    #expect(label["kappa"] == 0.6364)
    let story = try #require(object["story"] as? [String: Double])
    #expect(story["agreement"] == 0.75)
    // By chance (2*3 + 2*1) / 16.
    #expect(story["kappa"] == 0.5)
    let text = try CommandRun(["label", "--agreement", first, second]).text
    #expect(text.hasPrefix("4 reviews labelled in both\n"))
    #expect(text.contains("\nstory                     0.7500    0.5000\n"), "\(text)")
    let other = try folder.write(
      "c.jsonl",
      EvaluationTests.line("1", "Heel iets anders.", bad, 0)
        + EvaluationTests.line("2", "Tekst  van 2. ", bad, 1))
    let run = try CommandRun(["label", "--agreement", first, other])
    #expect(run.errors == "1 review left out: same id, another text\n")
    #expect(run.text.hasPrefix("1 review labelled in both\n"))
    // All is one label: chance alone agrees as much.
    #expect(run.text.contains("\nlabel                     1.0000         -\n"), "\(run.text)")
  }

  @Test func twoPeopleLabelTheSame() throws {
    let folder = try TemporaryFolder()
    _ = try Self.label(Self.plain + Self.plain + Self.plain, in: folder)
    let gold = folder.path("gold.jsonl")
    let other = folder.path("bo.jsonl")
    let answers = Self.plain + ["e", "1", "3", "1", "", ""] + Self.plain
    let run = try CommandRun(
      ["label", gold, "-o", other, "--labeller", "Bo"],
      input: Data(answers.map { $0 + "\n" }.joined().utf8))
    #expect(run.status == 0, "\(run.errors)")
    let object = try CommandRun(["label", "--agreement", "--json", gold, other]).objects()[0]
    #expect(object["count"] as? Int == 3)
    #expect((object["label"] as? [String: Any])?["agreement"] as? Double == 0.6667)
  }
}
