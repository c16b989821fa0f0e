import Foundation
import ReviewIO
import StoryAnalysis
import Testing

@testable import verhaal

@Suite struct PipelineTests {
  /// The analysed lines of a dump, cut into chunks of a given size.
  static func lines(
    _ bytes: [UInt8], chunk: Int, read: Int, threads: Int, options: ReaderOptions = ReaderOptions()
  ) async throws -> [UInt8] {
    let analyzer = try analyzer.get()
    var options = options
    options.chunkBytes = chunk
    options.readBytes = read
    let run = DumpRun(analyzer: analyzer, options: options, threads: threads)
    let writer = JSONAnalysisWriter(
      analyzerVersion: analyzer.version, withText: true, detail: [.reasons])
    var register = IdentityRegister()
    var result: [UInt8] = []
    try await run.run(
      ReviewReader(bytes: bytes, name: "proef.csv", options: options),
      work: { MinedChunk($0, $1, writer: writer, keepsErrors: true) },
      deliver: { chunk in
        let occurrences = chunk.identities.map { register.occurrence(of: $0) }
        unsafe chunk.payload.lines.forEachPiece(chunk.payload.written.map { occurrences[$0] }) {
          bytes, _ in unsafe result += bytes
        }
      })
    return result
  }

  static let analyzer = Result { try Analyzer() }

  @Test func everyChunkingGivesTheSameBytes() async throws {
    // Quotes, line ends, a repeated id and an unreadable row of its own.
    let dump = Array(
      """
      id;recensie
      1;"Na drie keer bellen; nog ""steeds"" geen antwoord.
      Belachelijk."
      1;Prima, niks bijzonders.
      2;Zomaar een kaartje erbij!\r
      3;Zo'n lieve monteur. Hij kwam op zondag terug.
      """.utf8)
    let expected = try await Self.lines(dump, chunk: 1 << 20, read: 1 << 20, threads: 1)
    #expect(expected.split(separator: UInt8(ascii: "\n")).count == 4)
    for size in 1...dump.count {
      let cut = try await Self.lines(dump, chunk: size, read: 1 + size % 13, threads: 1 + size % 3)
      #expect(cut == expected, "chunks of \(size)")
    }
  }

  @Test func anIdIsForgottenAfterTwoGenerations() {
    var register = IdentityRegister(capacity: 4)
    func occurrence(_ id: UInt64, _ content: UInt64, isNamed: Bool = true) -> Int32 {
      register.occurrence(of: ReviewIdentity(id: id, content: content, isNamed: isNamed)).number
    }
    #expect(occurrence(1, 10) == 1)
    #expect(occurrence(1, 10) == 1)
    #expect(occurrence(1, 11) == 2)
    #expect(occurrence(1, 10) == 1)
    #expect(occurrence(7, 7, isNamed: false) == 1)
    #expect(occurrence(7, 7, isNamed: false) == 2)
    for id in 100..<120 { _ = occurrence(UInt64(id), 0) }
    #expect(occurrence(1, 11) == 1)
  }

  @Test func theBestOfAHalfIsWorthOne() {
    let gains: [Double] = [3, 0, 2, 0, 1, 0, 0, 1]
    #expect(Ranking(gains: gains, scores: gains).meanNDCG(at: 20, halves: 50) == 1)
    let worst = Ranking(gains: gains, scores: gains.map { -$0 }).meanNDCG(at: 20, halves: 50)
    #expect(worst > 0 && worst < 0.8)
    #expect(Ranking(gains: [0, 0], scores: [1, 2]).meanNDCG(at: 20, halves: 5) == 0)
  }

  @Test func theFiguresOfAnEvaluationAreThoseCountedByHand() throws {
    func gold(_ text: String, _ label: String, _ story: Int, _ moment: String) throws -> GoldReview
    {
      try JSONDecoder().decode(
        GoldReview.self,
        from: JSONSerialization.data(withJSONObject: [
          "id": "x", "text": text, "label": label, "story": story, "memorability": story,
          "moment": moment,
        ]))
    }
    let analyzer = try Self.analyzer.get()
    let bad = "Na drie weken nog steeds niks gehoord van deze winkel."
    let good = "Gewoon goed, niks bijzonders te melden verder."
    let reviews = try [
      gold(bad, "dissatisfied", 1, bad), gold(good, "neutral-satisfied", 0, ""),
      gold(good, "enthusiastic", 0, ""), gold(bad, "dissatisfied", 0, ""),
    ]
    let evaluation = Evaluation(reviews, reviews.map { Verdict(analyzer.analyze($0.whole)) })
    #expect(evaluation.accuracy == 0.75)
    #expect(evaluation.confusion.counts == [[1, 0, 0], [1, 0, 0], [0, 0, 2]])
    // Neutral: precision 1/2, recall 1. Enthusiastic: none. Dissatisfied: both 1.
    #expect(abs(evaluation.macroF1 - (2.0 / 3 + 0 + 1) / 3) < 1e-12)
    // Two found, one of them right.
    #expect(abs(evaluation.storyF1 - 2.0 / 3) < 1e-12)
    #expect(evaluation.momentRate == 1)
  }
}
