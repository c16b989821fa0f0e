import Lexicon

/// Gathers the evidence of a text: markers, evaluations, word classes and the text's size.
struct ObservationCollector: ~Copyable {
  /// Ratings below this, in hundredths, say nothing: raters differ by as much.
  private static let leastTelling: Int8 = 40

  /// What the whole text gives: its observations come first.
  static let whole: [Evidence] = [.base, .words, .sentences]
  /// How many those are.
  static let wholeCount = 3

  /// The last segment that approves or disapproves; -1 if none does.
  private(set) var lastEvaluative: Int32 = -1
  /// Room for the observations of a text, which lie in front.
  private var places: [Observation] = []
  private var count = 0

  var observations: ArraySlice<Observation> { places[..<count] }

  /// Fills `observations` with those of a part of a text, and what the whole text gives in front.
  ///
  /// - Parameters:
  ///   - wordCount: words of the whole text.
  ///   - segmentCount: segments of the whole text.
  ///   - inOrder: whether they are wanted in the order of the text. Scores do not depend on it.
  mutating func collect(
    _ part: TextPart, _ symbols: [Symbol], _ tokens: [Token], _ matches: [RuleMatch],
    _ reader: borrowing EvaluationReader, _ segmenter: borrowing Segmenter, in text: Span<UInt8>,
    wordCount: Int, segmentCount: Int, with lexicon: Lexicon, classes: AnalysisClasses,
    countedClasses: ClassSet,
    inOrder: Bool
  ) {
    lastEvaluative =
      reader.evaluations[part.evaluations].last { $0.valence != 0 }.map {
        segmenter.segment[$0.start] - part.firstSegment
      } ?? -1
    // How many there are shows only as they are written: where room is short they are written again.
    repeat {
      if count > places.count {
        let empty = Observation(evidence: .base, value: 0)
        places.append(contentsOf: repeatElement(empty, count: 2 * count - places.count))
      }
      var written = 0
      var places = places.mutableSpan
      places.put(Observation(evidence: .base, value: Fixed.one), &written)
      places.put(Observation(evidence: .words, value: Self.logarithm(wordCount)), &written)
      places.put(
        Observation(evidence: .sentences, value: Self.logarithm(segmentCount)), &written)
      Self.addSegments(part, tokens.span, segmenter, to: &places, &written)
      Self.addPhrases(
        part, matches, reader, segmenter, lexicon, formula: classes.formula, to: &places, &written)
      Self.addWords(
        part, symbols.span, tokens.span, text, reader, segmenter, counted: countedClasses,
        negator: classes.negator, firstClass: lexicon.evidence(ofClass: 0), to: &places, &written)
      count = written
    } while count > places.count
    if inOrder { places[Self.wholeCount..<count].sort { $0.order < $1.order } }
  }

  /// Adds where each segment stands and how long it is.
  private static func addSegments(
    _ part: TextPart, _ tokens: Span<Token>, _ segmenter: borrowing Segmenter,
    to places: inout MutableSpan<Observation>, _ count: inout Int
  ) {
    let text = part.text
    let bodyStart = text.titleLength > 0 ? text.range.lowerBound + text.titleLength : 0
    for number in part.segments {
      let range = segmenter.tokens(of: number, through: number)
      // No tokens of its own: that a segment is long is no reason to point at all of it.
      let place = Observation(
        evidence: 0, value: 0, start: range.lowerBound, end: range.lowerBound, rule: nil,
        segment: Int32(truncatingIfNeeded: number) - part.firstSegment)
      places.put(place.with(.length, logarithm(range.count)), &count)
      if place.segment == 0 { places.put(place.with(.opening, Fixed.one), &count) }
      if part.isLast && number == part.segments.upperBound - 1 {
        places.put(place.with(.closing, Fixed.one), &count)
      }
      if Int(tokens[range.lowerBound].start) < bodyStart {
        places.put(place.with(.heading, Fixed.one), &count)
      }
    }
  }

  /// Adds the markers of the rules that fit, the evaluations and the idioms.
  private static func addPhrases(
    _ part: TextPart, _ matches: [RuleMatch], _ reader: borrowing EvaluationReader,
    _ segmenter: borrowing Segmenter,
    _ lexicon: Lexicon, formula: Int?, to places: inout MutableSpan<Observation>,
    _ count: inout Int
  ) {
    let standing = reader.standing
    let segment = segmenter.segment
    let effects = lexicon.effects
    let markers = lexicon.markers
    for match in matches[part.matches]
    where standing[match.start].isDisjoint(with: .unreal) {
      for at in effects[match.rule].markers {
        let family = markers[Int(at)]
        // A stock phrase that is denied is none.
        if family == formula && standing[match.start].contains(.turned) { continue }
        places.put(
          Observation(
            evidence: lexicon.evidence(ofFamily: family), value: Fixed.one, start: match.start,
            end: match.end, rule: match.rule, segment: segment[match.start] - part.firstSegment),
          &count)
      }
    }
    for evaluation in reader.evaluations[part.evaluations] {
      let place = Observation(
        evidence: 0, value: 0, start: evaluation.start, end: evaluation.end, rule: evaluation.rule,
        segment: segment[evaluation.start] - part.firstSegment)
      let valence = evaluation.valence
      if valence != 0 {
        places.put(place.with(valence < 0 ? .negative : .positive, abs(valence)), &count)
      }
      if evaluation.delight > 0 {
        places.put(place.with(valence < 0 ? .disgust : .delight, evaluation.delight), &count)
      }
      if evaluation.breach > 0 { places.put(place.with(.breach, evaluation.breach), &count) }
    }
    for idiom in reader.idioms[part.idioms] {
      let place = Observation(
        evidence: 0, value: 0, start: idiom.start, end: idiom.end, rule: idiom.rule,
        segment: segment[idiom.start] - part.firstSegment)
      addTelling(
        effects[idiom.rule].norms, place, isTurned: standing[idiom.start].contains(.turned),
        to: &places, &count)
    }
  }

  /// Adds what each token gives by itself.
  private static func addWords(
    _ part: TextPart, _ symbols: Span<Symbol>, _ tokens: Span<Token>, _ text: Span<UInt8>,
    _ reader: borrowing EvaluationReader, _ segmenter: borrowing Segmenter, counted: ClassSet,
    negator: ClassSet, firstClass: Int, to places: inout MutableSpan<Observation>,
    _ count: inout Int
  ) {
    let noted = counted.union(.punctuation)
    for at in part.tokens {
      let symbol = symbols[at]
      // Most tokens give nothing.
      if symbol.classes.isDisjoint(with: noted) && !symbol.norms.isTelling { continue }
      let standing = reader.standing[at]
      let place = Observation(
        evidence: 0, value: 0, start: at, end: at + 1, rule: nil,
        segment: segmenter.segment[at] - part.firstSegment)
      var classes = symbol.classes.intersection(counted)
      if !classes.isEmpty {
        if !standing.isDisjoint(with: [.covered, .spent]) { classes.subtract(negator) }
        classes.forEachBit { places.put(place.with(firstClass &+ $0, Fixed.one), &count) }
      }
      if symbol.norms.isTelling && !standing.contains(.told) {
        addTelling(
          symbol.norms, place, isTurned: standing.contains(.turned), to: &places, &count)
      }
      if symbol.classes.contains(.punctuation) {
        addMark(tokens[at], text, place, to: &places, &count)
      }
    }
  }

  @inline(__always)
  private static func addTelling(
    _ norms: Norms, _ place: Observation, isTurned: Bool,
    to places: inout MutableSpan<Observation>, _ count: inout Int
  ) {
    let least = Self.leastTelling
    if norms.event >= least { places.put(place.with(.event, Fixed(norms.event) * 100), &count) }
    if norms.person >= least { places.put(place.with(.person, Fixed(norms.person) * 100), &count) }
    if isTurned { return }
    if norms.effort >= least { places.put(place.with(.effort, Fixed(norms.effort) * 100), &count) }
    if norms.formula >= least {
      places.put(place.with(.formula, Fixed(norms.formula) * 100), &count)
    }
  }

  /// A run of marks counts by its length, up to three.
  @inline(__always)
  private static func addMark(
    _ token: Token, _ text: Span<UInt8>, _ place: Observation,
    to places: inout MutableSpan<Observation>, _ count: inout Int
  ) {
    let value = Fixed.one * min(token.end - token.start, 3)
    switch text[Int(token.start)] {
    case UInt8(ascii: "!"): places.put(place.with(.exclamation, value), &count)
    case UInt8(ascii: "?"): places.put(place.with(.question, value), &count)
    default: break
    }
  }

  /// log2(1 + count) in ten-thousandths, interpolated between powers of two so that it is exact.
  private static func logarithm(_ count: Int) -> Fixed {
    let value = count + 1
    let power = Int.bitWidth - 1 - value.leadingZeroBitCount
    let base = 1 << power
    return Fixed(power) * Fixed.one + Fixed(((value - base) * Int(Fixed.one)) >> power)
  }
}

extension MutableSpan<Observation> {
  /// Writes an observation behind those before it, as far as there is room, and counts it.
  @inline(__always)
  fileprivate mutating func put(_ observation: Observation, _ place: inout Int) {
    if place < count { self[place] = observation }
    place &+= 1
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
    case .length: 14
    case .opening: 15
    case .closing: 16
    case .heading: 17
    case .otherSegments: 18
    case .story: 19
    }
  }
}
