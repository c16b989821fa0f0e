import Lexicon

/// Adds up the weights of the observations, target by target.
///
/// All sums are over whole ten-thousandths, so they do not depend on any order, and the contributions
/// that are shown are the very terms of the score.
struct Scorer {
  private var spent: [Fixed] = []
  private var seen: [Bool] = []
  private var segmentScores: [Fixed] = []

  /// The score of every segment as a moment, by the weights of `moment`.
  mutating func momentScores(
    _ observations: [Observation], segmentCount: Int, with lexicon: Lexicon
  ) -> [Fixed] {
    segmentScores.removeAll(keepingCapacity: true)
    segmentScores.append(contentsOf: repeatElement(0, count: segmentCount))
    for observation in observations where observation.segment >= 0 {
      for term in lexicon.model.termsByEvidence[observation.evidence] where term.target == .moment {
        segmentScores[Int(observation.segment)] += observation.value.times(term.weight)
      }
    }
    return segmentScores
  }

  /// Calls `add` with every contribution to the targets of the whole text.
  ///
  /// - Parameters:
  ///   - peak: the segment taken for the moment; -1 if there is none.
  ///   - wordCount: words in the text.
  mutating func score(
    _ observations: [Observation], peak: Int32, wordCount: Int, with lexicon: Lexicon,
    _ add: (Contribution) -> Void
  ) {
    let cap = lexicon.parameters[.capOfEvidence]
    spent.removeAll(keepingCapacity: true)
    spent.append(contentsOf: repeatElement(0, count: lexicon.evidenceNames.count))
    seen.removeAll(keepingCapacity: true)
    seen.append(contentsOf: repeatElement(false, count: lexicon.evidenceNames.count))
    let positive = Evidence.positive.number
    let negative = Evidence.negative.number
    var total = Fixed.one
    var end: Int32 = -1
    for observation in observations
    where observation.evidence == positive || observation.evidence == negative {
      total += observation.value
      end = max(end, observation.segment)
    }
    for (number, observation) in observations.enumerated() {
      let evidence = observation.evidence
      let capped = min(observation.value, cap - spent[evidence])
      let isFirst = !seen[evidence]
      spent[evidence] += capped
      seen[evidence] = true
      for term in lexicon.model.termsByEvidence[evidence] where term.target != .moment {
        let value: Fixed
        switch term.scope {
        case .all: value = observation.segment < 0 ? observation.value : capped
        case .any: value = isFirst ? Fixed.one : 0
        case .peak: value = observation.segment == peak ? observation.value : 0
        case .end: value = observation.segment == end ? observation.value : 0
        case .share: value = observation.value.divided(by: total)
        case .rate: value = observation.value.divided(by: Fixed(min(wordCount, 20_000) + 10) * 1_000)
        }
        if value != 0 {
          add(
            Contribution(
              observation: number, target: term.target, weight: value.times(term.weight)))
        }
      }
    }
  }
}

extension Fixed {
  /// The quotient of two fixed numbers, rounded half away from zero; the divisor is positive.
  func divided(by divisor: Fixed) -> Fixed {
    let numerator = Int64(self) * 10_000
    let half = Int64(divisor) / 2
    return Fixed((numerator + (numerator < 0 ? -half : half)) / Int64(divisor))
  }
}
