/// All patterns, found by the tokens at which their anchors can stand.
///
/// Each pattern is tried only where its rarest place can stand, and only in sentences that hold a token for its
/// next rarest place, its witness; from there it is matched to the right and to the left. Its places lie in one
/// array without references, so that matching costs no reference counting.
public struct PatternIndex: Sendable {
  /// A pattern to try at a token.
  private struct Candidate: Sendable {
    var pattern: Int32
    /// The bit of its witness in the mask of a sentence; `alwaysBit` if it has none.
    var witness: Int32
    /// The bits of the forms that may stand right before and right behind it, as in `PatternElement.forms`; all
    /// bits where anything may.
    var before: UInt64
    var behind: UInt64
  }

  /// What a token can stand for, by its form as the tables know it.
  private struct FormRow: Sendable {
    /// The patterns anchored at it: `candidates[starts[list]..<starts[list + 1]]`.
    var list: Int32 = 0
    /// The patterns anchored at its classes; many forms share such a list, which keeps it in the cache.
    var classList: Int32 = 0
    /// The witnesses that it can be: `masks[mask]`.
    var mask: Int32 = 0
  }

  /// Stands for the end of a sentence among the bits of neighbours.
  private static let edge: UInt64 = 1 << 63

  public let patterns: [Pattern]
  let elements: [PatternElement]
  private let places: PatternPlaces
  private let rows: [FormRow]
  private let masks: [WitnessMask]
  private let starts: [Int32]
  private let candidates: [Candidate]
  /// The same for the classes that are seen in a token rather than known of its form, by their bits.
  private let seen: [FormRow]
  private let seenClasses: ClassSet

  /// - Parameters:
  ///   - witnesses: for each pattern, the element without which it need not be tried, if any.
  ///   - places: what may stand in each distinct place.
  ///   - frequencies: how often something does, for each place.
  init(
    patterns: [Pattern], witnesses: [Int?], elements: [PatternElement],
    places: [PatternPlaces.Place], frequencies: [Int], table: FormTable
  ) {
    self.patterns = patterns
    self.elements = elements
    self.places = PatternPlaces(places)

    let bits = PatternIndex.bits(
      of: Set(witnesses.compactMap { $0.map { elements[$0].place } }), frequencies)
    var lists = NumberedValues<[Int32]>(first: [])
    var masks = NumberedValues(first: WitnessMask())
    var byClass = [[Int32]](repeating: [], count: ClassSet.capacity)
    var byForm = [[Int32]](repeating: [], count: table.count)
    for (number, pattern) in patterns.enumerated() {
      let place = places[Int(elements[Int(pattern.anchor)].place)]
      for form in place.forms { byForm[Int(form)].append(Int32(number)) }
      place.classes.forEachBit { byClass[$0].append(Int32(number)) }
    }
    var maskOfClass = [WitnessMask](repeating: WitnessMask(), count: ClassSet.capacity)
    var maskOfForm = [WitnessMask](repeating: WitnessMask(), count: table.count)
    for (place, bit) in bits {
      for form in places[Int(place)].forms { maskOfForm[Int(form)].insert(bit) }
      places[Int(place)].classes.forEachBit { maskOfClass[$0].insert(bit) }
    }
    rows = (0..<table.count).map { form in
      var list: [Int32] = []
      var mask = maskOfForm[form]
      // Of a form without a row (0) all classes are seen in the token.
      if form > 0 {
        table[Int32(form)].classes.subtracting(.seen).forEachBit {
          list += byClass[$0]
          mask.formUnion(maskOfClass[$0])
        }
      }
      let own = byForm[form]
      return FormRow(
        list: lists.number(of: own),
        classList: lists.number(of: Set(list).subtracting(own).sorted()),
        mask: masks.number(of: mask))
    }
    seen = (0..<ClassSet.capacity).map {
      FormRow(list: lists.number(of: byClass[$0]), mask: masks.number(of: maskOfClass[$0]))
    }
    var seenClasses: ClassSet = []
    ClassSet.seen.forEachBit {
      if !byClass[$0].isEmpty || maskOfClass[$0] != WitnessMask() {
        seenClasses.insert(ClassSet(bit: $0))
      }
    }
    self.seenClasses = seenClasses
    self.masks = masks.values
    var starts: [Int32] = [0]
    var candidates: [Candidate] = []
    let neighbours = PatternNeighbours(table)
    for list in lists.values {
      for number in list {
        let pattern = patterns[Int(number)]
        let witness = witnesses[Int(number)].flatMap { bits[elements[$0].place] }
        candidates.append(
          Candidate(
            pattern: number, witness: witness ?? WitnessMask.alwaysBit,
            before: neighbours.before(pattern, elements),
            behind: neighbours.behind(pattern, elements)))
      }
      starts.append(Int32(candidates.count))
    }
    self.starts = starts
    self.candidates = candidates
  }

  /// A bit for each witness: the common ones have one for themselves, the rare ones share.
  private static func bits(of witnesses: Set<Int32>, _ frequencies: [Int]) -> [Int32: Int32] {
    let commonFirst = witnesses.sorted {
      (frequencies[Int($1)], $0) < (frequencies[Int($0)], $1)
    }
    var loads = [Int](repeating: 0, count: WitnessMask.capacity)
    var bits: [Int32: Int32] = [:]
    for witness in commonFirst {
      let bit = loads.indices.min { loads[$0] < loads[$1] } ?? 0
      bits[witness] = Int32(bit)
      loads[bit] += 1 + frequencies[Int(witness)]
    }
    return bits
  }

  /// Calls `found` for every pattern that fits in a sentence.
  ///
  /// - Parameters:
  ///   - sentence: the tokens within which a pattern must lie.
  ///   - found: takes the pattern's number and the tokens that it spans; may be called repeatedly.
  public func forEachMatch(
    in tokens: Span<Symbol>, sentence: Range<Int>, _ found: (Int, Range<Int>) -> Void
  ) {
    var present = WitnessMask.always
    for token in sentence {
      present.formUnion(masks[Int(rows[Int(tokens[token].form)].mask)])
      let classes = tokens[token].classes.intersection(seenClasses)
      if !classes.isEmpty { classes.forEachBit { present.formUnion(masks[Int(seen[$0].mask)]) } }
    }
    // Bits of the tokens before and behind the one at hand. The ends of the sentence have the bit that others may
    // share, so that a test need not ask for them.
    var (before, bit) = (PatternIndex.edge, PatternIndex.edge)
    var behind =
      sentence.isEmpty ? 0 : PatternElement.bit(of: tokens[sentence.lowerBound].form)
    for token in sentence {
      (before, bit) = (bit, behind)
      behind =
        token + 1 < sentence.upperBound
        ? PatternElement.bit(of: tokens[token + 1].form) : PatternIndex.edge
      let row = rows[Int(tokens[token].form)]
      if row.list != 0 {
        attempt(Int(row.list), at: token, before, behind, tokens, sentence, present, found)
      }
      if row.classList != 0 {
        attempt(Int(row.classList), at: token, before, behind, tokens, sentence, present, found)
      }
      let classes = tokens[token].classes.intersection(seenClasses)
      if !classes.isEmpty {
        classes.forEachBit {
          attempt(
            Int(seen[$0].list), at: token, before, behind, tokens, sentence, present, found)
        }
      }
    }
  }

  @inline(__always)
  private func attempt(
    _ list: Int, at token: Int, _ before: UInt64, _ behind: UInt64, _ tokens: Span<Symbol>,
    _ sentence: Range<Int>, _ present: WitnessMask, _ found: (Int, Range<Int>) -> Void
  ) {
    for at in Int(starts[list])..<Int(starts[list + 1]) {
      let candidate = candidates[at]
      // One test of three, for three branches would be guessed wrong three times.
      let neighbours =
        (candidate.behind & behind).nonzeroBitCount & (candidate.before & before).nonzeroBitCount
      guard neighbours != 0 && present.contains(candidate.witness) else { continue }
      let number = Int(candidate.pattern)
      if let range = range(of: number, at: token, tokens, sentence) { found(number, range) }
    }
  }

  // MARK: Matching

  private func range(
    of number: Int, at token: Int, _ tokens: Span<Symbol>, _ sentence: Range<Int>
  ) -> Range<Int>? {
    let pattern = patterns[number]
    if pattern.isRow { return row(pattern, at: token, tokens, sentence) }
    guard let end = end(after: Int(pattern.anchor), at: token, pattern, tokens, sentence),
      let start = start(before: Int(pattern.anchor), at: token, pattern, tokens, sentence)
    else { return nil }
    // Which place is the anchor must not show in the result: from its start the pattern takes the nearest fit.
    return start..<(nearestEnd(from: start, pattern, tokens, sentence) ?? end)
  }

  /// The fit of a pattern whose places stand right behind one another.
  private func row(
    _ pattern: Pattern, at token: Int, _ tokens: Span<Symbol>, _ sentence: Range<Int>
  ) -> Range<Int>? {
    let start = token - Int(pattern.anchor - pattern.first)
    let end = start + Int(pattern.end - pattern.first)
    guard start >= sentence.lowerBound, end <= sentence.upperBound else { return nil }
    for at in start..<end where at != token {
      if !accepts(elements[Int(pattern.first) + at - start], tokens[at]) { return nil }
    }
    if pattern.atSentenceStart && !opens(until: start, tokens, sentence) { return nil }
    if pattern.atSentenceEnd && !closes(from: end, tokens, sentence) { return nil }
    return start..<end
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
      || (element.forms & PatternElement.bit(of: token.form) != 0
        && places.contains(token.form, in: element.place))
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
