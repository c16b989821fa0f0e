extension PatternIndex {
  /// Where a pattern fits in a sentence if its anchor stands at a token.
  func range(of pattern: Pattern, at token: Int, _ sentence: Span<Symbol>) -> Range<Int>? {
    if pattern.isRow { return row(pattern, at: token, sentence) }
    guard let end = end(after: pattern.anchor, at: token, pattern, sentence),
      let start = start(before: pattern.anchor, at: token, pattern, sentence)
    else { return nil }
    // Which place is the anchor must not show in the result: from its start the pattern takes the nearest fit.
    return pattern.startFixesAnchor
      ? start..<end : start..<(nearestEnd(from: start, pattern, sentence) ?? end)
  }

  /// The fit of a pattern whose places stand right behind one another.
  private func row(
    _ pattern: Pattern, at token: Int, _ sentence: Span<Symbol>
  ) -> Range<Int>? {
    let start = token - (pattern.anchor - pattern.first)
    let end = start + (pattern.end - pattern.first)
    guard start >= 0, end <= sentence.count else { return nil }
    for at in start..<end where at != token {
      if !accepts(elements[pattern.first + at - start], sentence[at]) { return nil }
    }
    if pattern.atSentenceStart && !opens(until: start, sentence) { return nil }
    if pattern.atSentenceEnd && !closes(from: end, sentence) { return nil }
    return start..<end
  }

  /// The end of the nearest fit that begins at a token.
  private func nearestEnd(
    from start: Int, _ pattern: Pattern, _ sentence: Span<Symbol>
  ) -> Int? {
    for place in pattern.first..<pattern.end {
      if accepts(elements[place], sentence[start]),
        let end = end(after: place, at: start, pattern, sentence)
      {
        return end
      }
      if !elements[place].isOptional { return nil }
    }
    return nil
  }

  func accepts(_ element: PatternElement, _ token: Symbol) -> Bool {
    (element.mayHold(token.form)
      && (element.hasOneForm || places.contains(token.form, in: element.place)))
      || (element.classes != 0
        && !classSets[Int(element.classes)].isDisjoint(with: token.classes))
  }

  /// The end of a fit of the places after `place`, which stands at `token`.
  ///
  /// - Parameter wider: the gaps of places that were left out; they widen the next one.
  private func end(
    after place: Int, at token: Int, wider: Int = 0, _ pattern: Pattern, _ sentence: Span<Symbol>
  ) -> Int? {
    let next = place + 1
    if next == pattern.end {
      let fits = !pattern.atSentenceEnd || closes(from: token + 1, sentence)
      return fits ? token + 1 : nil
    }
    let element = elements[next]
    let isLast = next + 1 == pattern.end && !pattern.atSentenceEnd
    let gap = Int(element.gap) + wider
    let last = min(token + 1 + gap, sentence.count - 1)
    var at = token + 1
    while at <= last {
      if accepts(element, sentence[at]) {
        if isLast { return at + 1 }
        if let end = end(after: next, at: at, pattern, sentence) { return end }
      }
      if sentence[at].classes.contains(.punctuation) && !element.gapCrossesPunctuation { break }
      at += 1
    }
    // A place that is left out: what follows may stand where it would have stood.
    guard element.isOptional else { return nil }
    return end(after: next, at: token, wider: gap, pattern, sentence)
  }

  /// The start of a fit of the places before `place`, which stands at `token`.
  private func start(
    before place: Int, at token: Int, _ pattern: Pattern, _ sentence: Span<Symbol>
  ) -> Int? {
    var gap = 0
    let crosses = elements[place].gapCrossesPunctuation
    var place = place
    while true {
      if place == pattern.first {
        let fits = !pattern.atSentenceStart || opens(until: token, sentence)
        return fits ? token : nil
      }
      gap += Int(elements[place].gap)
      place -= 1
      let first = max(token - 1 - gap, 0)
      var at = token - 1
      while at >= first {
        if accepts(elements[place], sentence[at]),
          let start = start(before: place, at: at, pattern, sentence)
        {
          return start
        }
        if sentence[at].classes.contains(.punctuation) && !crosses { break }
        at -= 1
      }
      // A place that is left out: go on with the one before it, from the same token.
      guard elements[place].isOptional else { return nil }
    }
  }

  /// Whether only punctuation or emoji stands from a token to the sentence's end.
  private func closes(from token: Int, _ sentence: Span<Symbol>) -> Bool {
    (token..<sentence.count).allSatisfy {
      !sentence[$0].classes.isDisjoint(with: [.punctuation, .emoji])
    }
  }

  private func opens(until token: Int, _ sentence: Span<Symbol>) -> Bool {
    (0..<token).allSatisfy { sentence[$0].classes.contains(.punctuation) }
  }
}
