import Lexicon

/// Adds up the weights of the evidence, target by target.
///
/// A term of a score is a weight times how much of its evidence the text holds in its scope, rounded to
/// ten-thousandths. What one observation contributes is the difference that it makes to the term, so that the
/// contributions shown sum to the very score.
struct Scorer {
  private var sums: [EvidenceSum] = []
  private var scoped = ScopedEvidence()
  /// The kinds of evidence present, in the order of their first observation.
  private var present: [Int] = []
  /// The score of every segment as a moment, by the weights of `moment`.
  private(set) var segmentScores: [Fixed] = []

  /// The segment with the highest score, the first of equal ones; nil in an empty text.
  var bestSegment: Int? {
    var best: Int?
    for segment in segmentScores.indices
    where best.map({ segmentScores[segment] > segmentScores[$0] }) ?? true {
      best = segment
    }
    return best
  }

  /// Fills `segmentScores`.
  mutating func scoreSegments(
    _ observations: [Observation], count: Int, with lexicon: Lexicon
  ) {
    segmentScores.removeAll(keepingCapacity: true)
    segmentScores.append(contentsOf: repeatElement(0, count: count))
    for observation in observations where observation.segment >= 0 {
      let weight = lexicon.model.momentWeights[observation.evidence]
      if weight != 0 {
        let segment = Int(observation.segment)
        segmentScores[segment] = segmentScores[segment].plus(observation.value.times(weight))
      }
    }
  }

  /// The scores of the whole text.
  ///
  /// - Parameters:
  ///   - peak: the segment taken for the moment; -1 if there is none.
  ///   - wordCount: words in the text.
  mutating func scores(
    _ observations: [Observation], peak: Int32, wordCount: Int, with lexicon: Lexicon
  ) -> TargetScores {
    let frame = Frame(observations, peak: peak, wordCount: wordCount, with: lexicon)
    reset(lexicon)
    // Spans, so that storage is checked once a text and not once an observation.
    Scorer.sum(observations, peak: peak, end: frame.end, into: &sums, &present)
    var stored = [Fixed](repeating: 0, count: ModelTarget.allCases.count)
    var totals = stored.mutableSpan
    let model = lexicon.model
    let terms = model.terms.span
    let starts = model.starts.span
    for evidence in present {
      let first = Int(starts[evidence])
      let last = Int(starts[evidence + 1])
      guard first < last else { continue }
      frame.set(&scoped, sums[evidence])
      for at in first..<last {
        let term = terms[at]
        let target = Int(term.target.rawValue)
        totals[target] = totals[target].plus(scoped[term.scope].times(term.weight))
      }
    }
    var scores = TargetScores()
    for target in ModelTarget.allCases { scores[target] = totals[Int(target.rawValue)] }
    return scores
  }

  /// Adds the observations up, each kind by itself.
  private static func sum(
    _ observations: [Observation], peak: Int32, end: Int32, into sums: inout [EvidenceSum],
    _ present: inout [Int]
  ) {
    var sums = sums.mutableSpan
    for observation in observations {
      let evidence = observation.evidence
      if !sums[evidence].isPresent { present.append(evidence) }
      sums[evidence].add(observation, peak: peak, end: end)
    }
  }

  /// What every observation contributes to the scores of the whole text, in the order of the text.
  mutating func contributions(
    _ observations: [Observation], peak: Int32, wordCount: Int, with lexicon: Lexicon
  ) -> [Contribution] {
    let frame = Frame(observations, peak: peak, wordCount: wordCount, with: lexicon)
    reset(lexicon)
    var contributions: [Contribution] = []
    for (number, observation) in observations.enumerated() {
      let evidence = observation.evidence
      let before = frame.scoped(sums[evidence])
      sums[evidence].add(observation, peak: peak, end: frame.end)
      let after = frame.scoped(sums[evidence])
      for at in Int(lexicon.model.starts[evidence])..<Int(lexicon.model.starts[evidence + 1]) {
        let term = lexicon.model.terms[at]
        let weight =
          after[term.scope].times(term.weight).plus(-before[term.scope].times(term.weight))
        contributions.append(
          Contribution(observation: number, target: term.target, weight: weight))
      }
    }
    present = Array(Set(observations.map(\.evidence)))
    return contributions
  }

  /// Forgets the sums of the text before.
  private mutating func reset(_ lexicon: Lexicon) {
    if sums.count != lexicon.evidenceNames.count {
      sums = Array(repeating: EvidenceSum(), count: lexicon.evidenceNames.count)
    }
    for evidence in present { sums[evidence] = EvidenceSum() }
    present.removeAll(keepingCapacity: true)
  }

  /// What the scopes of a text are measured against.
  private struct Frame {
    let end: Int32
    private let cap: Fixed
    private let evaluative: Fixed
    private let tens: Fixed

    init(_ observations: [Observation], peak: Int32, wordCount: Int, with lexicon: Lexicon) {
      var evaluative = Fixed.one
      var end: Int32 = -1
      for observation in observations
      where observation.evidence == Evidence.positive.number
        || observation.evidence == Evidence.negative.number
      {
        evaluative = evaluative.plus(observation.value)
        end = max(end, observation.segment)
      }
      self.end = end
      self.evaluative = evaluative
      cap = lexicon.parameters[.capOfEvidence]
      // Beyond so many words a text's length says no more; this also keeps the number in range.
      tens = Fixed(min(wordCount, 20_000) + 10) * 1_000
    }

    func set(_ scoped: inout ScopedEvidence, _ sum: EvidenceSum) {
      scoped.set(sum, cap: cap, evaluative: evaluative, tens: tens)
    }

    func scoped(_ sum: EvidenceSum) -> ScopedEvidence {
      var scoped = ScopedEvidence()
      set(&scoped, sum)
      return scoped
    }
  }
}

extension Fixed {
  /// The quotient of two fixed numbers, rounded half away from zero; the divisor is positive.
  func divided(by divisor: Fixed) -> Fixed {
    let numerator = Int64(self) * 10_000
    let half = Int64(divisor) / 2
    return Fixed(clamping: (numerator + (numerator < 0 ? -half : half)) / Int64(divisor))
  }
}
