import StoryAnalysis
import Testing

/// Where long sentences are cut into the pieces among which a moment is sought.
@Suite struct SegmenterTests {
  /// The segments of a text that hold any evidence.
  private func segments(of text: String) throws -> [String] {
    let analysis = try AnalysisTests.analyzer.get().analyze(text, detail: .evidence)
    let spans = Set(analysis.evidence.map(\.segmentSpan)).filter { !$0.isEmpty }
    return spans.sorted { $0.lowerBound < $1.lowerBound }
      .map { String(decoding: Array(text.utf8)[$0], as: UTF8.self) }
  }

  @Test func aLongSentenceIsCutWhereAClauseBegins() throws {
    #expect(
      try segments(
        of: "De monteur zou op maandag tussen acht en twaalf komen voor de nieuwe ketel, maar "
          + "toen ik om vijf uur belde zei een dame dat mijn afspraak nergens meer te vinden was.")
        == [
          "De monteur zou op maandag tussen acht en twaalf komen voor de nieuwe ketel,",
          "maar toen ik om vijf uur belde zei een dame dat mijn afspraak nergens meer te vinden was.",
        ])
  }

  @Test func aCoordinatorStaysWithTheClauseThatItLeads() throws {
    #expect(
      try segments(
        of: "ik heb het pakket netjes ingepakt en op tijd naar het punt gebracht voor de retour en "
          + "toen kreeg ik drie weken later een mail dat er nooit iets bij hen binnen was gekomen")
        == [
          "ik heb het pakket netjes ingepakt en op tijd naar het punt gebracht voor de retour",
          "en toen kreeg ik drie weken later een mail dat er nooit iets bij hen binnen was gekomen",
        ])
  }

  @Test func aShortSentenceIsWhole() throws {
    let text = "Ik belde om vijf uur en toen zei een dame dat de afspraak vergeten was."
    #expect(try segments(of: text) == [text])
  }
}
