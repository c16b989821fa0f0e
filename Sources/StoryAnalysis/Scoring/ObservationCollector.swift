import Lexicon

/// Gathers the evidence of a text: markers, evaluations, word classes and the text's size.
struct ObservationCollector {
  /// Ratings below this, in hundredths, say nothing: raters differ by as much.
  private static let leastTelling: Int8 = 40

  /// How many observations are of the whole text; they come first.
  static let wholeCount = 3

  private(set) var observations: [Observation] = []
  /// The last segment that approves or disapproves; -1 if none does.
  private(set) var lastEvaluative: Int32 = -1

  /// Fills `observations`, with what the whole text gives in front.
  ///
  /// - Parameter inOrder: whether they are wanted in the order of the text. Scores do not depend on it.
  mutating func collect(
    _ symbols: [Symbol], _ tokens: [Token], _ matches: [RuleMatch],
    _ reader: borrowing EvaluationReader,
    _ segmenter: Segmenter, in text: Span<UInt8>, wordCount: Int, with lexicon: Lexicon,
    classes: AnalysisClasses, countedClasses: ClassSet, inOrder: Bool
  ) {
    observations.removeAll(keepingCapacity: true)
    addWhole(.base, Fixed.one)
    addWhole(.words, logarithm(wordCount))
    addWhole(.sentences, logarithm(segmenter.starts.count))

    for match in matches
    where reader.standing[match.start].isDisjoint(with: .unreal) {
      for at in lexicon.effects[match.rule].markers {
        let family = lexicon.markers[Int(at)]
        // A stock phrase that is denied is none.
        if family == classes.formula && reader.standing[match.start].contains(.turned) { continue }
        add(
          lexicon.evidence(ofFamily: family), Fixed.one, match.start, match.end, match.rule,
          segmenter)
      }
    }
    lastEvaluative = -1
    for evaluation in reader.evaluations { add(evaluation, segmenter) }
    for idiom in reader.idioms {
      addTelling(
        lexicon.effects[idiom.rule].norms, idiom.start, idiom.end, idiom.rule, reader, segmenter)
    }
    for at in symbols.indices {
      var counted = symbols[at].classes.intersection(countedClasses)
      if !counted.isDisjoint(with: classes.negator)
        && !reader.standing[at].isDisjoint(with: [.covered, .spent])
      {
        counted.subtract(classes.negator)
      }
      var bits = counted.rawValue
      while bits != 0 {
        let bit = bits.trailingZeroBitCount
        add(lexicon.evidence(ofClass: bit), Fixed.one, at, at + 1, nil, segmenter)
        bits &= bits - 1
      }
      if symbols[at].norms.isTelling && !reader.standing[at].contains(.told) {
        addTelling(symbols[at].norms, at, at + 1, nil, reader, segmenter)
      }
      if tokens[at].kind == .punctuation { addMark(tokens[at], at, text, segmenter) }
    }
    if inOrder { observations[Self.wholeCount...].sort { $0.order < $1.order } }
  }

  private mutating func addWhole(_ evidence: Evidence, _ value: Fixed) {
    observations.append(
      Observation(evidence: evidence.number, value: value, start: 0, end: 0, rule: nil, segment: -1)
    )
  }

  private mutating func add(
    _ evidence: Int, _ value: Fixed, _ start: Int, _ end: Int, _ rule: Int?, _ segmenter: Segmenter
  ) {
    observations.append(
      Observation(
        evidence: evidence, value: value, start: start, end: end, rule: rule,
        segment: segmenter.segment[start]))
  }

  private mutating func add(_ evaluation: Evaluation, _ segmenter: Segmenter) {
    func add(_ kind: Evidence, _ value: Fixed) {
      guard value > 0 else { return }
      self.add(kind.number, value, evaluation.start, evaluation.end, evaluation.rule, segmenter)
    }
    // Evaluations are in the order of the text.
    if evaluation.valence != 0 { lastEvaluative = segmenter.segment[evaluation.start] }
    add(.positive, evaluation.valence)
    add(.negative, -evaluation.valence)
    add(evaluation.valence < 0 ? .disgust : .delight, evaluation.delight)
    add(.breach, evaluation.breach)
  }

  private mutating func addTelling(
    _ norms: Norms, _ start: Int, _ end: Int, _ rule: Int?, _ reader: borrowing EvaluationReader,
    _ segmenter: Segmenter
  ) {
    func add(_ kind: Evidence, _ value: Int8) {
      guard value >= ObservationCollector.leastTelling else { return }
      self.add(kind.number, Fixed(value) * 100, start, end, rule, segmenter)
    }
    add(.event, norms.event)
    add(.person, norms.person)
    if reader.standing[start].contains(.turned) { return }
    add(.effort, norms.effort)
    add(.formula, norms.formula)
  }

  /// A run of marks counts by its length, up to three.
  private mutating func addMark(
    _ token: Token, _ at: Int, _ text: Span<UInt8>, _ segmenter: Segmenter
  ) {
    let kind: Evidence
    switch text[Int(token.start)] {
    case UInt8(ascii: "!"): kind = .exclamation
    case UInt8(ascii: "?"): kind = .question
    default: return
    }
    let length = min(token.end - token.start, 3)
    add(kind.number, Fixed.one * length, at, at + 1, nil, segmenter)
  }

  /// log2(1 + count) in ten-thousandths, interpolated between powers of two so that it is exact.
  private func logarithm(_ count: Int) -> Fixed {
    let value = count + 1
    let power = Int.bitWidth - 1 - value.leadingZeroBitCount
    let base = 1 << power
    return Fixed(power) * Fixed.one + Fixed((value - base) * Int(Fixed.one) / base)
  }
}

extension Evidence {
  /// Its place in `Lexicon.evidenceNames`.
  var number: Int {
    switch self {
    case .base: 0
    case .positive: 1
    case .negative: 2
    case .delight: 3
    case .disgust: 4
    case .breach: 5
    case .words: 6
    case .sentences: 7
    case .exclamation: 8
    case .question: 9
    case .event: 10
    case .person: 11
    case .effort: 12
    case .formula: 13
    }
  }
}
