import Lexicon
import StoryAnalysis

/// Verdicts on reviews by models that have not seen them, beside those of a model that has seen all.
///
/// Each is the verdict that the analyser would give with the weights of the model. The threshold of the story serves
/// best for the verdicts on the other parts: it is one number, but the models that gave those did see the part.
struct CrossValidation {
  let division: Division
  /// How many parts were left out.
  let partCount: Int
  /// The labelled reviews of all parts, in their order.
  let gold: [GoldReview]
  /// Of each of these the analyser that has not seen it, and what that says.
  let analyzers: [Analyzer]
  let analyses: [Analysis]
  let leftOut: Evaluation
  /// By the model that has seen all.
  let fittedOn: Evaluation
  /// On the graded reviews of all parts; nil where there are none.
  let signs: SignScores?
  let fittedSigns: SignScores?

  /// - Throws: `LexiconError` when fitted weights cannot be read back.
  init(
    _ set: TrainingSet, by division: Division, _ fit: ModelFit, over lexicon: Lexicon, threads: Int
  ) async throws {
    let reviews = set.reviews
    let rest = await LeftOut(reviews, fit, by: division, withGraded: true, threads: threads)
    var places: [(review: Int, analyzer: Analyzer)] = []
    for (number, part) in rest.parts.enumerated() {
      let analyzer = try Analyzer(
        lexicon, part.model, in: fit.space, threshold: rest.threshold(without: number))
      places += part.places.map { ($0, analyzer) }
    }
    places.sort { $0.review < $1.review }
    let whole = try Analyzer(
      lexicon, fit.fit(reviews), in: fit.space, threshold: rest.threshold)

    let labelled = places.filter { reviews[$0.review].isLabelled }
    let texts = labelled.map { reviews[$0.review].text }
    self.division = division
    partCount = rest.parts.count
    gold = labelled.map { set.gold[$0.review] }
    analyzers = labelled.map(\.analyzer)
    analyses = zip(texts, analyzers).map { $0.analysis(by: $1) }
    leftOut = Evaluation(gold, analyses)
    fittedOn = Evaluation(gold, texts.map { $0.analysis(by: whole) })

    func signs(_ analyzer: (Analyzer) -> Analyzer) -> SignScores? {
      SignScores(
        places.compactMap { place, unseeing in
          let review = reviews[place]
          guard case .graded(let isDissatisfied) = review.lesson else { return nil }
          let verdict = review.text.analysis(by: analyzer(unseeing)).label
          return (review.domain, isDissatisfied, verdict)
        })
    }
    self.signs = signs { $0 }
    fittedSigns = signs { _ in whole }
  }
}
