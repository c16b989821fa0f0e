import Lexicon

/// Adds up the weights of the evidence, target by target.
///
/// A term of a score is a weight times how much of its evidence the text holds in its scope, rounded to
/// ten-thousandths. What one observation contributes is the difference that it makes to the terms, so that the
/// contributions shown sum to the very score.
struct Scorer: ~Copyable {
  private var sums: [EvidenceSum] = []
  private var scoped = ScopedEvidence(cap: 0, evaluative: 0, wordCount: 0)
  /// How much one kind of evidence counts, by the number of the scope: a look-up that costs no branch, of which the
  /// processor would guess every other one wrong.
  private var values = [Double](repeating: 0, count: EvidenceScope.allCases.count)
  /// The kinds of evidence present, in the order of their first observation: the first `presentCount`.
  private var present: [Int32] = []
  private var presentCount = 0
  private var segmentSums: [Double] = []
  /// What the words of the text add, by the number of the target.
  private var words = SIMD8<Int32>()

  /// The segments of the text that was read.
  var segments: Range<Int> { segmentSums.indices }

  /// The score of a segment as a moment, by the weights of `moment`.
  func score(ofSegment segment: Int) -> Fixed { Fixed(held: Int64(segmentSums[segment])) }

  /// What the segments add to the score of the story: that one of them, whichever, is its moment.
  var segmentsTogether: Fixed { Link.sumOfPowers(segmentSums) }

  /// The segment with the highest score, the first of equal ones; nil in an empty text.
  var bestSegment: Int? {
    var best: Int?
    for segment in segmentSums.indices
    where best.map({ segmentSums[segment] > segmentSums[$0] }) ?? true {
      best = segment
    }
    return best
  }

  /// Forgets the text before.
  mutating func beginText(_ lexicon: Lexicon) {
    reset(lexicon)
    segmentSums.removeAll(keepingCapacity: true)
  }

  /// Adds the observations of the next part of the text up, each kind by itself, and scores its segments.
  ///
  /// - Parameters:
  ///   - observations: what the whole text gives in front, which is left for later.
  ///   - end: the last segment of the part that says anything evaluative; -1 if none does.
  ///   - segmentCount: segments of the part.
  mutating func add(
    _ observations: ArraySlice<Observation>, end: Int32, segmentCount: Int, with lexicon: Lexicon
  ) {
    segmentSums.append(contentsOf: repeatElement(0, count: segmentCount))
    if end >= 0 { for evidence in present[..<presentCount] { sums[Int(evidence)].end = 0 } }
    // Spans, so that storage is checked once a text and not once an observation.
    presentCount = Scorer.add(
      observations.span, end: end, lexicon.model, to: &sums, &present, presentCount, &segmentSums)
  }

  /// Ends the adding.
  ///
  /// - Parameter words: what the words of the text add, by the number of the target.
  mutating func endText(words: SIMD8<Int32>, wordCount: Int, with lexicon: Lexicon) {
    self.words = words
    scoped = ScopedEvidence(
      cap: lexicon.parameters[.capOfEvidence],
      evaluative: sums[Evidence.positive.number].value + sums[Evidence.negative.number].value,
      wordCount: wordCount)
  }

  /// Adds to the sums and to the scores of the segments; returns how many kinds there are.
  private static func add(
    _ observations: Span<Observation>, end: Int32, _ model: Model,
    to sums: inout [EvidenceSum], _ present: inout [Int32], _ presentCount: Int,
    _ segmentSums: inout [Double]
  ) -> Int {
    var sums = sums.mutableSpan
    var present = present.mutableSpan
    var segmentSums = segmentSums.mutableSpan
    let factors = model.momentFactors.span
    var count = presentCount
    for at in observations.indices.dropFirst(ObservationCollector.wholeCount) {
      let observation = observations[at]
      let evidence = observation.evidence
      // Written always and kept if it is new: selections and no branches, here and below, for these would be guessed
      // wrong every other time.
      present[count] = Int32(truncatingIfNeeded: evidence)
      if sums[evidence].value == 0 { count &+= 1 }
      sums[evidence].value &+= Int(observation.value)
      let segment = Int(observation.segment)
      sums[evidence].end &+= observation.segment == end ? Int(observation.value) : 0
      segmentSums[segment] += (Double(observation.value) * factors[evidence]).nearestWhole
    }
    return count
  }

  /// The scores of the whole text that was read, if one of its segments is taken for the moment.
  ///
  /// - Parameters:
  ///   - observations: those of the part that the segment stands in, and what the whole text gives in front.
  ///   - peak: the segment; -1 if there is none.
  mutating func scores(
    _ observations: ArraySlice<Observation>, peak: Int32, with lexicon: Lexicon
  ) -> TargetScores {
    for observation in observations.prefix(ObservationCollector.wholeCount) {
      sums[observation.evidence].value = Int(observation.value)
    }
    Scorer.add(observations.span, peak: peak, to: &sums)
    return Scorer.scores(present, presentCount, &sums, scoped, &values, words, lexicon.model)
  }

  /// Takes the sums of the peak along, so that another one can be tried.
  private static func scores(
    _ present: [Int32], _ presentCount: Int, _ sums: inout [EvidenceSum],
    _ scoped: ScopedEvidence, _ values: inout [Double], _ words: SIMD8<Int32>, _ model: Model
  ) -> TargetScores {
    let present = present.span.extracting(0..<presentCount)
    var sums = sums.mutableSpan
    var values = values.mutableSpan
    let rows = model.rows.span
    let ranges = model.ranges.span
    var scores = TargetScores(words)
    for at in present.indices {
      let evidence = Int(present[at])
      let range = ranges[evidence]
      if !range.isEmpty {
        scoped.write(
          sums[evidence], isWhole: at < ObservationCollector.wholeCount, to: &values)
        scores.add(values, by: rows.extracting(Int(range.lowerBound)..<Int(range.upperBound)))
      }
      sums[evidence].peak = 0
    }
    return scores
  }

  private static func add(
    _ observations: Span<Observation>, peak: Int32, to sums: inout [EvidenceSum]
  ) {
    var sums = sums.mutableSpan
    for at in observations.indices.dropFirst(ObservationCollector.wholeCount) {
      let observation = observations[at]
      sums[observation.evidence].peak &+= observation.segment == peak ? Int(observation.value) : 0
    }
  }

  /// What every observation contributes to the scores of the text that was read, in the order of the text; to that of
  /// the story also what it gives the segment that is taken for the moment.
  mutating func contributions(
    _ observations: ArraySlice<Observation>, peak: Int32, end: Int32, with lexicon: Lexicon
  ) -> [Contribution] {
    let model = lexicon.model
    let rows = model.rows.span
    let scoped = scoped
    var contributions: [Contribution] = []
    var sums: [Int: EvidenceSum] = [:]
    var scores: [Int: TargetScores] = [:]
    for number in observations.indices {
      let observation = observations[number]
      let evidence = observation.evidence
      sums[evidence, default: EvidenceSum()].add(observation, peak: peak, end: end)
      var values = values.mutableSpan
      scoped.write(
        sums[evidence] ?? EvidenceSum(), isWhole: observation.segment < 0, to: &values)
      let range = model.ranges[evidence]
      var after = TargetScores()
      after.add(values, by: rows.extracting(Int(range.lowerBound)..<Int(range.upperBound)))
      let before = scores.updateValue(after, forKey: evidence) ?? TargetScores()
      for target in ModelTarget.allCases {
        var weight = after[target].plus(-before[target])
        if target == .story && observation.segment == peak {
          let factor = model.momentFactors[evidence]
          weight = weight.plus(Fixed((Double(observation.value) * factor).nearestWhole))
        }
        if weight == 0 { continue }
        contributions.append(Contribution(observation: number, target: target, weight: weight))
      }
    }
    return contributions
  }

  /// Forgets the sums of the text before.
  private mutating func reset(_ lexicon: Lexicon) {
    let count = lexicon.evidenceNames.count
    if sums.count != count {
      sums = Array(repeating: EvidenceSum(), count: count)
      present = Array(repeating: 0, count: count + 1)
      for (place, evidence) in ObservationCollector.whole.enumerated() {
        present[place] = Int32(evidence.number)
      }
    }
    for evidence in present[..<presentCount] { sums[Int(evidence)] = EvidenceSum() }
    presentCount = ObservationCollector.wholeCount
  }
}

extension Fixed {
  /// The quotient of two fixed numbers, rounded half away from zero; the divisor is positive.
  func divided(by divisor: Fixed) -> Fixed {
    let numerator = Int64(self) * 10_000
    let half = Int64(divisor) / 2
    return Fixed(held: (numerator + (numerator < 0 ? -half : half)) / Int64(divisor))
  }
}
