import Lexicon
import StoryAnalysis

/// The answers for a generated dump, found one text at a time, without files, batches or threads.
struct Reference: Sendable {
  private(set) var answer = Answer()
  private(set) var counts = StageCounts()
  /// The ids that `verhaal top` must show, best first.
  var topIDs: [String] { best.map(\.id) }

  private struct Story {
    let id: String
    let memorability: Fixed
    let strength: Fixed
  }
  private var best: [Story] = []

  /// How many stories are ranked.
  static let topCount = 10

  init(_ input: BenchInput, _ analyzer: Analyzer) {
    var steps = AnalysisSteps(analyzer)
    input.forEachReview { review in
      let bytes = review.whole
      let text = AnalyzedText(
        range: bytes.indices, titleLength: review.title.count)
      steps.tokenize([text], in: bytes)
      steps.lookUp(in: bytes)
      steps.match()
      counts.add(steps)
      let analysis = analyzer.analyze(
        String(decoding: review.text, as: UTF8.self),
        title: review.title.isEmpty ? nil : String(decoding: review.title, as: UTF8.self))
      counts.add(analysis)
      answer.add(
        id: review.id.utf8, label: analysis.label, story: analysis.story,
        memorability: analysis.memorability, valence: analysis.valence)
      rank(analysis, id: review.id)
    }
  }

  /// By memorability, then by the strength of the first moment, then in the order of the dump.
  private mutating func rank(_ analysis: Analysis, id: String) {
    guard analysis.story, analysis.basis == .experience, let moment = analysis.moments.first else {
      return
    }
    let story = Story(
      id: id, memorability: analysis.memorability, strength: abs(moment.valence))
    let place = best.firstIndex {
      ($0.memorability, $0.strength) < (story.memorability, story.strength)
    }
    best.insert(story, at: place ?? best.count)
    if best.count > Self.topCount { best.removeLast() }
  }
}
