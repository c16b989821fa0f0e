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
  /// Of another program that learned from the same reviews for each part; nil where none was asked for.
  let beside: Evaluation?
  /// On the graded reviews of all parts; nil where there are none.
  let signs: SignScores?
  let fittedSigns: SignScores?

  /// - Throws: `LexiconError` when fitted weights cannot be read back, `PeerError` where the peer does not answer.
  init(
    _ set: TrainingSet, by division: Division, _ fit: ModelFit, over lexicon: Lexicon,
    threads: Int, beside peer: Peer? = nil
  ) async throws {
    // Before the fits, so that they are not made in vain where it fails.
    let answers = try peer.map { try CrossValidation.answers(of: $0, set, by: division) }
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

    let labelled = places.filter { reviews[$0.review].isMeasure }
    let texts = labelled.map { reviews[$0.review].text }
    self.division = division
    partCount = rest.parts.count
    gold = labelled.map { set.gold[$0.review] }
    analyzers = labelled.map(\.analyzer)
    analyses = zip(texts, analyzers).map { $0.analysis(by: $1) }
    leftOut = Evaluation(gold, analyses.map { Verdict($0) })
    fittedOn = Evaluation(gold, texts.map { Verdict($0.analysis(by: whole)) })
    beside = answers.map { [gold, analyses] in
      Evaluation(gold, zip($0, analyses).map { Verdict($0, wordCount: $1.wordCount) })
    }

    var graded = places.map { (review: reviews[$0.review], analyzer: $0.analyzer) }
    let ofParts = Dictionary(graded.map { (division.part(of: $0.review), $0.analyzer) }) { $1 }
    graded += set.measured.compactMap { review in
      ofParts[division.part(of: review)].map { (review, $0) }
    }
    func signs(_ analyzer: (Analyzer) -> Analyzer) -> SignScores? {
      SignScores(
        graded.compactMap { review, unseeing in
          guard case .graded(let isDissatisfied) = review.lesson else { return nil }
          let verdict = review.text.analysis(by: analyzer(unseeing)).label
          return (review.domain, isDissatisfied, verdict)
        })
    }
    self.signs = signs { $0 }
    fittedSigns = signs { _ in whole }
  }

  /// What a peer says of the labelled reviews of all parts, in their order, for each part after the other ones.
  private static func answers(
    of peer: Peer, _ set: TrainingSet, by division: Division
  ) throws(PeerError) -> [PeerAnswer] {
    let parts = set.gold.indices.map { division.part(of: set.reviews[$0]) }
    var answers: [(review: Int, answer: PeerAnswer)] = []
    for name in LeftOut.names(set.reviews, by: division) {
      let lessons = set.gold.indices.filter { parts[$0] != name }.map {
        PeerLesson(
          review: set.gold[$0], weight: set.reviews[$0].weight, ownBase: set.reviews[$0].ownBase)
      }
      let places = set.gold.indices.filter { parts[$0] == name && set.reviews[$0].isMeasure }
      let found = try peer.answers(to: places.map { set.gold[$0] }, after: lessons)
      answers += zip(places, found).map { (review: $0, answer: $1) }
    }
    return answers.sorted { $0.review < $1.review }.map(\.answer)
  }
}
