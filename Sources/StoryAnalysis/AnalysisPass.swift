import Lexicon

/// The steps of an analysis in their order, with buffers that each block of texts reuses.
///
/// Each step goes through all texts of a block before the next begins: its instructions then stay in the processor's
/// first cache, where those of all steps together have no room.
///
/// Its methods are mutating, also where they change nothing: a borrow of so large a value would copy it.
struct AnalysisPass: ~Copyable {
  private let analyzer: Analyzer
  /// Bytes of a long text that are read at once.
  private let partLength: Int
  private var parts: [TextPart] = []
  /// The text whose verdict is sought, or the part of it at hand.
  private var part = TextPart(AnalyzedText(range: 0..<0), tokens: 0..<0, sentences: 0..<0)
  /// Where each part of a long text begins, and the last ends; empty of a text that is at hand whole.
  private var cursors: [TextCursor] = []
  private var totals = TextTotals()
  private var buffer = TokenBuffer()
  private var symbolReader = SymbolReader()
  private var symbols: [Symbol] = []
  private var matcher = RuleMatcher()
  private var evaluationReader = EvaluationReader()
  private var segmenter = Segmenter()
  private var collector = ObservationCollector()
  private var wordSum = WordSum()
  private var scorer = Scorer()
  private var drivers = DriverSummary()
  /// The flags of the text, in `Lexicon.flagNames`.
  private var flagNumbers: [Int] = []

  /// - Parameter partLength: texts of more bytes are read part by part.
  init(_ analyzer: Analyzer, partLength: Int) {
    self.analyzer = analyzer
    self.partLength = partLength
  }

  private var lexicon: Lexicon { analyzer.lexicon }

  /// Appends the analyses of a block of texts, in their order.
  mutating func analyze(
    _ texts: ArraySlice<AnalyzedText>, in bytes: Span<UInt8>, detail: AnalysisDetail,
    into analyses: inout [Analysis]
  ) {
    // What explains a verdict is asked of all of the text.
    if texts.count == 1, detail.isEmpty, let text = texts.first, text.range.count > partLength {
      analyses.append(verdict(ofLong: text, in: bytes))
      return
    }
    read(texts, in: bytes)
    divide()
    for part in parts {
      self.part = part
      beginText()
      addPart(of: bytes, detail)
      analyses.append(verdict(bytes, detail))
    }
  }

  /// Reads a text part by part, and again those parts where its moments stand.
  private mutating func verdict(ofLong text: AnalyzedText, in bytes: Span<UInt8>) -> Analysis {
    var cursor = TextCursor(text)
    cursors = [cursor]
    beginText()
    repeat {
      readPart(of: text, from: &cursor, upTo: cursor.start + partLength, in: bytes)
      addPart(of: bytes, [])
      cursors.append(cursor)
    } while !part.isLast
    defer { cursors.removeAll() }
    return verdict(bytes, [])
  }

  /// Makes the sentences of a long text that begin before an offset the part at hand.
  private mutating func readPart(
    of text: AnalyzedText, from cursor: inout TextCursor, upTo limit: Int, in bytes: Span<UInt8>
  ) {
    let goesOn = analyzer.tokenizer.readPart(
      of: bytes, text.range, &cursor.reading, upTo: limit, into: &buffer)
    parts.removeAll(keepingCapacity: true)
    parts.append(
      TextPart(text, tokens: 0..<buffer.tokens.count, sentences: 0..<buffer.sentenceCount))
    readTokens(in: bytes)
    divide()
    part = parts[0]
    part.segmentsBefore = cursor.segments
    part.isLast = !goesOn
    cursor.segments += part.segments.count
  }

  /// Makes sure that some segments of the text are at hand.
  private mutating func hold(_ segments: Range<Int>, in bytes: Span<UInt8>) {
    if cursors.isEmpty || part.segmentsOfText.contains(segments) { return }
    let first = cursors.firstIndex(fromSorted: { $0.segments > segments.lowerBound }) - 1
    let end = cursors.firstIndex(fromSorted: { $0.segments >= segments.upperBound })
    var cursor = cursors[first]
    let limit = end < cursors.count - 1 ? cursors[end].start : .max
    readPart(of: part.text, from: &cursor, upTo: limit, in: bytes)
    collect(in: bytes, [])
  }

  /// Reads the texts as one stream of tokens.
  private mutating func read(_ texts: ArraySlice<AnalyzedText>, in bytes: Span<UInt8>) {
    buffer.removeAll()
    parts.removeAll(keepingCapacity: true)
    for text in texts {
      let (token, sentence) = (buffer.tokens.count, buffer.sentenceCount)
      analyzer.tokenizer.append(
        bytes, text.range, breakAt: text.titleLength > 0 ? text.titleLength : nil, to: &buffer)
      parts.append(
        TextPart(
          text, tokens: token..<buffer.tokens.count, sentences: sentence..<buffer.sentenceCount))
    }
    readTokens(in: bytes)
  }

  /// Reads what the tokens say.
  private mutating func readTokens(in bytes: Span<UInt8>) {
    let lexicon = analyzer.lexicon
    symbolReader.read(buffer.tokens, in: bytes, with: lexicon, into: &symbols)
    matcher.match(symbols, sentences: buffer.sentenceStarts, with: lexicon)
    evaluationReader.read(
      symbols, buffer, matcher.matches, in: bytes, with: lexicon,
      clauseBreaks: analyzer.classes.clauseBreak, coordination: analyzer.classes.coordination,
      negator: analyzer.classes.negator)
    segmenter.cut(
      symbols, buffer, clauseWords: Int(lexicon.parameters[.clauseWords] / Fixed.one),
      clauseBreaks: analyzer.classes.clauseBreak, coordination: analyzer.classes.coordination)
  }

  /// Gives each text its part of what was read, all of which is in the order of the tokens.
  private mutating func divide() {
    var (segment, match, evaluation, idiom) = (0, 0, 0, 0)
    let (matches, starts) = (matcher.matches, segmenter.starts)
    let (evaluations, idioms) = (evaluationReader.evaluations, evaluationReader.idioms)
    for at in parts.indices {
      let end = parts[at].tokens.upperBound
      parts[at].segments = Self.run(from: &segment, of: starts.count) { starts[$0] < end }
      parts[at].matches = Self.run(from: &match, of: matches.count) { matches[$0].start < end }
      parts[at].evaluations = Self.run(from: &evaluation, of: evaluations.count) {
        evaluations[$0].start < end
      }
      parts[at].idioms = Self.run(from: &idiom, of: idioms.count) { idioms[$0].start < end }
    }
  }

  /// The indices from `next` on at which a test holds; `next` then stands behind them.
  @inline(__always)
  private static func run(
    from next: inout Int, of count: Int, while holds: (Int) -> Bool
  ) -> Range<Int> {
    let start = next
    while next < count, holds(next) { next += 1 }
    return start..<next
  }

  // MARK: Part by part

  private mutating func beginText() {
    totals = TextTotals()
    wordSum.beginText(lexicon.words)
    scorer.beginText(lexicon)
    drivers.beginText()
    if !flagNumbers.isEmpty { flagNumbers.removeAll(keepingCapacity: true) }
  }

  /// Adds what the part at hand gives.
  private mutating func addPart(of text: Span<UInt8>, _ detail: AnalysisDetail) {
    totals.add(part, symbols[part.tokens], analyzer.classes, isWhole: cursors.isEmpty)
    collect(in: text, detail)
    let weights = lexicon.words
    totals.words &+= wordSum.sum(symbols[part.tokens], weights)
    scorer.add(
      collector.observations, end: collector.lastEvaluative, segmentCount: part.segments.count,
      with: lexicon)
    drivers.addPart()
    noteFlags(part.matches)
    // Only of a text that says nothing is it asked why.
    if !totals.saysNothing { return }
    if deniesExperience() { totals.deniesExperience = true }
    if !asksOnly(text) { totals.asksOnly = false }
  }

  /// Collects the evidence and the drivers of the part at hand.
  private mutating func collect(in text: Span<UInt8>, _ detail: AnalysisDetail) {
    drivers.read(part, matcher.matches, segmenter, with: lexicon)
    let counted = detail.contains(.evidence) ? ClassSet.all : analyzer.classes.counted
    collector.collect(
      part, symbols, buffer.tokens, matcher.matches, evaluationReader, segmenter, in: text,
      wordCount: totals.counts.words, segmentCount: totals.segmentCount, with: lexicon,
      classes: analyzer.classes, countedClasses: counted, inOrder: !detail.isEmpty)
  }

  // MARK: Verdict

  private mutating func verdict(_ text: Span<UInt8>, _ detail: AnalysisDetail) -> Analysis {
    let counts = totals.counts
    scorer.endText(words: totals.words, wordCount: counts.words, with: lexicon)
    let peak = scorer.bestSegment
    if let peak { hold(peak..<peak + 1, in: text) }
    let scores = scorer.scores(collector.observations, peak: Int32(peak ?? -1), with: lexicon)
    let probabilities = LabelProbabilities(scores)
    let storyScore = scores[.story].plus(scorer.segmentsTogether)
    let storyProbability = Link.logistic(storyScore)
    let story = storyProbability >= Fixed.one / 2 && peak != nil
    let memorabilityScore = Link.memorability(story: storyScore, grade: scores[.memorability])
    let memorability = Link.logistic(memorabilityScore, top: 3)
    let label = probabilities.mostLikely
    let valence = overallValence(probabilities, label)
    let flags = flagNumbers.map { lexicon.flagNames[$0] }
    let named = drivers.drivers(preferring: story ? peak : nil)

    var moments: [Moment] = []
    if story, let peak {
      for range in momentRanges(peak: peak, in: text) {
        hold(range, in: text)
        var own = memorability
        if !range.contains(peak) {
          let grade = scorer.scores(
            collector.observations, peak: Int32(range.lowerBound), with: lexicon)[.memorability]
          own = min(
            own, Link.logistic(Link.memorability(story: storyScore, grade: grade), top: 3))
        }
        moments.append(moment(range, text, valence: valence, memorability: own))
      }
      moments.sort { ($1.memorability, $0.start) < ($0.memorability, $1.start) }
    }
    let language = LanguageGuess(counts, foreign: totals.foreignWords, analyzer.classes)
    return Analysis(
      label: label, probabilities: probabilities, valence: valence, story: story,
      storyProbability: storyProbability, memorability: memorability,
      basis: basis(language, story: story),
      language: language.code,
      drivers: named,
      flags: flags, moments: moments,
      reasons: detail.contains(.reasons)
        ? reasons(part, peak: peak, text)
          + wholeReasons(
            peak: peak, gradeToMemorability: memorabilityScore.plus(-scores[.memorability]))
        : [],
      evidence: detail.contains(.evidence) ? evidence(part) : [],
      sentences: detail.contains(.sentences) ? sentences(part) : [], wordCount: counts.words)
  }

  // MARK: Scores

  /// The mean of the labels' valences, on the side of the verdict: plain satisfaction is above 0.
  private mutating func overallValence(_ probabilities: LabelProbabilities, _ label: Label) -> Fixed
  {
    let sum =
      probabilities.neutralSatisfied.times(lexicon.parameters[.valenceOfNeutral])
      + probabilities.enthusiastic.times(lexicon.parameters[.valenceOfEnthusiastic])
      + probabilities.dissatisfied.times(lexicon.parameters[.valenceOfDissatisfied])
    return label == .dissatisfied
      ? max(-Fixed.one, min(-1, sum)) : min(Fixed.one, max(1, sum))
  }

  // MARK: Moments

  /// Ranges of segments that serve as moments: the peak first, as far as it is quoted, then what stands further away
  /// and comes near it.
  private mutating func momentRanges(peak: Int, in text: Span<UInt8>) -> [Range<Int>] {
    let run = MomentRun(
      peak: peak, segments: scorer.segments, pairs: lexicon.parameters[.pairMoments].asDouble)
    hold(run.neighbourhood, in: text)
    let before = Int(part.firstSegment)
    let first = run.best {
      scorer.score(ofSegment: $0)
    } length: {
      buffer.bytes(of: segmenter.tokens(of: before + $0, through: before + $0)).count
    }
    var ranges = [first]
    let further = scorer.score(ofSegment: peak).plus(-lexicon.parameters[.furtherMoments])
    while ranges.count < 3, let other = bestSegment(awayFrom: ranges, least: further) {
      ranges.append(other..<(other + 1))
    }
    return ranges
  }

  /// The segment with the highest score, the first of equal ones, that does not touch any of some ranges.
  private mutating func bestSegment(awayFrom ranges: [Range<Int>], least: Fixed) -> Int? {
    var best: (segment: Int, score: Fixed)?
    for segment in scorer.segments {
      let score = scorer.score(ofSegment: segment)
      if score < least || score <= best?.score ?? Fixed.min { continue }
      if !ranges.contains(where: { $0.lowerBound - 1 <= segment && segment <= $0.upperBound }) {
        best = (segment, score)
      }
    }
    return best?.segment
  }

  private mutating func moment(
    _ segments: Range<Int>, _ text: Span<UInt8>, valence: Fixed, memorability: Fixed
  ) -> Moment {
    let first = Int(part.firstSegment)
    let range = segmenter.tokens(
      of: first + segments.lowerBound, through: first + segments.upperBound - 1)
    let bytes = buffer.bytes(of: withoutOpening(range, text))
    let origin = part.text.range.lowerBound
    let startUTF16 = text.utf16Length(of: origin..<bytes.lowerBound)
    return Moment(
      start: bytes.lowerBound - origin, end: bytes.upperBound - origin, startUTF16: startUTF16,
      endUTF16: startUTF16 + text.utf16Length(of: bytes),
      text: text.extracting(bytes).string,
      valence: momentValence(range, else: valence), memorability: memorability,
      drivers: drivers.drivers(in: segments))
  }

  /// Without brackets at its end that open what follows; that of a face is its mouth.
  private mutating func withoutOpening(_ tokens: Range<Int>, _ text: Span<UInt8>) -> Range<Int> {
    var end = tokens.upperBound
    while end > tokens.lowerBound + 1, buffer.tokens[end - 1].kind == .punctuation,
      [0x28, 0x5B, 0x7B].contains(text[Int(buffer.tokens[end - 1].start)])
    {
      end -= 1
    }
    return tokens.lowerBound..<end
  }

  /// The balance of what is said inside; of the whole text where nothing is.
  private mutating func momentValence(_ range: Range<Int>, else whole: Fixed) -> Fixed {
    var balance: Fixed = 0
    var total: Fixed = Fixed.one / 2
    for evaluation in evaluationReader.evaluations[part.evaluations]
    where range.contains(evaluation.start) {
      balance = balance.plus(evaluation.valence)
      total = total.plus(abs(evaluation.valence))
    }
    return balance == 0 ? whole : balance.divided(by: total)
  }

  // MARK: What else is said

  /// Notes the flags of the rules that fit.
  private mutating func noteFlags(_ matches: Range<Int>) {
    let effects = lexicon.effects
    for match in matcher.matches[matches] {
      for at in effects[match.rule].flags {
        let number = lexicon.flags[Int(at)]
        if !flagNumbers.contains(number) { flagNumbers.append(number) }
      }
    }
    if flagNumbers.count > 1 { flagNumbers.sort() }
  }

  /// Each sentence with the matches and evaluations that begin in it; all are in the order of the tokens.
  private mutating func sentences(_ part: TextPart) -> [SentenceReading] {
    let origin = part.text.range.lowerBound
    let (matches, evaluations) = (matcher.matches, evaluationReader.evaluations)
    var (match, evaluation) = (part.matches.lowerBound, part.evaluations.lowerBound)
    return part.sentences.map { number in
      let tokens = buffer.tokenRange(ofSentence: number)
      let bytes = buffer.bytes(of: tokens)
      let hits = Self.run(from: &match, of: part.matches.upperBound) {
        matches[$0].start < tokens.upperBound
      }
      let said = Self.run(from: &evaluation, of: part.evaluations.upperBound) {
        evaluations[$0].start < tokens.upperBound
      }
      flagNumbers.removeAll(keepingCapacity: true)
      noteFlags(hits)
      return SentenceReading(
        span: bytes.lowerBound - origin..<bytes.upperBound - origin,
        balance: evaluations[said].reduce(0) { $0.plus($1.valence) },
        flags: flagNumbers.map { lexicon.flagNames[$0] },
        drivers: Driver.allCases.filter { driver in
          matches[hits].contains { lexicon.effects[$0.rule].drivers & 1 << driver.rawValue != 0 }
        })
    }
  }

  private mutating func basis(_ language: LanguageGuess, story: Bool) -> Basis {
    if totals.segmentCount == 0 { return .noExperience }
    if language.isForeign { return .otherLanguage }
    if totals.saysNothing && !story && (totals.deniesExperience || totals.asksOnly) {
      return .noExperience
    }
    let minimum = Int(lexicon.parameters[.minimumWords] / Fixed.one)
    return totals.counts.words < minimum && !story ? .tooShort : .experience
  }

  /// Whether a rule that fits says that no experience is told.
  private mutating func deniesExperience() -> Bool {
    guard let family = analyzer.classes.noExperience else { return false }
    return matcher.matches[part.matches].contains {
      lexicon.effects[$0.rule].markers.contains { lexicon.markers[Int($0)] == family }
    }
  }

  /// Whether every sentence ends in a question mark.
  private mutating func asksOnly(_ text: Span<UInt8>) -> Bool {
    for number in part.sentences {
      let range = buffer.tokenRange(ofSentence: number)
      let last = buffer.tokens[range.upperBound - 1]
      guard last.kind == .punctuation, text[Int(last.end) - 1] == UInt8(ascii: "?") else {
        return false
      }
    }
    return true
  }

  // MARK: Explanation

  private mutating func reasons(
    _ part: TextPart, peak: Int?, _ text: Span<UInt8>
  ) -> [Reason] {
    let contributions = scorer.contributions(
      collector.observations, peak: Int32(peak ?? -1), end: collector.lastEvaluative, with: lexicon)
    let (first, origin) = (part.tokens.lowerBound, part.text.range.lowerBound)
    let units = text.utf16Offsets(of: buffer.tokens[part.tokens], from: origin)
    let observed = contributions.map { contribution in
      let observation = collector.observations[contribution.observation]
      var span: Range<Int>?
      if observation.end > observation.start {
        let bytes = buffer.bytes(of: observation.start..<observation.end)
        span = bytes.lowerBound - origin..<bytes.upperBound - origin
      }
      let spanUTF16 =
        span == nil
        ? nil : units[observation.start - first].start..<units[observation.end - 1 - first].end
      let name = lexicon.evidenceNames[observation.evidence]
      return Reason(
        target: contribution.target, span: span, spanUTF16: spanUTF16,
        rule: observation.rule.map { lexicon.name(of: lexicon.rules[$0]) + "/" + name } ?? name,
        weight: contribution.weight)
    }
    return observed + wordReasons(part, units: units)
  }

  /// What makes the scores of story and memorability whole: that another segment may be the moment, and that a grade
  /// counts only as far as a story is told.
  private mutating func wholeReasons(peak: Int?, gradeToMemorability: Fixed) -> [Reason] {
    let best = peak.map { scorer.score(ofSegment: $0) } ?? 0
    let terms: [(ModelTarget, Evidence, Fixed)] = [
      (.story, .otherSegments, scorer.segmentsTogether.plus(-best)),
      (.memorability, .story, gradeToMemorability),
    ]
    return terms.filter { $0.2 != 0 }.map { target, rule, weight in
      Reason(target: target, span: nil, spanUTF16: nil, rule: rule.rawValue, weight: weight)
    }
  }

  /// What each word with weights adds, at its first place.
  private mutating func wordReasons(_ part: TextPart, units: [(start: Int, end: Int)])
    -> [Reason]
  {
    let (first, origin) = (part.tokens.lowerBound, part.text.range.lowerBound)
    let weights = lexicon.words
    let places = wordSum.places(symbols[part.tokens], weights)
    var reasons: [Reason] = []
    for place in places {
      let symbol = symbols[first + place]
      let bytes = buffer.bytes(of: first + place..<first + place + 1)
      let name = lexicon.evidenceName(ofWord: symbol.form)
      let row = weights.rows[Int(symbol.word)]
      for target in WordWeights.targets where row[Int(target.rawValue)] != 0 {
        reasons.append(
          Reason(
            target: target, span: bytes.lowerBound - origin..<bytes.upperBound - origin,
            spanUTF16: units[place].start..<units[place].end, rule: name,
            weight: row[Int(target.rawValue)]))
      }
    }
    return reasons
  }

  private mutating func evidence(_ part: TextPart) -> [EvidenceItem] {
    let weights = lexicon.words
    let places = wordSum.places(symbols[part.tokens], weights)
    var items: [EvidenceItem] = []
    for observation in collector.observations {
      items.append(
        evidence(
          lexicon.evidenceNames[observation.evidence], observation.value,
          in: Int(observation.segment), of: part))
    }
    for place in places {
      let token = part.tokens.lowerBound + place
      items.append(
        evidence(
          lexicon.evidenceName(ofWord: symbols[token].form), Fixed.one,
          in: Int(segmenter.segment[token] - part.firstSegment), of: part))
    }
    return items
  }

  /// - Parameter segment: counted from the text's first; -1 for what the whole text gives.
  private mutating func evidence(
    _ kind: String, _ value: Fixed, in segment: Int, of part: TextPart
  ) -> EvidenceItem {
    var span = 0..<0
    if segment >= 0 {
      let number = part.segments.lowerBound + segment
      let bytes = buffer.bytes(of: segmenter.tokens(of: number, through: number))
      let origin = part.text.range.lowerBound
      span = bytes.lowerBound - origin..<bytes.upperBound - origin
    }
    return EvidenceItem(kind: kind, value: value, segment: segment, segmentSpan: span)
  }
}
