import Lexicon

/// Finds the rules that fit in a text.
struct RuleMatcher: ~Copyable {
  /// Sorted by start, then by the longer match, then by rule.
  private(set) var matches: [RuleMatch] = []
  private var exceptions: [RuleMatch] = []
  private var search = PatternSearch()
  /// For each rule, where its last kept match ends; 0 between texts.
  private var ends: [Int] = []
  /// For each rule, whether it has an exception in the text; false between texts.
  private var isExcepted: [Bool] = []

  /// Finds the matches in all sentences.
  ///
  /// - Parameter ignoringExceptions: whether `unless` patterns are left out, as the check of their
  ///   examples needs.
  mutating func match(
    _ symbols: [Symbol], _ tokens: [Token], with lexicon: Lexicon,
    ignoringExceptions: Bool = false
  ) {
    matches.removeAll(keepingCapacity: true)
    exceptions.removeAll(keepingCapacity: true)
    var start = 0
    while start < symbols.count {
      var end = start + 1
      while end < symbols.count && tokens[end].sentence == tokens[start].sentence { end += 1 }
      matchSentence(symbols.span, start..<end, lexicon.patterns)
      start = end
    }
    if !ignoringExceptions && !exceptions.isEmpty {
      removeExceptions(ruleCount: lexicon.rules.count)
    }
    matches.sort { $0.order < $1.order }
    removeRepeats(ruleCount: lexicon.rules.count)
  }

  private mutating func matchSentence(
    _ symbols: Span<Symbol>, _ sentence: Range<Int>, _ index: PatternIndex
  ) {
    index.forEachMatch(in: symbols, sentence: sentence, with: &search) { number, range in
      let pattern = index.patterns[number]
      let match = RuleMatch(
        rule: Int(pattern.rule), start: range.lowerBound, end: range.upperBound)
      if pattern.isException { exceptions.append(match) } else { matches.append(match) }
    }
  }

  /// Drops the matches that overlap an exception of their rule.
  private mutating func removeExceptions(ruleCount: Int) {
    if isExcepted.count < ruleCount { isExcepted = Array(repeating: false, count: ruleCount) }
    for exception in exceptions { isExcepted[exception.rule] = true }
    // Few rules have both in one text.
    if matches.contains(where: { isExcepted[$0.rule] }) { removeExcepted() }
    for exception in exceptions { isExcepted[exception.rule] = false }
  }

  private mutating func removeExcepted() {
    exceptions.sort { ($0.rule, $0.start) < ($1.rule, $1.start) }
    // From here on an exception's end is the furthest of its rule so far.
    for at in exceptions.indices.dropFirst() where exceptions[at].rule == exceptions[at - 1].rule {
      exceptions[at].end = max(exceptions[at].end, exceptions[at - 1].end)
    }
    let (exceptions, isExcepted) = (exceptions, isExcepted)
    matches.removeAll { match in
      guard isExcepted[match.rule] else { return false }
      let later = exceptions.firstIndex(fromSorted: {
        ($0.rule, $0.start) >= (match.rule, match.end)
      })
      guard later > 0 else { return false }
      return exceptions[later - 1].rule == match.rule && exceptions[later - 1].end > match.start
    }
  }

  /// Keeps of the matches of one rule that overlap only the first.
  private mutating func removeRepeats(ruleCount: Int) {
    if ends.count < ruleCount { ends = Array(repeating: 0, count: ruleCount) }
    var kept = 0
    for at in matches.indices where ends[matches[at].rule] <= matches[at].start {
      ends[matches[at].rule] = matches[at].end
      matches[kept] = matches[at]
      kept += 1
    }
    matches.removeLast(matches.count - kept)
    for match in matches { ends[match.rule] = 0 }
  }
}

extension Array {
  /// The first index at which a test holds that holds for all later ones too; `count` if none.
  func firstIndex(fromSorted holds: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
