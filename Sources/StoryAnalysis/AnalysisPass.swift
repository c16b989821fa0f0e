import Lexicon

/// The steps of an analysis in their order, with buffers that each text reuses.
struct AnalysisPass {
  private let analyzer: Analyzer
  private var buffer = TokenBuffer()
  private var symbolReader = SymbolReader()
  private var symbols: [Symbol] = []
  private var matcher = RuleMatcher()
  private var evaluationReader = EvaluationReader()
  private var segmenter = Segmenter()
  private var collector = ObservationCollector()
  private var scorer = Scorer()
  private var drivers = DriverSummary()
  /// The flags of the text, in `Lexicon.flagNames`.
  private var flagNumbers: [Int] = []

  init(_ analyzer: Analyzer) { self.analyzer = analyzer }

  private var lexicon: Lexicon { analyzer.lexicon }

  mutating func analyze(
    _ text: Span<UInt8>, titleLength: Int, detail: AnalysisDetail
  ) -> Analysis {
    let lexicon = analyzer.lexicon
    analyzer.tokenizer.tokenize(text, breakAt: titleLength > 0 ? titleLength : nil, into: &buffer)
    let tokens = buffer.tokens
    symbolReader.read(tokens, in: text, with: lexicon, into: &symbols)
    matcher.match(symbols, sentences: buffer.sentenceStarts, with: lexicon)
    evaluationReader.read(
      symbols, buffer, matcher.matches, with: lexicon,
      clauseBreaks: analyzer.classes.clauseBreak, coordination: analyzer.classes.coordination)
    segmenter.cut(
      symbols, buffer, clauseWords: Int(lexicon.parameters[.clauseWords] / Fixed.one),
      clauseBreaks: analyzer.classes.clauseBreak)
    let counts = WordCounts(symbols.span, analyzer.classes)
    let counted = detail.contains(.evidence) ? ClassSet.all : analyzer.classes.counted
    collector.collect(
      symbols, tokens, matcher.matches, evaluationReader, segmenter, in: text,
      wordCount: counts.words, with: lexicon, classes: analyzer.classes,
      countedClasses: counted, inOrder: !detail.isEmpty)
    return verdict(text, tokens, counts, detail)
  }

  private mutating func verdict(
    _ text: Span<UInt8>, _ tokens: [Token], _ counts: WordCounts, _ detail: AnalysisDetail
  ) -> Analysis {
    scorer.read(
      collector.observations, end: collector.lastEvaluative, segmentCount: segmenter.starts.count,
      wordCount: counts.words, with: lexicon)
    let peak = scorer.bestSegment
    let scores = scorer.scores(collector.observations, peak: Int32(peak ?? -1), with: lexicon)
    let probabilities = LabelProbabilities(scores)
    let storyProbability = Link.logistic(scores[.story])
    let story = storyProbability >= Fixed.one / 2 && peak != nil
    let memorability = Link.logistic(scores[.memorability], top: 3)
    let label = probabilities.mostLikely
    let valence = overallValence(probabilities, label)
    drivers.read(matcher.matches, segmenter, with: lexicon)

    var moments: [Moment] = []
    if story, let peak {
      for range in momentRanges(scorer.segmentScores, peak: peak) {
        let isFirst = range.contains(peak)
        let grade =
          isFirst
          ? memorability
          : min(
            memorability,
            Link.logistic(
              scorer.scores(
                collector.observations, peak: Int32(range.lowerBound), with: lexicon)[
                  .memorability],
              top: 3))
        moments.append(
          moment(range, text, tokens, valence: valence, memorability: grade))
      }
      moments.sort { ($1.memorability, $0.start) < ($0.memorability, $1.start) }
    }
    let language = LanguageGuess(counts, symbols.span, analyzer.classes)
    let basis = basis(tokens, counts.words, language, text, story: story)
    return Analysis(
      label: label, probabilities: probabilities, valence: valence, story: story,
      storyProbability: storyProbability, memorability: memorability, basis: basis,
      language: language.code,
      drivers: drivers.drivers(preferring: story ? peak : nil),
      flags: flags(), moments: moments,
      reasons: detail.contains(.reasons) ? reasons(peak: peak, text, tokens) : [],
      evidence: detail.contains(.evidence) ? evidence(tokens) : [], wordCount: counts.words)
  }

  // MARK: Scores

  /// The mean of the labels' valences, on the side of the verdict: plain satisfaction is above 0.
  private func overallValence(_ probabilities: LabelProbabilities, _ label: Label) -> Fixed {
    let sum =
      probabilities.neutralSatisfied.times(lexicon.parameters[.valenceOfNeutral])
      + probabilities.enthusiastic.times(lexicon.parameters[.valenceOfEnthusiastic])
      + probabilities.dissatisfied.times(lexicon.parameters[.valenceOfDissatisfied])
    return label == .dissatisfied
      ? max(-Fixed.one, min(-1, sum)) : min(Fixed.one, max(1, sum))
  }

  // MARK: Moments

  /// Ranges of segments that serve as moments: the peak first, with the neighbour that tells as much, then
  /// what stands further away and comes near it.
  private func momentRanges(_ scores: [Fixed], peak: Int) -> [Range<Int>] {
    let top = max(scores[peak], 1)
    let joins = top.times(lexicon.parameters[.joinMoments])
    var first = peak..<(peak + 1)
    let before = peak > 0 ? scores[peak - 1] : Fixed.min
    let after = peak + 1 < scores.count ? scores[peak + 1] : Fixed.min
    if max(before, after) >= joins {
      first = after >= before ? peak..<(peak + 2) : (peak - 1)..<(peak + 1)
    }
    var ranges = [first]
    let further = top.times(lexicon.parameters[.furtherMoments])
    let others = scores.indices.filter {
      scores[$0] >= further && ($0 < first.lowerBound - 1 || $0 > first.upperBound)
    }.sorted { (scores[$1], $0) < (scores[$0], $1) }
    for other in others where ranges.count < 3 {
      if !ranges.contains(where: { $0.lowerBound - 1 <= other && other <= $0.upperBound }) {
        ranges.append(other..<(other + 1))
      }
    }
    return ranges
  }

  private mutating func moment(
    _ segments: Range<Int>, _ text: Span<UInt8>, _ tokens: [Token], valence: Fixed,
    memorability: Fixed
  ) -> Moment {
    let first = segmenter.tokens(of: segments.lowerBound)
    let last = segmenter.tokens(of: segments.upperBound - 1)
    let range = first.lowerBound..<last.upperBound
    let start = Int(tokens[range.lowerBound].start)
    let end = Int(tokens[range.upperBound - 1].end)
    let startUTF16 = text.utf16Length(of: 0..<start)
    return Moment(
      start: start, end: end, startUTF16: startUTF16,
      endUTF16: startUTF16 + text.utf16Length(of: start..<end),
      text: text.extracting(start..<end).string,
      valence: momentValence(range, else: valence), memorability: memorability,
      drivers: drivers.drivers(in: segments))
  }

  /// The balance of what is said inside; of the whole text where nothing is.
  private func momentValence(_ range: Range<Int>, else whole: Fixed) -> Fixed {
    var balance: Fixed = 0
    var total: Fixed = Fixed.one / 2
    for evaluation in evaluationReader.evaluations where range.contains(evaluation.start) {
      balance = balance.plus(evaluation.valence)
      total = total.plus(abs(evaluation.valence))
    }
    return balance == 0 ? whole : balance.divided(by: total)
  }

  // MARK: What else is said

  /// The flags of the rules that fit, by name.
  private mutating func flags() -> [String] {
    let effects = lexicon.effects
    if !flagNumbers.isEmpty { flagNumbers.removeAll(keepingCapacity: true) }
    for match in matcher.matches {
      for at in effects[match.rule].flags {
        let number = lexicon.flags[Int(at)]
        if !flagNumbers.contains(number) { flagNumbers.append(number) }
      }
    }
    if flagNumbers.count > 1 { flagNumbers.sort() }
    return flagNumbers.map { lexicon.flagNames[$0] }
  }

  private func basis(
    _ tokens: [Token], _ wordCount: Int, _ language: LanguageGuess, _ text: Span<UInt8>, story: Bool
  ) -> Basis {
    if tokens.isEmpty { return .noExperience }
    if language.isForeign { return .otherLanguage }
    let saysNothing = evaluationReader.evaluations.isEmpty && !story
    if saysNothing {
      let denies = analyzer.classes.noExperience.map { family in
        matcher.matches.contains { lexicon.rules[$0.rule].markers.contains(family) }
      }
      if denies == true || asksOnly(tokens, text) { return .noExperience }
    }
    let minimum = Int(lexicon.parameters[.minimumWords] / Fixed.one)
    return wordCount < minimum && !story ? .tooShort : .experience
  }

  /// Whether every sentence ends in a question mark.
  private func asksOnly(_ tokens: [Token], _ text: Span<UInt8>) -> Bool {
    for number in 0..<buffer.sentenceCount {
      let range = buffer.tokenRange(ofSentence: number)
      let last = tokens[range.upperBound - 1]
      guard last.kind == .punctuation, text[Int(last.end) - 1] == UInt8(ascii: "?") else {
        return false
      }
    }
    return true
  }

  // MARK: Explanation

  private mutating func reasons(
    peak: Int?, _ text: Span<UInt8>, _ tokens: [Token]
  ) -> [Reason] {
    let contributions = scorer.contributions(
      collector.observations, peak: Int32(peak ?? -1), end: collector.lastEvaluative, with: lexicon)
    let units = text.utf16Offsets(of: tokens)
    return contributions.map { contribution in
      let observation = collector.observations[contribution.observation]
      var span: Range<Int>?
      if observation.end > observation.start {
        span = Int(tokens[observation.start].start)..<Int(tokens[observation.end - 1].end)
      }
      let spanUTF16 =
        span == nil ? nil : units[observation.start].start..<units[observation.end - 1].end
      let name = lexicon.evidenceNames[observation.evidence]
      return Reason(
        target: contribution.target, span: span, spanUTF16: spanUTF16,
        rule: observation.rule.map { lexicon.rules[$0].name + "/" + name } ?? name,
        weight: contribution.weight)
    }
  }

  private func evidence(_ tokens: [Token]) -> [EvidenceItem] {
    collector.observations.map { observation in
      var span = 0..<0
      if observation.segment >= 0 {
        let range = segmenter.tokens(of: Int(observation.segment))
        span = Int(tokens[range.lowerBound].start)..<Int(tokens[range.upperBound - 1].end)
      }
      return EvidenceItem(
        kind: lexicon.evidenceNames[observation.evidence], value: observation.value,
        segment: Int(observation.segment), segmentSpan: span)
    }
  }
}
