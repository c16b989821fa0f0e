import StoryAnalysis
import StoryFigures

/// What the program says of reviews that people have labelled, for both balances.
struct ErrorSamples {
  private(set) var verdict = ErrorSample()
  private(set) var story = ErrorSample()

  init() {}

  mutating func add(_ gold: GoldReview, _ analysis: Analysis) {
    // Figures count experiences only, and so does the sample.
    guard analysis.basis == .experience else { return }
    func sign(_ label: Label) -> Int {
      switch label {
      case .enthusiastic: 1
      case .neutralSatisfied: 0
      case .dissatisfied: -1
      }
    }
    verdict.add(program: sign(analysis.label), people: sign(gold.label))
    let row = FigureRow(
      source: "", label: analysis.label, story: analysis.story,
      momentValence: analysis.moments.first?.valence, words: analysis.wordCount)
    let found =
      switch row.side {
      case .good: 1
      case .bad: -1
      case .turn, .small, nil: 0
      }
    story.add(program: found, people: gold.story == 1 ? sign(gold.label) : 0)
  }

  subscript(kind: BalanceKind) -> ErrorSample {
    switch kind {
    case .verdict: verdict
    case .story: story
    }
  }
}
