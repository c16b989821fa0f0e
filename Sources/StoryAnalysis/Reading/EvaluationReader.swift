import Lexicon

/// Reads what a text says evaluatively: words and phrases, then intensity, negation and frames.
struct EvaluationReader: ~Copyable {
  /// How far to the right of an intensifier the word may stand that it makes stronger.
  static let reachOfScale = 3
  /// Capitals, accents and letters held on make a word stronger.
  private static var emphatic: ClassSet { [.caps, .elongated, .emphasised] }

  private(set) var evaluations: [Evaluation] = []
  /// The idioms that say how something is told, in the order of the text.
  private(set) var idioms: [RuleMatch] = []
  /// For each token, what its context makes of it; those of a longer text before may follow.
  private(set) var standing: [TokenStanding] = []
  private var phrases: [RuleMatch] = []
  /// What the phrases say.
  private var spoken: [Evaluation] = []
  /// For each token, the number of its clause; those of a longer text before may follow.
  private var clause: [Int32] = []
  private var tokenCount = 0
  /// What any rule that fits does.
  private var hasFrame = false
  private var hasScale = false
  private var hasNegator = false

  /// The evaluations of a text, in its order.
  mutating func read(
    _ symbols: [Symbol], _ buffer: TokenBuffer, _ matches: [RuleMatch], in text: Span<UInt8>,
    with lexicon: Lexicon, clauseBreaks: ClassSet, coordination: ClassSet, negator: ClassSet
  ) {
    evaluations.removeAll(keepingCapacity: true)
    begin(symbols.count)
    cover(symbols, matches, negator, lexicon)
    if spoken.count > 1 { spoken.sort { $0.start < $1.start } }
    if idioms.count > 1 { idioms.sort { $0.start < $1.start } }
    Self.readWords(
      symbols.span, buffer, clauseBreaks.union(.punctuation), standing, spoken,
      emphasis: lexicon.parameters[.emphasis], into: &evaluations, &clause)
    guard hasFrame || !evaluations.isEmpty else { return }
    if hasScale { scale(matches, buffer.tokens, in: text, lexicon) }
    if hasNegator { negate(symbols, matches, buffer.tokens, in: text, coordination, lexicon) }
    if hasFrame { frame(matches, buffer.tokens, lexicon) }
    turnBlamingClauses(symbols, lexicon.parameters)
    evaluations.removeAll { $0.valence == 0 && $0.delight == 0 && $0.breach == 0 }
  }

  /// Makes room for what is known of each token.
  private mutating func begin(_ tokenCount: Int) {
    self.tokenCount = tokenCount
    if clause.count < tokenCount {
      clause.append(contentsOf: repeatElement(0, count: tokenCount - clause.count))
      standing.append(contentsOf: repeatElement([], count: tokenCount - standing.count))
    }
    var standing = standing.mutableSpan
    for at in 0..<tokenCount { standing[at] = [] }
  }

  /// Takes the phrases and shields, the longer first, and marks the words that they speak for.
  private mutating func cover(
    _ symbols: [Symbol], _ matches: [RuleMatch], _ negator: ClassSet, _ lexicon: Lexicon
  ) {
    if !idioms.isEmpty { idioms.removeAll(keepingCapacity: true) }
    if !phrases.isEmpty { phrases.removeAll(keepingCapacity: true) }
    if !spoken.isEmpty { spoken.removeAll(keepingCapacity: true) }
    hasFrame = false
    hasScale = false
    hasNegator = false
    let effects = lexicon.effects
    for match in matches {
      let effects = effects[match.rule]
      hasFrame = hasFrame || effects.frame != nil
      hasScale = hasScale || effects.scale != nil
      hasNegator = hasNegator || effects.negates != nil
      if effects.speaks || effects.shields { phrases.append(match) }
    }
    if phrases.count > 1 { phrases.sort { $0.orderByLength < $1.orderByLength } }
    for at in phrases.indices
    where !(phrases[at].start..<phrases[at].end).contains(where: {
      standing[$0].contains(.covered)
    }) {
      let match = speaker(at, matches, lexicon)
      mark(.covered, match.start..<match.end)
      guard effects[match.rule].speaks else { continue }
      let norms = effects[match.rule].norms
      var phrase = Evaluation(
        start: match.start, end: match.end, rule: match.rule, norms: norms)
      let words = symbols[match.start..<match.end]
      let isDenied: Bool
      if words.allSatisfy({ $0.classes.isDisjoint(with: negator) }) {
        isDenied = false
        for word in words { phrase.raise(to: word.norms) }
      } else {
        isDenied = holdsDenial(match, matches, lexicon)
      }
      let isEmphatic = (match.start..<match.end).contains {
        !symbols[$0].classes.isDisjoint(with: Self.emphatic)
      }
      if isEmphatic { phrase.strengthen(by: lexicon.parameters[.emphasis]) }
      if isDenied && abs(phrase.valence) >= lexicon.parameters[.leastNegated] {
        phrase.negate(lexicon.parameters)
        mark(.turned, match.start..<match.end)
      }
      spoken.append(phrase)
      if norms.isTelling {
        idioms.append(match)
        mark(.told, match.start..<match.end)
      }
    }
  }

  /// A phrase by its place, unless another for the same tokens was made more for the case: this one is an idiom that a
  /// word in its gap denies, or the other says the opposite, and has no gap where this one has or is a rule and this one
  /// an idiom, as for "viel niet tegen".
  private func speaker(_ at: Int, _ matches: [RuleMatch], _ lexicon: Lexicon) -> RuleMatch {
    let match = phrases[at]
    let others = phrases[(at + 1)...].prefix { $0.start == match.start && $0.end == match.end }
    if others.isEmpty { return match }
    let effects = lexicon.effects
    if holdsDenial(match, matches, lexicon) {
      return others.first {
        effects[$0.rule].speaks && !holdsDenial($0, matches, lexicon)
      } ?? match
    }
    let valence = effects[match.rule].norms.valence.signum()
    let fit = Self.fit(match, lexicon)
    return others.first {
      effects[$0.rule].norms.valence.signum() * valence < 0 && Self.fit($0, lexicon) > fit
    } ?? match
  }

  /// How much a phrase was made for the tokens that it matches.
  private static func fit(_ match: RuleMatch, _ lexicon: Lexicon) -> Int {
    (lexicon.effects[match.rule].hasGap ? 0 : 2) + (lexicon.rules[match.rule].isIdiom ? 0 : 1)
  }

  /// Whether in the gap of an idiom stands what denies it: "ze doen nooit moeilijk".
  private func holdsDenial(
    _ match: RuleMatch, _ matches: [RuleMatch], _ lexicon: Lexicon
  ) -> Bool {
    let effects = lexicon.effects
    guard effects[match.rule].hasGap, !effects[match.rule].holdsNegator,
      lexicon.rules[match.rule].isIdiom
    else { return false }
    let first = matches.firstIndex(fromSorted: { $0.start > match.start })
    return matches[first...].prefix { $0.start < match.end }.contains {
      effects[$0.rule].negates == .both && $0.end < match.end
    }
  }

  private mutating func mark(_ mark: TokenStanding, _ tokens: Range<Int>) {
    var standing = standing.mutableSpan
    for at in tokens { standing[at].insert(mark) }
  }

  /// Takes the evaluative words for which no phrase speaks, and the phrases in their places, and numbers the clauses.
  private static func readWords(
    _ symbols: Span<Symbol>, _ buffer: TokenBuffer, _ clauseBreaks: ClassSet,
    _ standing: [TokenStanding], _ spoken: [Evaluation], emphasis: Fixed,
    into evaluations: inout [Evaluation],
    _ clause: inout [Int32]
  ) {
    var number: Int32 = 0
    var phrase = 0
    var clause = clause.mutableSpan
    for sentence in 0..<buffer.sentenceCount {
      number += 1
      for at in buffer.tokenRange(ofSentence: sentence) {
        number &+= symbols[at].classes.isDisjoint(with: clauseBreaks) ? 0 : 1
        clause[at] = number
        if standing[at].contains(.covered) {
          if phrase < spoken.count, spoken[phrase].start == at {
            evaluations.append(spoken[phrase])
            phrase += 1
          }
        } else if symbols[at].norms.isEvaluative {
          var word = Evaluation(start: at, end: at + 1, rule: nil, norms: symbols[at].norms)
          if !symbols[at].classes.isDisjoint(with: emphatic) { word.strengthen(by: emphasis) }
          evaluations.append(word)
        }
      }
    }
  }

  private mutating func scale(
    _ matches: [RuleMatch], _ tokens: [Token], in text: Span<UInt8>, _ lexicon: Lexicon
  ) {
    for match in matches {
      guard let factor = lexicon.effects[match.rule].scale, !isCoveredWholly(match) else {
        continue
      }
      if let index = firstEvaluation(
        from: match.end, within: EvaluationReader.reachOfScale, least: 0, tokens, in: text)
      {
        evaluations[index].strengthen(by: factor)
      }
    }
  }

  private mutating func negate(
    _ symbols: [Symbol], _ matches: [RuleMatch], _ tokens: [Token], in text: Span<UInt8>,
    _ coordination: ClassSet, _ lexicon: Lexicon
  ) {
    let reach = Int(lexicon.parameters[.negationReach] / Fixed.one)
    let least = lexicon.parameters[.leastNegated]
    for match in matches {
      guard let scope = lexicon.effects[match.rule].negates, !isCoveredWholly(match) else {
        continue
      }
      var target: Int?
      if scope != .left {
        // What can stand behind its word does not deny what is joined to that: "de tent lekt niet en is mooi".
        let joined =
          scope == .right
          ? nil
          : symbols[match.end...].prefix(reach).firstIndex {
            !$0.classes.isDisjoint(with: coordination)
          }
        target = firstEvaluation(
          from: match.end, within: joined.map { $0 - match.end } ?? reach, least: least, tokens,
          in: text)
      }
      // A negator right behind a connective denies what follows: "het wachten is eindeloos en niemand belt".
      let isJoined =
        match.start > 0 && !symbols[match.start - 1].classes.isDisjoint(with: coordination)
      if scope != .right && target == nil && !isJoined {
        target = lastEvaluation(before: match.start, within: reach, least: least, tokens, in: text)
      }
      if let target {
        mark(.turned, evaluations[target].start..<evaluations[target].end)
        mark(.spent, match.start..<match.end)
        evaluations[target].negate(lexicon.parameters)
      }
    }
  }

  private mutating func frame(_ matches: [RuleMatch], _ tokens: [Token], _ lexicon: Lexicon) {
    for match in matches {
      guard let frame = lexicon.effects[match.rule].frame else { continue }
      let last = match.end - 1
      if frame != .halve { markUnreal(from: match.end, after: last, frame, tokens) }
      let first = evaluations.firstIndex(fromSorted: { $0.start >= match.start })
      for index in first..<evaluations.count {
        let start = evaluations[index].start
        let isOutside =
          frame == .voidSentence
          ? tokens[start].sentence > tokens[last].sentence : clause[start] > clause[last]
        if isOutside { break }
        if frame != .halve { mark(.turned, start..<evaluations[index].end) }
        switch frame {
        case .flip: evaluations[index].strengthen(by: lexicon.parameters[.flip])
        case .void, .voidSentence: evaluations[index].strengthen(by: 0)
        case .halve: evaluations[index].strengthen(by: lexicon.parameters[.halve])
        }
      }
    }
  }

  /// Where a clause blames, its other words are no stock phrase of contentment, and faint praise among them names what is
  /// blamed: "de service was beneden peil".
  private mutating func turnBlamingClauses(_ symbols: [Symbol], _ parameters: Parameters) {
    let least = parameters[.leastNegated]
    let faint = parameters[.leastValence]
    var first = 0
    while first < evaluations.count {
      let number = clause[evaluations[first].start]
      var end = first
      while end < evaluations.count, clause[evaluations[end].start] == number { end += 1 }
      if evaluations[first..<end].contains(where: { $0.valence <= -least }) {
        var (start, stop) = (evaluations[first].start, evaluations[end - 1].start + 1)
        while start > 0, clause[start - 1] == number { start -= 1 }
        while stop < tokenCount, clause[stop] == number { stop += 1 }
        mark(.turned, start..<stop)
        for at in first..<end
        where evaluations[at].rule == nil && 1...faint ~= evaluations[at].valence
          && symbols[evaluations[at].start].norms.valence > 0
        {
          evaluations[at].valence = 0
          evaluations[at].delight = 0
        }
      }
      first = end
    }
  }

  private mutating func markUnreal(
    from start: Int, after last: Int, _ frame: Frame, _ tokens: [Token]
  ) {
    let kind: TokenStanding = frame == .voidSentence ? .unrealSentence : .unrealClause
    var at = start
    // What is marked already is so up to the same end.
    while at < tokenCount, !standing[at].contains(kind),
      frame == .voidSentence
        ? tokens[at].sentence == tokens[last].sentence : clause[at] == clause[last]
    {
      standing[at].insert(kind)
      at += 1
    }
  }

  /// Whether a phrase or shield speaks for the words of a match, so that it no longer acts.
  private func isCoveredWholly(_ match: RuleMatch) -> Bool {
    (match.start..<match.end).allSatisfy { standing[$0].contains(.covered) }
  }

  /// The first outspoken evaluation that begins in `reach` tokens from a token on, in its clause.
  private func firstEvaluation(
    from token: Int, within reach: Int, least: Fixed, _ tokens: [Token], in text: Span<UInt8>
  ) -> Int? {
    guard token < tokenCount, token > 0 else { return nil }
    var index = evaluations.firstIndex(fromSorted: { $0.start >= token })
    while index < evaluations.count, evaluations[index].start < token + reach,
      isOneClause(
        from: token - 1, to: evaluations[index].start, past: .opener, tokens, in: text)
    {
      if abs(evaluations[index].valence) >= least { return index }
      index += 1
    }
    return nil
  }

  /// The last outspoken evaluation that ends in `reach` tokens before a token, in its clause.
  private func lastEvaluation(
    before token: Int, within reach: Int, least: Fixed, _ tokens: [Token], in text: Span<UInt8>
  ) -> Int? {
    // Evaluations do not overlap, so their ends ascend as their starts do.
    var index = evaluations.firstIndex(fromSorted: { $0.end > token }) - 1
    while index >= 0, evaluations[index].end > token - reach,
      isOneClause(from: evaluations[index].start, to: token, past: .closer, tokens, in: text)
    {
      if abs(evaluations[index].valence) >= least { return index }
      index -= 1
    }
    return nil
  }

  /// Whether a clause goes on from one token to another; marks of quotation that open, or that close, do not end it: the
  /// words between them belong to it, as in: niet "goed" te noemen.
  private func isOneClause(
    from first: Int, to last: Int, past role: SentenceRole, _ tokens: [Token],
    in text: Span<UInt8>
  ) -> Bool {
    if clause[first] == clause[last] { return true }
    return (first + 1...last).allSatisfy { at in
      if clause[at] == clause[at - 1] { return true }
      let token = tokens[at]
      return token.sentence == tokens[first].sentence
        && token.shape.contains(.afterSpace) == (role == .opener)
        && text.quotation(at: Int(token.start), to: Int(token.end)) != nil
    }
  }
}

extension RuleMatch {
  /// By length, the longest first, then by start, then by rule.
  fileprivate var orderByLength: (Int, Int, Int) { (start - end, start, rule) }
}

extension Evaluation {
  init(start: Int, end: Int, rule: Int?, norms: Norms) {
    self.init(
      start: start, end: end, rule: rule, valence: Fixed(norms.valence) * 100,
      delight: Fixed(norms.delight) * 100, breach: Fixed(norms.breach) * 100)
  }

  /// Makes a phrase as strong as a word in it that points the same way: a rule for “knap werk” and “schitterend werk”
  /// has one value, the words have two.
  mutating func raise(to norms: Norms) {
    let word = Evaluation(start: start, end: end, rule: nil, norms: norms)
    guard (word.valence > 0) == (valence > 0), word.valence != 0, valence != 0 else { return }
    if abs(word.valence) > abs(valence) { valence = word.valence }
    delight = max(delight, word.delight)
  }

  /// Multiplies valence and delight; a negative factor turns the word round, without delight.
  mutating func strengthen(by factor: Fixed) {
    valence = valence.times(factor)
    if factor < 0 { delight = 0 } else { delight = delight.times(factor) }
    if factor == 0 { breach = 0 }
  }

  /// Not good is bad, not bad is a little good: a negated word keeps no delight of its own.
  ///
  /// Source of the asymmetry: readers of Dutch reviews take "niet goed" for "slecht", "niet slecht"
  /// for less than "goed".
  mutating func negate(_ parameters: Parameters) {
    valence = valence.times(
      parameters[valence > 0 ? .negationOfPositive : .negationOfNegative])
    delight = 0
    if valence > 0 { breach = 0 }
  }
}
