import Lexicon

/// Finds the rules that fit in a text.
struct RuleMatcher: ~Copyable {
  /// Sorted by start, then by the longer match, then by rule.
  private(set) var matches: [RuleMatch] = []
  private var search = PatternSearch()
  /// For each rule, what was last seen of it.
  private var last: [Sighting] = []
  /// Tokens of all calls before. Places are counted on from call to call, so that what was seen in another text is out of
  /// reach and need not be wiped.
  private var before = 0

  private struct Sighting {
    /// Where its last kept match ends.
    var end = 0
    /// The furthest that an exception reaches of those that begin before.
    var exceptionEnd = 0
    /// How far from the end of the text the next exception begins.
    var exceptionStart = 0
  }

  /// Finds the matches in all sentences.
  ///
  /// - Parameters:
  ///   - sentences: where each begins.
  ///   - ignoringExceptions: whether `unless` patterns are left out, as the check of their
  ///     examples needs.
  mutating func match(
    _ symbols: [Symbol], sentences: [Int32], with lexicon: Lexicon,
    ignoringExceptions: Bool = false
  ) {
    matches.removeAll(keepingCapacity: true)
    lexicon.patterns.findMatches(
      in: symbols.span, sentences: sentences.span, with: &search, into: &matches)
    if last.count < lexicon.rules.count {
      last = Array(repeating: Sighting(), count: lexicon.rules.count)
    }
    if ignoringExceptions { matches.removeAll { $0.isException } }
    removeRepeats(tokenCount: symbols.count, lexicon)
    before += symbols.count
  }

  /// Drops the matches that overlap an exception of their rule, the exceptions, and of matches of one rule that
  /// overlap all but the first.
  private mutating func removeRepeats(tokenCount: Int, _ lexicon: Lexicon) {
    let effects = lexicon.effects
    let kept = RuleMatcher.removeRepeats(
      &matches, &last, before, before + tokenCount, effects.span)
    matches.removeLast(matches.count - kept)
  }

  /// - Returns: how many of the matches are kept, which then lie in front.
  private static func removeRepeats(
    _ matches: inout [RuleMatch], _ last: inout [Sighting], _ before: Int, _ end: Int,
    _ effects: Span<RuleEffects>
  ) -> Int {
    var matches = matches.mutableSpan
    var last = last.mutableSpan
    var first = matches.count
    for at in matches.indices.reversed() {
      let match = matches[at]
      if match.isException {
        last[match.rule].exceptionStart = end &- match.start
      } else if last[match.rule].exceptionStart > end &- match.end {
        continue
      }
      first &-= 1
      matches[first] = match
    }
    var kept = 0
    for at in first..<matches.count {
      let match = matches[at]
      let (start, end) = (before &+ match.start, before &+ match.end)
      let sighting = last[match.rule]
      if match.isException {
        last[match.rule].exceptionEnd = max(sighting.exceptionEnd, end)
      } else if max(sighting.exceptionEnd, sighting.end) <= start {
        last[match.rule].end = end
        matches[kept] = match
        kept &+= 1
        // What reads the matches asks for these.
        effects.prefetch(match.rule)
      }
    }
    return kept
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
