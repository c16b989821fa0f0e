import Lexicon

/// Finds the rules that fit in a text.
struct RuleMatcher {
  /// Sorted by start, then by the longer match, then by rule.
  private(set) var matches: [RuleMatch] = []
  private var exceptions: [RuleMatch] = []
  private var present: [UInt64] = []

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
    if !ignoringExceptions && !exceptions.isEmpty { removeExceptions() }
    matches.sort {
      ($0.start, -$0.end, $0.rule) < ($1.start, -$1.end, $1.rule)
    }
    removeRepeats()
  }

  private mutating func matchSentence(
    _ symbols: Span<Symbol>, _ sentence: Range<Int>, _ index: PatternIndex
  ) {
    index.forEachMatch(in: symbols, sentence: sentence, present: &present) { number, range in
      let pattern = index.patterns[number]
      let match = RuleMatch(
        rule: Int(pattern.rule), start: range.lowerBound, end: range.upperBound)
      if pattern.isException { exceptions.append(match) } else { matches.append(match) }
    }
  }

  private mutating func removeExceptions() {
    let exceptions = exceptions
    matches.removeAll { match in
      exceptions.contains {
        $0.rule == match.rule && $0.start < match.end && match.start < $0.end
      }
    }
  }

  /// Keeps of the matches of one rule that overlap only the first.
  private mutating func removeRepeats() {
    var kept = 0
    for match in matches {
      var repeats = false
      var before = kept - 1
      // A rule's match seldom spans more than a few others; twenty back is enough for any pattern.
      while before >= 0 && before >= kept - 40 {
        if matches[before].rule == match.rule && matches[before].end > match.start {
          repeats = true
          break
        }
        before -= 1
      }
      if !repeats {
        matches[kept] = match
        kept += 1
      }
    }
    matches.removeLast(matches.count - kept)
  }
}
