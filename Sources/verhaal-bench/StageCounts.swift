import StoryAnalysis

/// What each stage of an analysis finds.
struct StageCounts: Equatable, Codable, Sendable {
  var records = 0
  private(set) var tokens = 0
  private(set) var known = 0
  private(set) var matches = 0
  private(set) var stories = 0

  /// Adds what the steps found in a block.
  mutating func add(_ steps: borrowing AnalysisSteps) {
    tokens += steps.tokenCount
    known += steps.knownCount
    matches += steps.matchCount
  }

  mutating func add(_ analysis: Analysis) {
    records += 1
    if analysis.story { stories += 1 }
  }

  /// What differs from what was expected; nil where nothing does.
  func difference(from expected: StageCounts) -> String? {
    let names: [(String, KeyPath<StageCounts, Int>)] = [
      ("records", \.records), ("tokens", \.tokens), ("known tokens", \.known),
      ("matches", \.matches), ("stories", \.stories),
    ]
    for (name, count) in names where self[keyPath: count] != expected[keyPath: count] {
      return "\(name): expected \(expected[keyPath: count]), found \(self[keyPath: count])"
    }
    return nil
  }
}
