import Lexicon
import ReviewIO
import StoryAnalysis

/// A review to learn from.
struct TrainingReview: Sendable {
  /// What is known of it.
  enum Lesson: Sendable {
    /// Number of the label in `Label.allCases`, whether it tells a story, memorability from 0 to 3, and the bytes of
    /// the moment.
    case labelled(label: Int, story: Bool, memorability: Double, moment: Range<Int>?)
    /// Only a grade, which says whether its writer is dissatisfied.
    case graded(isDissatisfied: Bool)
  }

  let text: TitledText
  let evidence: ReviewEvidence
  /// The numbers of its words in the vocabulary, each once.
  var words: [Int] = []
  let lesson: Lesson
  /// How often it counts.
  let weight: Double
  /// What is left out together.
  let domain: String
  /// Whether it takes part in every fit.
  let isConstant: Bool
  /// The number of the set whose base of its own it has; nil for none.
  let ownBase: Int?

  /// A labelled review.
  init(
    _ gold: GoldReview, weight: Double, isConstant: Bool, ownBase: Int? = nil, analyzer: Analyzer,
    space: FeatureSpace
  ) {
    text = TitledText(whole: gold.whole, titleLength: gold.title?.utf8.count ?? 0)
    evidence = ReviewEvidence(text.analysis(by: analyzer, detail: .evidence), in: space)
    lesson = .labelled(
      label: gold.label.place, story: gold.story == 1,
      memorability: gold.memorability, moment: gold.momentBytes)
    self.weight = weight
    domain = gold.domain
    self.isConstant = isConstant
    self.ownBase = ownBase
  }

  /// A review of a dump; nil where its grade says nothing.
  init?(
    _ index: Int, of batch: AnalyzedBatch, weight: Double, space: FeatureSpace
  ) {
    let record = batch.reviews.reviews[index]
    let analysis = batch.analyses[index]
    guard !record.unreadable, analysis.basis == .experience, let rating = record.rating,
      let scale = batch.layout.scale,
      let isDissatisfied = TrainingReview.isDissatisfied(rating, scale)
    else { return nil }
    text = TitledText(
      whole: batch.reviews.string(record.text), titleLength: record.titleLength)
    evidence = ReviewEvidence(analysis, in: space)
    lesson = .graded(isDissatisfied: isDissatisfied)
    self.weight = weight
    domain = batch.layout.source
    isConstant = false
    ownBase = nil
  }

  /// What a grade says of its writer; nil for one in the middle of the scale.
  static func isDissatisfied(_ rating: Fixed, _ scale: RatingScale) -> Bool? {
    let bounds = scale.bounds
    let place =
      Double(rating - bounds.lowerBound) / Double(bounds.upperBound - bounds.lowerBound)
    return place <= 0.4 ? true : place >= 0.7 ? false : nil
  }

  var isLabelled: Bool {
    if case .labelled = lesson { return true }
    return false
  }

  /// Whether figures are measured by its labels: not where a set has a base of its own, for it was labelled otherwise.
  var isMeasure: Bool { isLabelled && ownBase == nil }

  /// 1 where it tells a story; nil where that is not known.
  var story: Double? {
    if case .labelled(_, let story, _, _) = lesson { return story ? 1 : 0 }
    return nil
  }

  /// From 0 to 3; nil where it is not known.
  var memorability: Double? {
    if case .labelled(_, _, let memorability, _) = lesson { return memorability }
    return nil
  }

  /// The grade of a story as a share of the way from the lowest, 1, to the highest, 3.
  var shareOfGrade: Double { max(0, min(1, ((memorability ?? 1) - 1) / 2)) }

  /// How much of the labelled moment lies in each segment, 1 in all; nil where that says nothing.
  var momentShares: [Double]? {
    guard case .labelled(_, _, _, let moment?) = lesson, evidence.segments.count > 1 else {
      return nil
    }
    var shares: [Double] = []
    for segment in evidence.segments {
      shares.append(Double(segment.clamped(to: moment).count))
    }
    let sum = shares.reduce(0, +)
    return sum == 0 ? nil : shares.map { $0 / sum }
  }

  /// What it says of the label.
  var answer: SoftmaxObjective.Answer {
    switch lesson {
    case .labelled(let label, _, _, _):
      SoftmaxObjective.Answer(
        shares: Label.allCases.indices.map { $0 == label ? 1 : 0 }, weight: weight)
    case .graded(let isDissatisfied):
      SoftmaxObjective.Answer(
        shares: Label.allCases.map { ($0 == .dissatisfied) == isDissatisfied ? 1 : 0 },
        isPartial: true, weight: weight)
    }
  }
}
