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

    /// Whether another is more memorable.
    func isSurpassed(by memorability: Fixed, _ strength: Fixed) -> Bool {
      (memorability, strength) > (self.memorability, self.strength)
    }
  }

  /// Reviews with an experience, by label and by story, in a row.
  private var cells = [Int](repeating: 0, count: 2 * Label.allCases.count)
  private var bases = [Int](repeating: 0, count: Basis.allCases.count)
  private(set) var best: Highlight?
  private(set) var worst: Highlight?

  func count(_ label: Label, story: Bool) -> Int { cells[ReviewTally.cell(label, story)] }
  func count(_ basis: Basis) -> Int { bases[ReviewTally.place(basis)] }

  var experienceCount: Int { count(.experience) }
  var total: Int { bases.reduce(0, +) }

  mutating func add(_ index: Int, of batch: AnalyzedBatch, _ identity: ReviewIdentity) {
    // Value by value, as an analysis as a whole is five arrays to retain.
    let basis = batch.analyses[index].basis
    bases[ReviewTally.place(basis)] += 1
    guard basis == .experience else { return }
    let label = batch.analyses[index].label
    cells[ReviewTally.cell(label, batch.analyses[index].story)] += 1
    guard let moment = batch.analyses[index].moments.first else { return }
    // The moment may point the other way than the verdict; then it serves for neither.
    let isBest = label == .enthusiastic && moment.valence > 0
    let isWorst = label == .dissatisfied && moment.valence < 0
    guard isBest || isWorst else { return }
    let memorability = batch.analyses[index].memorability
    let strength = abs(moment.valence)
    // Few are, so that the others need not be written out.
    if let known = isBest ? best : worst, !known.isSurpassed(by: memorability, strength) { return }
    let stem = batch.idStem(of: batch.reviews.reviews[index], identity)
    let highlight = Highlight(
      text: moment.text, stem: stem, index: index, id: stem, memorability: memorability,
      strength: strength)
    if isBest { best = highlight } else { worst = highlight }
  }

  /// Adds what a later chunk counted.
  mutating func add(_ other: ReviewTally, _ occurrences: [Occurrence]) {
    for cell in cells.indices { cells[cell] += other.cells[cell] }
    for place in bases.indices { bases[place] += other.bases[place] }
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
    return first.isSurpassed(by: second.memorability, second.strength) ? second : first
  }

  private static func cell(_ label: Label, _ story: Bool) -> Int {
    let row =
      switch label {
      case .neutralSatisfied: 0
      case .enthusiastic: 1
      case .dissatisfied: 2
      }
    return 2 * row + (story ? 1 : 0)
  }

  private static func place(_ basis: Basis) -> Int {
    switch basis {
    case .experience: 0
    case .tooShort: 1
    case .noExperience: 2
    case .otherLanguage: 3
    }
  }
}
