import Foundation
import Lexicon
import StoryAnalysis
import Testing

@testable import verhaal_bench

/// A fast wrong answer must fail, wherever it is wrong.
@Suite struct AnswerTests {
  static let lines = [
    line("r0", "enthusiastic", true, "1.5", "0.25"), line("r1", "dissatisfied", false, "0", "-1"),
  ]

  static func line(
    _ id: String, _ label: String, _ story: Bool, _ memorability: String, _ valence: String
  ) -> String {
    #"{"id":"\#(id)","label":"\#(label)","probabilities":{"dissatisfied":0.1},"valence":\#(valence),"#
      + #""story":\#(story),"memorability":\#(memorability),"moments":[{"memorability":3,"valence":1}],"#
      + #""rating":4,"date":"2024-02-03","fields":{"story":"nee"}}"#
  }

  static func answer(_ lines: [String]) throws -> Answer {
    let folder = try BenchFolder()
    let path = folder.path + "/lines.jsonl"
    try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: URL(fileURLWithPath: path))
    return try Answer(of: path, .jsonl)
  }

  static var expected: Answer {
    var answer = Answer()
    answer.add(
      id: "r0".utf8, label: .enthusiastic, story: true, memorability: 15_000, valence: 2_500)
    answer.add(
      id: "r1".utf8, label: .dissatisfied, story: false, memorability: 0, valence: -10_000)
    return answer
  }

  @Test func whatWasWrittenIsReadBack() throws {
    #expect(try Self.answer(Self.lines).difference(from: Self.expected) == nil)
  }

  @Test(arguments: [
    ([lines[0]], "reviews: expected 2, found 1"),
    (
      [lines[0], line("r1", "enthusiastic", false, "0", "-1")],
      "enthusiastic: expected 1, found 2"
    ),
    ([lines[0], line("r1", "dissatisfied", true, "0", "-1")], "stories: expected 1, found 2"),
    (
      [lines[0], line("r1", "dissatisfied", false, "0.0001", "-1")],
      "the counts are as expected, but not which review has which verdict"
    ),
    (
      lines.reversed(), "the counts are as expected, but not which review has which verdict"
    ),
  ])
  func aWrongAnswerIsSeen(lines: [String], difference: String) throws {
    #expect(try Self.answer(lines).difference(from: Self.expected) == difference)
  }

  @Test func whatIsNoVerdictIsAnError() throws {
    #expect(throws: BenchError.self) { try Self.answer([#"{"id":"r0","label":"mwah"}"#]) }
  }

  /// A program that answers the same whatever it is asked.
  @Test func aProgramThatIsWrongFailsByTheNameOfTheRow() throws {
    let folder = try BenchFolder()
    let input = try BenchInput(
      GeneratorTests.pool, seed: 1, bytes: 3_000, in: folder.path, allFormats: false)
    let program = try folder.script("printf '%s\\n' '\(Self.lines[0])'")
    let reference = Reference(input, try Analyzer())
    let (run, found) = try Passage("lines", input.path, bytes: input.bytes)
      .run(program, in: folder.path)
    #expect(run.status == 0)
    #expect(
      found.difference(from: reference) == "reviews: expected \(input.reviewCount), found 1")
    #expect(reference.answer.reviews == input.reviewCount)
    #expect(reference.counts.tokens > reference.counts.known)
  }

  @Test func aProgramThatFailsIsAnError() throws {
    let folder = try BenchFolder()
    let program = try folder.script("echo kapot >&2; exit 4")
    let error = #expect(throws: BenchError.self) {
      try Passage("lines", "/dev/null", bytes: 0).run(program, in: folder.path)
    }
    #expect(error?.message.contains("ends with 4: kapot") == true)
  }

  @Test func stagesCountWhatTheReferenceCounts() throws {
    let folder = try BenchFolder()
    let input = try BenchInput(
      GeneratorTests.pool, seed: 2, bytes: 60_000, in: folder.path, allFormats: false)
    let analyzer = try Analyzer()
    let reference = Reference(input, analyzer)
    let stages = try StageRun(input.path, analyzer)
    #expect(stages.counts.difference(from: reference.counts) == nil)
    #expect(stages.counts.matches > 0 && stages.counts.stories > 0)
  }

  @Test func keptCountsAreHeldAgainst() throws {
    let folder = try BenchFolder()
    let path = folder.path + "/expected.jsonl"
    func counts(
      _ input: UInt64 = .max, _ analyzer: String = "1.0+a", _ answer: Answer = Self.expected,
      lines: UInt64 = 5
    ) -> ExpectedCounts {
      ExpectedCounts(
        input: input, analyzer: analyzer, lines: lines, answer: answer, counts: StageCounts())
    }
    let kept = counts()
    let other = counts(2)
    #expect(kept.compare(with: try ExpectedCounts.kept(path)) != .equal)
    try kept.keep(path)
    try other.keep(path)
    try kept.keep(path)
    let all = try ExpectedCounts.kept(path)
    #expect(all == [other, kept])
    #expect(kept.compare(with: all) == .equal)
    #expect(
      counts(.max, "1.0+a", Answer()).compare(with: all)
        == .differs("reviews: expected 2, found 0"))
    #expect(
      counts(lines: 6).compare(with: all)
        == .differs("the counts are as expected, but not every byte written"))
    guard case .unknown = counts(.max, "1.0+b", Answer()).compare(with: all) else {
      Issue.record("counts of another analyser say nothing")
      return
    }
  }

  @Test(arguments: [
    ["--size", "0"], ["--size"], ["--rounds", "x"], ["--vlug"], ["bestand"],
  ])
  func wrongUsageIsAnError(words: [String]) {
    #expect(throws: BenchError.self) { try BenchOptions(words) }
  }
}
