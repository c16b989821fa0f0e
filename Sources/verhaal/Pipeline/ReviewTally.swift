import Lexicon
import StoryAnalysis

/// How the reviews of a run divide, and its best and worst moment.
struct ReviewTally: Sendable {
  /// A moment worth showing.
  struct Highlight: Sendable {
    let text: String
    /// The review's id without its occurrence.
    let stem: String
    /// Its place in the chunk, by which the occurrence is found.
    let index: Int
    var id: String
    let memorability: Fixed
    let strength: Fixed
  }

  /// Reviews with an experience, by label and by story (0 or 1).
  private var cells = [[Int]](repeating: [0, 0], count: Label.allCases.count)
  private(set) var bases: [Basis: Int] = [:]
  private(set) var best: Highlight?
  private(set) var worst: Highlight?

  func count(_ label: Label, story: Bool) -> Int { cells[ReviewTally.row(label)][story ? 1 : 0] }

  var experienceCount: Int { bases[.experience] ?? 0 }
  var total: Int { bases.values.reduce(0, +) }

  mutating func add(_ index: Int, of batch: AnalyzedBatch, id stem: String) {
    let analysis = batch.analyses[index]
    bases[analysis.basis, default: 0] += 1
    guard analysis.basis == .experience else { return }
    cells[ReviewTally.row(analysis.label)][analysis.story ? 1 : 0] += 1
    guard let moment = analysis.moments.first else { return }
    let highlight = Highlight(
      text: moment.text, stem: stem, index: index, id: stem, memorability: analysis.memorability,
      strength: abs(moment.valence))
    // The moment may point the other way than the verdict; then it serves for neither.
    if analysis.label == .enthusiastic && moment.valence > 0 {
      best = ReviewTally.better(best, highlight)
    }
    if analysis.label == .dissatisfied && moment.valence < 0 {
      worst = ReviewTally.better(worst, highlight)
    }
  }

  /// Adds what a later chunk counted.
  mutating func add(_ other: ReviewTally, _ occurrences: [Occurrence]) {
    for row in cells.indices {
      for column in cells[row].indices { cells[row][column] += other.cells[row][column] }
    }
    bases.merge(other.bases, uniquingKeysWith: +)
    func named(_ highlight: Highlight?) -> Highlight? {
      guard var highlight else { return nil }
      highlight.id = highlight.stem + occurrences[highlight.index].suffix
      return highlight
    }
    if let candidate = named(other.best) { best = ReviewTally.better(best, candidate) }
    if let candidate = named(other.worst) { worst = ReviewTally.better(worst, candidate) }
  }

  /// The more memorable of two; the earlier where they are equal.
  private static func better(_ first: Highlight?, _ second: Highlight) -> Highlight {
    guard let first else { return second }
    return (second.memorability, second.strength) > (first.memorability, first.strength)
      ? second : first
  }

  private static func row(_ label: Label) -> Int {
    switch label {
    case .neutralSatisfied: 0
    case .enthusiastic: 1
    case .dissatisfied: 2
    }
  }
}
