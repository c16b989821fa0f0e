/// All patterns, found by the tokens at which their anchors can stand.
///
/// Each pattern is tried only where its rarest place can stand; from there it is matched to the right and
/// to the left. Its places lie in one array without references, so that matching costs no reference
/// counting.
public struct PatternIndex: Sendable {
  /// A pattern to try at a token.
  private struct Candidate: Sendable {
    var pattern: Int32
    /// The place of its next rarest element; without a token for it in the sentence, it is not tried. -1: none.
    var witness: Int32
  }

  public let patterns: [Pattern]
  let elements: [PatternElement]
  private let places: PatternPlaces
  /// Patterns anchored at form `f`: `byForm[starts[f]..<starts[f + 1]]`.
  private let starts: [Int32]
  private let byForm: [Candidate]
  /// Patterns anchored at class bit `b`: `byClass[classStarts[b]..<classStarts[b + 1]]`.
  private let classStarts: [Int32]
  private let byClass: [Candidate]
  private let anchoringClasses: ClassSet

  /// - Parameters:
  ///   - witnesses: for each pattern, the element without which it need not be tried, if any.
  ///   - places: what may stand in each distinct place.
  init(
    patterns: [Pattern], witnesses: [Int?], elements unordered: [PatternElement],
    places unorderedPlaces: [PatternPlaces.Place], formCount: Int
  ) {
    self.patterns = patterns
    // Witnesses come first, so that a sentence need be searched for them alone.
    let witnessPlaces = Set(witnesses.compactMap { $0.map { Int(unordered[$0].place) } })
    let order =
      witnessPlaces.sorted() + unorderedPlaces.indices.filter { !witnessPlaces.contains($0) }
    var numbers = [Int32](repeating: 0, count: order.count)
    for (number, place) in order.enumerated() { numbers[place] = Int32(number) }
    let places = order.map { unorderedPlaces[$0] }
    let elements = unordered.map { $0.renumbered(numbers[Int($0.place)]) }
    self.elements = elements
    self.places = PatternPlaces(
      places, witnessCount: witnessPlaces.count, formCount: formCount)
    var perForm = [[Candidate]](repeating: [], count: formCount)
    var perClass = [[Candidate]](repeating: [], count: ClassSet.capacity)
    var anchoring: ClassSet = []
    for (number, pattern) in patterns.enumerated() {
      let anchor = elements[Int(pattern.anchor)]
      let candidate = Candidate(
        pattern: Int32(number), witness: witnesses[number].map { elements[$0].place } ?? -1)
      for form in places[Int(anchor.place)].forms { perForm[Int(form)].append(candidate) }
      for bit in 0..<ClassSet.capacity where anchor.classes.contains(ClassSet(bit: bit)) {
        perClass[bit].append(candidate)
      }
      anchoring.formUnion(anchor.classes)
    }
    starts = PatternIndex.starts(of: perForm)
    byForm = perForm.flatMap { $0 }
    classStarts = PatternIndex.starts(of: perClass)
    byClass = perClass.flatMap { $0 }
    anchoringClasses = anchoring
  }

  private static func starts(of lists: [[Candidate]]) -> [Int32] {
    var starts: [Int32] = [0]
    for list in lists { starts.append(starts[starts.count - 1] + Int32(list.count)) }
    return starts
  }

  /// Calls `found` for every pattern that fits in a sentence.
  ///
  /// - Parameters:
  ///   - sentence: the tokens within which a pattern must lie.
  ///   - present: storage that one call leaves to the next.
  ///   - found: takes the pattern's number and the tokens that it spans; may be called repeatedly.
  public func forEachMatch(
    in tokens: Span<Symbol>, sentence: Range<Int>, present: inout [UInt64],
    _ found: (Int, Range<Int>) -> Void
  ) {
    places.fill(&present, from: tokens, sentence)
    for token in sentence {
      let form = Int(tokens[token].form)
      for at in Int(starts[form])..<Int(starts[form + 1]) {
        attempt(byForm[at], at: token, tokens, sentence, present, found)
      }
      var bits = tokens[token].classes.intersection(anchoringClasses).rawValue
      while bits != 0 {
        let bit = bits.trailingZeroBitCount
        for at in Int(classStarts[bit])..<Int(classStarts[bit + 1]) {
          attempt(byClass[at], at: token, tokens, sentence, present, found)
        }
        bits &= bits - 1
      }
    }
  }

  @inline(__always)
  private func attempt(
    _ candidate: Candidate, at token: Int, _ tokens: Span<Symbol>, _ sentence: Range<Int>,
    _ present: [UInt64], _ found: (Int, Range<Int>) -> Void
  ) {
    let witness = candidate.witness
    if witness >= 0 && present[Int(witness) / 64] >> UInt64(witness % 64) & 1 == 0 { return }
    let number = Int(candidate.pattern)
    if let range = range(of: number, at: token, tokens, sentence) { found(number, range) }
  }

  // MARK: Matching

  private func range(
    of number: Int, at token: Int, _ tokens: Span<Symbol>, _ sentence: Range<Int>
  ) -> Range<Int>? {
    let pattern = patterns[number]
    guard let end = end(after: Int(pattern.anchor), at: token, pattern, tokens, sentence),
      let start = start(before: Int(pattern.anchor), at: token, pattern, tokens, sentence)
    else { return nil }
    // Which place is the anchor must not show in the result: from its start the pattern takes the nearest fit.
    return start..<(nearestEnd(from: start, pattern, tokens, sentence) ?? end)
  }

  /// The end of the nearest fit that begins at a token.
  private func nearestEnd(
    from start: Int, _ pattern: Pattern, _ tokens: Span<Symbol>, _ sentence: Range<Int>
  ) -> Int? {
    for place in Int(pattern.first)..<Int(pattern.end) {
      if accepts(elements[place], tokens[start]),
        let end = end(after: place, at: start, pattern, tokens, sentence)
      {
        return end
      }
      if !elements[place].isOptional { return nil }
    }
    return nil
  }

  func accepts(_ element: PatternElement, _ token: Symbol) -> Bool {
    !element.classes.isDisjoint(with: token.classes)
      || places.contains(token.form, in: element.place)
  }

  /// The end of a fit of the places after `place`, which stands at `token`.
  ///
  /// - Parameter wider: the gaps of places that were left out; they widen the next one.
  private func end(
    after place: Int, at token: Int, wider: Int = 0, _ pattern: Pattern, _ tokens: Span<Symbol>,
    _ sentence: Range<Int>
  ) -> Int? {
    let next = place + 1
    if next == Int(pattern.end) {
      let fits = !pattern.atSentenceEnd || closes(from: token + 1, tokens, sentence)
      return fits ? token + 1 : nil
    }
    let element = elements[next]
    let gap = Int(element.gap) + wider
    let last = min(token + 1 + gap, sentence.upperBound - 1)
    var at = token + 1
    while at <= last {
      if accepts(element, tokens[at]), let end = end(after: next, at: at, pattern, tokens, sentence)
      {
        return end
      }
      if tokens[at].classes.contains(.punctuation) && !element.gapCrossesPunctuation { break }
      at += 1
    }
    // A place that is left out: what follows may stand where it would have stood.
    guard element.isOptional else { return nil }
    return end(after: next, at: token, wider: gap, pattern, tokens, sentence)
  }

  /// The start of a fit of the places before `place`, which stands at `token`.
  private func start(
    before place: Int, at token: Int, _ pattern: Pattern, _ tokens: Span<Symbol>,
    _ sentence: Range<Int>
  ) -> Int? {
    var gap = 0
    let crosses = elements[place].gapCrossesPunctuation
    var place = place
    while true {
      if place == Int(pattern.first) {
        let fits = !pattern.atSentenceStart || opens(until: token, tokens, sentence)
        return fits ? token : nil
      }
      gap += Int(elements[place].gap)
      place -= 1
      let first = max(token - 1 - gap, sentence.lowerBound)
      var at = token - 1
      while at >= first {
        if accepts(elements[place], tokens[at]),
          let start = start(before: place, at: at, pattern, tokens, sentence)
        {
          return start
        }
        if tokens[at].classes.contains(.punctuation) && !crosses { break }
        at -= 1
      }
      // A place that is left out: go on with the one before it, from the same token.
      guard elements[place].isOptional else { return nil }
    }
  }

  /// Whether only punctuation or emoji stands from a token to the sentence's end.
  private func closes(
    from token: Int, _ tokens: Span<Symbol>, _ sentence: Range<Int>
  ) -> Bool {
    (token..<sentence.upperBound).allSatisfy {
      !tokens[$0].classes.isDisjoint(with: [.punctuation, .emoji])
    }
  }

  private func opens(
    until token: Int, _ tokens: Span<Symbol>, _ sentence: Range<Int>
  ) -> Bool {
    (sentence.lowerBound..<token).allSatisfy { tokens[$0].classes.contains(.punctuation) }
  }
}
