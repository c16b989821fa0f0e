import Lexicon
import StoryAnalysis

/// A review whose label or story is judged otherwise than the gold says.
struct Mistake {
  let review: GoldReview
  let analysis: Analysis
  /// Who judged.
  let analyzer: Analyzer
  /// What was not given to the right label or to the right answer on the story, whichever was missed further.
  let sureness: Fixed

  var isOfLabel: Bool { analysis.label != review.label }
  var isOfStory: Bool { analysis.story != (review.story == 1) }

  /// - Returns: nil where both are judged right.
  init?(_ review: GoldReview, _ analysis: Analysis, by analyzer: Analyzer) {
    self.review = review
    self.analysis = analysis
    self.analyzer = analyzer
    let story = analysis.storyProbability
    var misses: [Fixed] = []
    if analysis.label != review.label {
      misses.append(Fixed.one - analysis.probabilities[review.label])
    }
    if analysis.story != (review.story == 1) {
      misses.append(review.story == 1 ? Fixed.one - story : story)
    }
    guard let sureness = misses.max() else { return nil }
    self.sureness = sureness
  }

  /// All mistakes, the surest first, equal ones in input order.
  ///
  /// - Parameter analyzers: who judged each review.
  static func all(
    _ gold: [GoldReview], _ analyses: [Analysis], by analyzers: [Analyzer]
  ) -> [Mistake] {
    zip(gold, zip(analyses, analyzers)).compactMap { Mistake($0, $1.0, by: $1.1) }.enumerated()
      .sorted { ($1.element.sureness, $0.offset) < ($0.element.sureness, $1.offset) }
      .map(\.element)
  }
}
