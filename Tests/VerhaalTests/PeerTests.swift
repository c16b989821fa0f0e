import Foundation
import StoryAnalysis
import Testing

@testable import verhaal

/// Another program beside ours, here one line of shell.
@Suite struct PeerTests {
  static let files = CrossValidationTests.files

  /// A line that answers a review.
  static func answer(
    _ label: String = "dissatisfied", probabilities: [Double] = [0.25, 0.15, 0.6],
    story: String = "0.5", memorability: String = "1"
  ) -> String {
    let shares = zip(Label.allCases, probabilities).map { "\"\($0.rawValue)\":\($1)" }
    return "{\"label\":\"\(label)\",\"probabilities\":{\(shares.joined(separator: ","))},"
      + "\"storyProbability\":\(story),\"memorability\":\(memorability)}"
  }

  /// A command that gives every review the same answer.
  static func same(_ answer: String) -> String {
    "awk 'FILENAME == ARGV[2] { print \"\(answer.replacing("\"", with: "\\\""))\" }'"
  }

  /// A run in whose temporary folder, of which the name has a space, nothing may be left.
  static func evaluate(_ command: String, _ arguments: [String] = []) throws -> CommandRun {
    let folder = try TemporaryFolder()
    let place = folder.url.appendingPathComponent("een map")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: false)
    let run = try CommandRun(
      ["evaluate"] + files + ["--cross-validate", "3", "--beside", command] + arguments,
      environment: ["TMPDIR": place.path])
    #expect(try FileManager.default.contentsOfDirectory(atPath: place.path) == [])
    return run
  }

  static func gold() throws -> [GoldReview] { try files.flatMap { try GoldReview.read($0) } }

  static func figures(_ run: CommandRun) throws -> [String: Double] {
    let validation = try run.objects().first?["crossValidation"] as? [String: Any]
    return try #require(validation?["beside"] as? [String: Double], "\(run.errors)")
  }

  @Test func figuresAreThoseOfItsAnswers() throws {
    let gold = try Self.gold()
    let found = try Self.figures(Self.evaluate(Self.same(Self.answer()), ["--json"]))
    let share = Double(gold.count { $0.label == .dissatisfied }) / Double(gold.count)
    let stories = Double(gold.count { $0.story == 1 }) / Double(gold.count)
    let expected = [
      "accuracy": share, "macroF1": 2 * share / (1 + share) / 3,
      "storyF1": 2 * stories / (1 + stories), "ece": abs(0.6 - share),
      "precision10": Double(gold.prefix(10).count { $0.story == 1 }) / 10,
      "precision20": Double(gold.prefix(20).count { $0.story == 1 }) / 20,
    ]
    for (name, value) in expected {
      #expect(abs(try #require(found[name]) - value) < 0.00006, "\(name)")
    }
    #expect(Set(found.keys) == Set(expected.keys).union(["ndcg20"]))
    let below = Self.same(Self.answer(story: "0.4999"))
    #expect(try Self.figures(Self.evaluate(below, ["--json"]))["storyF1"] == 0)
  }

  /// A program that knows the answers by their ids gets all right, so that each is held against its own review.
  @Test func answersBelongToTheirReviews() throws {
    let folder = try TemporaryFolder()
    let known = try Self.gold().map { review in
      let shares = Label.allCases.map { $0 == review.label ? 1.0 : 0 }
      let answer = Self.answer(
        review.label.rawValue, probabilities: shares, story: String(review.story),
        memorability: String(review.memorability))
      return review.id + "\t" + answer + "\n"
    }
    let file = try folder.write("known.tsv", known.joined())
    let command =
      "awk -F '\\t' 'FILENAME == ARGV[1] { known[$1] = $2 } FILENAME == ARGV[3] "
      + "{ split($0, parts, \"\\\"\"); print known[parts[4]] }' \(file)"
    for division in ["3", "domain"] {
      let run = try CommandRun(
        ["evaluate"] + Self.files
          + ["--cross-validate", division, "--beside", command, "--json"])
      let found = try Self.figures(run)
      for name in ["accuracy", "macroF1", "storyF1", "ndcg20", "precision10"] {
        #expect(found[name] == 1, "\(name)")
      }
      #expect(found["ece"] == 0)
    }
  }

  /// Ours stay as they are, and no moment is asked of another.
  @Test func itsFiguresStandBesideOurs() throws {
    let run = try Self.evaluate(Self.same(Self.answer()))
    let alone = try CommandRun(["evaluate"] + Self.files + ["--cross-validate", "3"])
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.text.contains("left out  fitted on      gap    beside\n"))
    #expect(!alone.text.contains("beside"))
    #expect(run.lines.count == alone.lines.count)
    var longer: [Substring] = []
    for (line, ours) in zip(run.lines, alone.lines) {
      #expect(line.hasPrefix(ours))
      if line != ours { longer.append(line) }
    }
    #expect(longer.count == 11)
    #expect(!longer.contains { $0.hasPrefix("moments") })
    #expect(longer.contains { $0.hasPrefix("F1 enthusiastic") && $0.hasSuffix("    0.0000") })
  }

  @Test func itIsNeverAskedWhatItMayLearn() throws {
    let folder = try TemporaryFolder()
    let command =
      "keep() { n=$(ls '\(folder.url.path)' | wc -l); cp \"$1\" '\(folder.url.path)'/$((n + 10));"
      + " cp \"$2\" '\(folder.url.path)'/$((n + 11)); \(Self.same(Self.answer())) \"$@\"; }; keep"
    let run = try Self.evaluate(
      command,
      ["--always", Self.files[2], "--own-base", Self.files[1], "--weight", Self.files[0] + "=2.5"])
    #expect(run.status == 0, "\(run.errors)")
    let objects = try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted()
      .map { name in
        try String(contentsOfFile: folder.path(name), encoding: .utf8).split(separator: "\n").map {
          try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] ?? [:]
        }
      }
    #expect(objects.count == 6)
    let sets = try Self.files.map { try GoldReview.read($0) }
    let (hotel, bank, camping) = (sets[0], sets[1], sets[2])
    var asked: [String] = []
    var learned: [String: Int] = [:]
    for part in stride(from: 0, to: objects.count - 1, by: 2) {
      let (lessons, questions) = (objects[part], objects[part + 1])
      let texts = lessons.compactMap { $0["text"] as? String }
      #expect(Set(texts).isDisjoint(with: questions.compactMap { $0["text"] as? String }))
      #expect(questions.allSatisfy { Set($0.keys) == ["id", "text"] })
      let ids = questions.compactMap { $0["id"] as? String }
      #expect(ids == hotel.map(\.id).filter(ids.contains))
      asked += ids
      #expect(Set(texts).isSuperset(of: camping.map(\.whole)))
      for text in texts { learned[text, default: 0] += 1 }
      for lesson in lessons {
        let text = try #require(lesson["text"] as? String)
        let review = try #require((hotel + bank + camping).first { $0.whole == text })
        #expect(lesson["label"] as? String == review.label.rawValue)
        #expect(lesson["story"] as? Int == review.story)
        #expect(lesson["memorability"] as? Double == review.memorability)
        #expect(lesson["weight"] as? Double == (hotel.contains { $0.whole == text } ? 2.5 : 1))
        #expect(lesson["set"] as? Int == (bank.contains { $0.whole == text } ? 0 : nil))
        #expect(lesson["set"] != nil)
      }
    }
    // Each is asked once; what may be left out is learned from in the other two parts.
    #expect(asked.sorted() == hotel.map(\.id).sorted())
    #expect((hotel + bank).allSatisfy { learned[$0.whole] == 2 })
    #expect(camping.allSatisfy { learned[$0.whole] == 3 })
  }

  static let failures: [(String, [String])] = [
    ("echo 'niet\tgelukt' >&2; exit 7; :", ["fails with 7\n", "niet gelukt"]),
    ("/no/such/program", ["fails with 127\n", "/no/such/program"]),
    ("kill -9 $$; :", ["fails with 9"]),
    ("true", ["answers 0 lines to"]),
    (
      "first() { \(same(answer())) \"$@\" | head -n 1; echo half >&2; }; first",
      ["1 line to", "half"]
    ),
    ("cat", ["lines to"]),
    ("awk 'FILENAME == ARGV[2]'", ["no verdict in line 1"]),
    ("awk 'FILENAME == ARGV[2] { print \"\" }'", ["no verdict in line 1"]),
    (same(answer("neutral")), ["no verdict in line 1"]),
    (same(answer(probabilities: [0.4, 0.6])), ["no verdict in line 1"]),
    (same(answer(probabilities: [-3, 1, 0])), ["no verdict in line 1"]),
    (same(answer(story: "NaN")), ["no verdict in line 1"]),
    (same(answer(story: "1.01")), ["no verdict in line 1"]),
    (same(answer(memorability: "3.5")), ["no verdict in line 1"]),
    (
      same(answer()).replacing("{ print", with: "{ if (FNR == 2) print \"x\"; else print"),
      ["line 2"]
    ),
  ]

  @Test(arguments: failures)
  func whatGoesWrongIsSaid(command: String, expected: [String]) throws {
    let run = try Self.evaluate(command)
    #expect(run.status == 1)
    #expect(run.text.isEmpty)
    #expect(run.errors.hasPrefix("verhaal: --beside: ‘"))
    for part in expected { #expect(run.errors.contains(part), "\(run.errors)") }
  }

  @Test func itNeedsPartsToLeaveOut() throws {
    let run = try CommandRun(["evaluate", Self.files[0], "--beside", "true"])
    #expect(run.status == 2)
    #expect(run.errors.contains("--beside goes with --cross-validate"))
  }
}
