extension PatternIndex {
  /// Finds every pattern that fits in a sentence.
  ///
  /// - Parameters:
  ///   - sentences: where each begins; a pattern must lie within one.
  ///   - search: room to work in, which calls may share.
  ///   - matches: gets what is found behind what it holds, by start, then the longer first, then by rule; the same
  ///     may be found repeatedly.
  public func findMatches(
    in tokens: Span<Symbol>, sentences: Span<Int32>, with search: inout PatternSearch,
    into matches: inout [RuleMatch]
  ) {
    var first = 0
    while first < sentences.count {
      let start = Int(sentences[first])
      var next = first + 1
      while next < sentences.count && Int(sentences[next]) - start < PatternSearch.tokensAtOnce {
        next += 1
      }
      let end = next < sentences.count ? Int(sentences[next]) : tokens.count
      search.begin(
        sentences, first..<next, start..<end,
        mostAtOnce: PatternSearch.candidatesAtOnce + pairs.mostMembers)
      findMatches(in: tokens.extracting(start..<end), &search)
      search.putMatches(into: &matches, startingAt: start)
      first = next
    }
  }

  private func findMatches(in tokens: Span<Symbol>, _ search: inout PatternSearch) {
    findRows(tokens, &search.rows)
    let (anchors, seen) = survey(
      tokens, search.rows, &search.marks, &search.anchors, &search.seen)
    let anchorCount = surveySeen(
      tokens, search.seen, seen, &search.marks, &search.anchors, anchors)
    MarkReach.spread(&search.marks, tokens: tokens.count)
    let pairCount = findPairs(tokens, search.bounds, &search.sentences, &search.pairs)
    var pair = 0
    var anchor = 0
    var place = 0
    while pair < pairCount || anchor < anchorCount {
      var count = collectPairs(
        &pair, search.pairs, pairCount, tokens, search.sentences, search.marks, &search.members,
        &search.attempts)
      count = collect(
        &anchor, &place, search.anchors, anchorCount, search.marks, &search.attempts, count)
      search.makeRoomForMatches()
      search.matchCount = attempt(
        &search.attempts, count, tokens, search.sentences, search.bounds, &search.matches,
        search.matchCount)
    }
  }

  /// Finds the row of each token, and has it fetched, as what is asked of its pair with the one before.
  private func findRows(_ tokens: Span<Symbol>, _ rows: inout [Int32]) {
    var numbers = rows.mutableSpan
    let (rows, rowNumbers) = (self.rows.span, rowNumbers.span)
    var before: Int32 = 0
    for token in tokens.indices {
      let form = tokens[token].form
      let number = rowNumbers[Int(form)]
      numbers[token] = number
      rows.prefetch(Int(number))
      pairs.prefetchLikelihood(before, form)
      before = form
    }
  }

  /// Notes what each token can be by its form, and at which ones patterns may be anchored.
  ///
  /// - Returns: how many there are in `anchors`, and how many in `seen`, about which more is to be noted.
  private func survey(
    _ tokens: Span<Symbol>, _ numbers: [Int32], _ marks: inout [SIMD2<UInt64>],
    _ anchors: inout [PatternSearch.Anchor], _ seen: inout [Int32]
  ) -> (anchors: Int, seen: Int) {
    // Storage is checked once, not for each token.
    var marks = marks.mutableSpan
    var anchors = anchors.mutableSpan
    var seen = seen.mutableSpan
    let (rows, numbers, lists) = (rows.span, numbers.span, lists.span)
    var (count, seenCount) = (0, 0)
    for token in tokens.indices {
      let row = rows[Int(numbers[token])]
      marks[MarkReach.place(of: token)] = row.marks
      // Written always and counted if it is wanted: a branch would be guessed wrong every other time.
      anchors[count] = PatternIndex.anchor(row, at: token)
      count &+= row.count != 0 ? 1 : 0
      lists.prefetch(Int(row.list))
      seen[seenCount] = Int32(truncatingIfNeeded: token)
      seenCount &+= seenClasses(tokens[token]) != 0 ? 1 : 0
    }
    return (count, seenCount)
  }

  /// Notes the same by the classes that are seen in some tokens.
  ///
  /// - Returns: how many there are now in `anchors`, with room behind them.
  private func surveySeen(
    _ tokens: Span<Symbol>, _ seenTokens: [Int32], _ seenCount: Int,
    _ marks: inout [SIMD2<UInt64>], _ anchors: inout [PatternSearch.Anchor], _ anchorCount: Int
  ) -> Int {
    let room = anchorCount + seenCount * seen.count + 1
    if anchors.count < room {
      anchors += repeatElement(PatternSearch.Anchor(), count: room - anchors.count)
    }
    var marks = marks.mutableSpan
    var anchors = anchors.mutableSpan
    var count = anchorCount
    for at in 0..<seenCount {
      let token = Int(seenTokens[at])
      var bits = seenClasses(tokens[token])
      while bits != 0 {
        let row = seen[bits.trailingZeroBitCount]
        marks[MarkReach.place(of: token)] |= row.marks
        anchors[count] = PatternIndex.anchor(row, at: token)
        count += row.count != 0 ? 1 : 0
        bits &= bits - 1
      }
    }
    return count
  }

  @inline(__always)
  private static func anchor(_ row: Row, at token: Int) -> PatternSearch.Anchor {
    PatternSearch.Anchor(
      token: Int32(truncatingIfNeeded: token), list: row.list, count: row.count)
  }

  @inline(__always)
  private func seenClasses(_ token: Symbol) -> UInt64 {
    UInt64(truncatingIfNeeded: token.classes.rawValue) & seenBits
  }

  /// Notes the tokens that may be a pair with the one before, and the sentence of each token.
  ///
  /// - Returns: how many there are in `pairs`.
  private func findPairs(
    _ tokens: Span<Symbol>, _ bounds: [Int32], _ sentences: inout [Int32],
    _ pairs: inout [Int32]
  ) -> Int {
    var sentences = sentences.mutableSpan
    var pairs = pairs.mutableSpan
    var count = 0
    var before: Int32 = 0
    for sentence in 0..<(bounds.count - 1) {
      for token in Int(bounds[sentence])..<Int(bounds[sentence + 1]) {
        sentences[token] = Int32(truncatingIfNeeded: sentence)
        let form = tokens[token].form
        pairs[count] = Int32(truncatingIfNeeded: token)
        count &+= self.pairs.likelihood(before, form)
        before = form
      }
    }
    for at in 0..<count {
      let second = Int(pairs[at])
      if second > 0 { self.pairs.prefetch(tokens[second - 1].form, tokens[second].form) }
    }
    return count
  }

  /// Gathers the patterns that pairs may belong to, from the pair `next` on, as many as there is room for.
  ///
  /// - Returns: how many there are in `attempts`.
  private func collectPairs(
    _ next: inout Int, _ pairs: [Int32], _ pairCount: Int, _ tokens: Span<Symbol>,
    _ sentences: [Int32], _ marks: [SIMD2<UInt64>], _ members: inout [UInt64],
    _ attempts: inout [PatternCandidate.Attempt]
  ) -> Int {
    let (marks, candidates) = (marks.span, candidates.span)
    var members = members.mutableSpan
    var memberCount = 0
    while next < pairCount && memberCount < PatternSearch.candidatesAtOnce {
      let second = Int(pairs[next])
      next += 1
      // The word before may end another sentence.
      guard second > 0, sentences[second - 1] == sentences[second] else { continue }
      self.pairs.forEach(tokens[second - 1].form, tokens[second].form) {
        members[memberCount] =
          UInt64(truncatingIfNeeded: $0) &<< 32 | UInt64(truncatingIfNeeded: second)
        memberCount &+= 1
        candidates.prefetch($0)
      }
    }
    var attempts = attempts.mutableSpan
    var count = 0
    for at in 0..<memberCount {
      let member = members[at]
      let candidate = candidates[Int(truncatingIfNeeded: member &>> 32)]
      let second = Int(truncatingIfNeeded: member & 0xFFFF_FFFF)
      let token = second &- 1 &+ candidate.anchorInPair
      attempts[count] = candidate.attempt(at: token)
      count &+= candidate.likelihood(at: token, marks)
    }
    return count
  }

  /// Gathers the patterns to try at the anchors, from `place` in the list of the anchor `next` on, behind those before,
  /// as many as there is room for.
  ///
  /// - Returns: how many there are in `attempts`.
  private func collect(
    _ next: inout Int, _ place: inout Int, _ anchors: [PatternSearch.Anchor],
    _ anchorCount: Int, _ marks: [SIMD2<UInt64>], _ attempts: inout [PatternCandidate.Attempt],
    _ before: Int
  ) -> Int {
    let (anchors, marks, lists) = (anchors.span, marks.span, lists.span)
    var attempts = attempts.mutableSpan
    var count = before
    var (at, done) = (next, place)
    // One loop over all lists: where each of them ends could not be guessed. What is read next depends on nothing that
    // was read from the lists, so that it need not wait for these.
    while at < anchorCount && count < PatternSearch.candidatesAtOnce {
      let anchor = anchors[at]
      let token = Int(anchor.token)
      let candidate = lists[Int(anchor.list) &+ done]
      attempts[count] = candidate.attempt(at: token)
      count &+= candidate.likelihood(at: token, marks)
      done &+= 1
      let isLast = done == Int(anchor.count)
      at &+= isLast ? 1 : 0
      done = isLast ? 0 : done
    }
    (next, place) = (at, done)
    return count
  }

  /// Takes the matches of which nothing more need be seen, and tries the other patterns.
  ///
  /// - Returns: how many there are now in `matches`.
  private func attempt(
    _ attempts: inout [PatternCandidate.Attempt], _ attemptCount: Int, _ tokens: Span<Symbol>,
    _ sentences: [Int32], _ bounds: [Int32], _ matches: inout [RuleMatch], _ before: Int
  ) -> Int {
    var attempts = attempts.mutableSpan
    var matches = matches.mutableSpan
    var count = before
    var openCount = 0
    for at in 0..<attemptCount {
      let attempt = attempts[at]
      attempts[openCount] = attempt
      matches[count] = RuleMatch(attempt.what, start: attempt.token, length: attempt.knownLength)
      // 1 for both known lengths.
      let isKnown = (attempt.knownLength &+ 1) &>> 1
      count &+= isKnown
      openCount &+= 1 &- isKnown
      patterns.span.prefetch(Int(attempt.what))
    }
    for at in 0..<openCount {
      let anchor = patterns[Int(attempts[at].what)].anchor
      elements.span.prefetch(anchor - 1)
      elements.span.prefetch(anchor + 1)
    }
    for at in 0..<openCount {
      let token = attempts[at].token
      let pattern = patterns[Int(attempts[at].what)]
      let sentence = Int(sentences[token])
      let start = Int(bounds[sentence])
      let range = range(
        of: pattern, at: token - start, tokens.extracting(start..<Int(bounds[sentence + 1])))
      if let range {
        matches[count] = RuleMatch(
          RuleMatch.what(pattern), start: start + range.lowerBound, length: range.count)
        count += 1
      }
    }
    return count
  }
}
