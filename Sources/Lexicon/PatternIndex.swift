/// All patterns, found by what is rare in them.
///
/// A pattern whose rarest place, its anchor, has a neighbour of known forms is found by the pair. Any other is tried
/// where its anchor can stand, if its next rarest place, its witness, can stand near enough. From the anchor it is
/// matched to the right and to the left. The places of all patterns lie in one array without references, so that
/// matching costs no reference counting.
public struct PatternIndex: Sendable {
  /// A pattern to try at a token.
  private struct Candidate: Sendable {
    var pattern: Int32
    /// The number of its witness; 0 if it has none.
    var witness: Int32
    /// Where the witness may stand, as in `PatternSearch.window`.
    var window: UInt64
  }

  /// What a token can stand for, by its form as the tables know it.
  private struct Row: Sendable {
    /// The patterns anchored at it: `candidates[starts[list]..<starts[list + 1]]`.
    var list: Int32 = 0
    /// The patterns anchored at its classes; many forms share such a list, which keeps it in the cache.
    var classList: Int32 = 0
    /// The witnesses that it can be: `witnesses[witnessStarts[marks]..<witnessStarts[marks + 1]]`.
    var marks: Int32 = 0
  }

  /// More pairs than this for one pattern would fill the table for little.
  private static let mostPairs = 512

  public let patterns: [Pattern]
  let elements: [PatternElement]
  private let classSets: [ClassSet]
  private let places: PatternPlaces
  private let pairs: PatternPairs
  private let rows: [Row]
  /// The same for the classes that are seen in a token rather than known of its form, by their bits.
  private let seen: [Row]
  /// The bits of those classes that have patterns or witnesses.
  private let seenBits: UInt64
  private let starts: [Int32]
  private let candidates: [Candidate]
  private let witnessStarts: [Int32]
  private let witnesses: [Int32]
  /// The positions of all witnesses before any is noted.
  private let unmarked: [UInt64]
  /// At least as many as one token can have.
  private let mostCandidates: Int

  /// - Parameters:
  ///   - witnesses: for each pattern, the element without which it need not be tried, if any.
  ///   - places: the forms that may stand in each distinct place.
  ///   - classSets: the sets of classes by the numbers that elements have for them.
  init(
    patterns: [Pattern], witnesses: [Int?], elements: [PatternElement],
    places: PatternPlaces, classSets: [ClassSet], table: FormTable
  ) {
    self.patterns = patterns
    self.elements = elements
    self.classSets = classSets
    self.places = places

    var pairs: [(first: Int32, second: Int32, member: PatternPairs.Member)] = []
    // A witness is known by its place and the number of its classes.
    var numbers = NumberedValues<UInt64>(first: .max)
    var candidates: [Candidate] = []
    candidates.reserveCapacity(patterns.count)
    var byClass = [[Int32]](repeating: [], count: ClassSet.capacity)
    var byForm = FormLists(formCount: table.count)
    for (number, pattern) in patterns.enumerated() {
      var candidate = Candidate(pattern: Int32(number), witness: 0, window: .max)
      if let first = PatternIndex.pair(of: pattern, elements, places) {
        pairs.append(
          (
            elements[first].place, elements[first + 1].place,
            PatternPairs.Member(
              pattern: Int32(number), anchorIsSecond: first < pattern.anchor)
          ))
      } else {
        let anchor = elements[pattern.anchor]
        for form in places[anchor.place] { byForm.append(Int32(number), to: form) }
        classSets[Int(anchor.classes)].forEachBit { byClass[$0].append(Int32(number)) }
        if let witness = witnesses[number] {
          let element = elements[witness]
          let place = UInt64(element.place) << 16 | UInt64(element.classes)
          candidate.witness = numbers.number(of: place)
          candidate.window = PatternIndex.window(of: witness, from: pattern.anchor, elements)
        }
      }
      candidates.append(candidate)
    }
    self.pairs = PatternPairs(pairs, of: places)

    var marksOfClass = [[Int32]](repeating: [], count: ClassSet.capacity)
    var marksOfForm = FormLists(formCount: table.count)
    for (number, witness) in numbers.values.enumerated().dropFirst() {
      let place = Int32(truncatingIfNeeded: witness >> 16)
      for form in places[place] { marksOfForm.append(Int32(number), to: form) }
      classSets[Int(witness & 0xFFFF)].forEachBit { marksOfClass[$0].append(Int32(number)) }
    }
    var lists = NumberedRows(capacity: patterns.count)
    var marks = NumberedRows(capacity: patterns.count)
    // Many forms share their classes; of form 0, which has no row, all classes are seen in the token.
    var classes = NumberedValues<ClassSet>(first: [])
    let classesOfSets = table.classSets.map { classes.number(of: $0.subtracting(.seen)) }
    let ofClasses = classes.values.map { set in
      var list: Set<Int32> = []
      var mark: [Int32] = []
      set.forEachBit {
        list.formUnion(byClass[$0])
        mark += marksOfClass[$0]
      }
      return (list: list.sorted(), marks: mark)
    }
    let rowsOfClasses = ofClasses.map {
      Row(classList: lists.number(of: $0.list), marks: marks.number(of: $0.marks))
    }
    rows = table.words.enumerated().map { form, word in
      let number = Int(classesOfSets[Int(word.classes)])
      var row = rowsOfClasses[number]
      if !byForm.isEmpty(form) {
        let own = byForm[form]
        row.list = lists.number(of: own)
        let others = ofClasses[number].list.filter { !own.contains($0) }
        row.classList = lists.number(of: others)
      }
      if !marksOfForm.isEmpty(form) {
        row.marks = marks.number(of: marksOfForm[form] + ofClasses[number].marks)
      }
      return row
    }
    seen = (0..<ClassSet.seen.rawValue.nonzeroBitCount).map {
      Row(list: lists.number(of: byClass[$0]), marks: marks.number(of: marksOfClass[$0]))
    }
    seenBits = seen.indices.reduce(0) {
      byClass[$1].isEmpty && marksOfClass[$1].isEmpty ? $0 : $0 | 1 << UInt64($1)
    }
    starts = lists.starts
    self.candidates = lists.values.map { candidates[Int($0)] }
    witnessStarts = marks.starts
    self.witnesses = marks.values
    unmarked = numbers.values.indices.map { $0 == 0 ? .max : 0 }
    let longest = (0..<lists.count).reduce(0) { max($0, lists[Int32($1)].count) }
    mostCandidates = 256 + longest * (2 + seen.count)
  }

  /// The first of two places in a row, the anchor one of them, that together stand for the fewest pairs of forms; nil
  /// if there is none.
  private static func pair(
    of pattern: Pattern, _ elements: [PatternElement], _ places: PatternPlaces
  ) -> Int? {
    let anchor = pattern.anchor
    var fewest = mostPairs + 1
    var best: Int?
    for first in [anchor - 1, anchor]
    where first >= pattern.first && first + 1 < pattern.end {
      let (one, two) = (elements[first], elements[first + 1])
      guard two.gap == 0, !one.isOptional, !two.isOptional, one.classes == 0, two.classes == 0
      else { continue }
      let count = places[one.place].count * places[two.place].count
      if count < fewest { (fewest, best) = (count, first) }
    }
    return best
  }

  /// Where a witness may stand as seen from the anchor.
  private static func window(
    of witness: Int, from anchor: Int, _ elements: [PatternElement]
  ) -> UInt64 {
    var (least, most) = (0, 0)
    for place in (min(witness, anchor) + 1)...max(witness, anchor) {
      most += Int(elements[place].gap) + 1
      if !elements[place].isOptional { least += 1 }
    }
    // The last of them is the anchor or the witness, neither of which can be left out.
    return witness > anchor
      ? PatternSearch.window(from: least, through: most)
      : PatternSearch.window(from: -most, through: -least)
  }

  /// Calls `found` for every pattern that fits in a sentence.
  ///
  /// - Parameters:
  ///   - sentence: the tokens within which a pattern must lie.
  ///   - search: room to work in, which calls may share.
  ///   - found: takes the pattern's number and the tokens that it spans; may be called repeatedly.
  public func forEachMatch(
    in tokens: Span<Symbol>, sentence: Range<Int>, with search: inout PatternSearch,
    _ found: (Int, Range<Int>) -> Void
  ) {
    search.begin(sentence, unmarked: unmarked, attempts: 2 * max(mostCandidates, pairs.mostMembers))
    let anchorCount = survey(sentence, of: tokens, &search.positions, anchors: &search.anchors)
    let pairCount = findPairs(sentence, of: tokens, pairs: &search.pairs)
    var next = 0
    while next < pairCount {
      let count = collectPairs(
        &next, search.pairs, pairCount, tokens, into: &search.attempts)
      attempt(search.attempts, count, tokens, sentence, found)
    }
    next = 0
    while next < anchorCount {
      let count = collect(
        &next, search.anchors, anchorCount, tokens, search.positions, into: &search.attempts)
      attempt(search.attempts, count, tokens, sentence, found)
    }
  }

  /// Tries the first patterns of `attempts`.
  @inline(__always)
  private func attempt(
    _ attempts: [UInt64], _ count: Int, _ tokens: Span<Symbol>, _ sentence: Range<Int>,
    _ found: (Int, Range<Int>) -> Void
  ) {
    for at in 0..<count {
      let number = Int(truncatingIfNeeded: attempts[at] &>> 32)
      let token = Int(truncatingIfNeeded: attempts[at] & 0xFFFF_FFFF)
      if let range = range(of: number, at: token, tokens, sentence) { found(number, range) }
    }
  }

  /// A pattern to try at a token.
  @inline(__always)
  private func attempt(_ pattern: Int32, at token: Int) -> UInt64 {
    UInt64(truncatingIfNeeded: pattern) &<< 32 | UInt64(truncatingIfNeeded: token)
  }

  /// Notes where the witnesses stand and at which tokens patterns may be anchored.
  ///
  /// - Returns: how many there are in `anchors`.
  private func survey(
    _ sentence: Range<Int>, of tokens: Span<Symbol>, _ positions: inout [UInt64],
    anchors: inout [Int32]
  ) -> Int {
    // Storage is checked once, not for each token.
    var positions = positions.mutableSpan
    var anchors = anchors.mutableSpan
    let rows = rows.span
    var count = 0
    for token in sentence {
      let row = rows[Int(tokens[token].form)]
      let bit = PatternSearch.bit(of: token)
      if row.marks != 0 { mark(row.marks, bit, in: &positions) }
      var isAnchor = row.list | row.classList
      forEachSeen(tokens[token]) {
        mark($0.marks, bit, in: &positions)
        isAnchor |= $0.list
      }
      anchors[count] = Int32(truncatingIfNeeded: token)
      count &+= isAnchor != 0 ? 1 : 0
    }
    return count
  }

  /// Notes the tokens that may be a pair with the one before.
  ///
  /// - Returns: how many there are in `pairs`.
  private func findPairs(
    _ sentence: Range<Int>, of tokens: Span<Symbol>, pairs: inout [Int32]
  ) -> Int {
    var pairs = pairs.mutableSpan
    var count = 0
    var before: Int32 = 0
    for token in sentence {
      let form = tokens[token].form
      pairs[count] = Int32(truncatingIfNeeded: token)
      count &+= self.pairs.mayHold(before, form) && before != 0 ? 1 : 0
      before = form
    }
    return count
  }

  /// Gathers the patterns that pairs may belong to, from the pair `next` on, as many as there is room for.
  ///
  /// - Returns: how many there are in `attempts`.
  private func collectPairs(
    _ next: inout Int, _ pairs: [Int32], _ pairCount: Int, _ tokens: Span<Symbol>,
    into attempts: inout [UInt64]
  ) -> Int {
    var attempts = attempts.mutableSpan
    var count = 0
    while next < pairCount && count + self.pairs.mostMembers < attempts.count {
      let token = Int(pairs[next])
      next += 1
      self.pairs.forEach(tokens[token - 1].form, tokens[token].form) {
        attempts[count] = attempt($0.pattern, at: $0.anchorIsSecond ? token : token - 1)
        count += 1
      }
    }
    return count
  }

  @inline(__always)
  private func mark(_ marks: Int32, _ bit: UInt64, in positions: inout MutableSpan<UInt64>) {
    for at in Int(witnessStarts[Int(marks)])..<Int(witnessStarts[Int(marks) + 1]) {
      positions[Int(witnesses[at])] |= bit
    }
  }

  @inline(__always)
  private func forEachSeen(_ token: Symbol, _ body: (Row) -> Void) {
    var bits = UInt64(truncatingIfNeeded: token.classes.rawValue) & seenBits
    while bits != 0 {
      body(seen[bits.trailingZeroBitCount])
      bits &= bits &- 1
    }
  }

  /// Gathers the patterns to try at the anchors from `next` on, as many as there is room for.
  ///
  /// - Returns: how many there are in `attempts`.
  private func collect(
    _ next: inout Int, _ anchors: [Int32], _ anchorCount: Int, _ tokens: Span<Symbol>,
    _ positions: [UInt64], into attempts: inout [UInt64]
  ) -> Int {
    var attempts = attempts.mutableSpan
    let positions = positions.span
    var count = 0
    while next < anchorCount && count + mostCandidates < attempts.count {
      let token = Int(anchors[next])
      next += 1
      let row = rows[Int(tokens[token].form)]
      if row.list != 0 { collect(row.list, at: token, positions, &attempts, &count) }
      if row.classList != 0 { collect(row.classList, at: token, positions, &attempts, &count) }
      forEachSeen(tokens[token]) { collect($0.list, at: token, positions, &attempts, &count) }
    }
    return count
  }

  @inline(__always)
  private func collect(
    _ list: Int32, at token: Int, _ positions: Span<UInt64>, _ attempts: inout MutableSpan<UInt64>,
    _ count: inout Int
  ) {
    for at in Int(starts[Int(list)])..<Int(starts[Int(list) + 1]) {
      let candidate = candidates[at]
      let near = PatternSearch.around(token, positions[Int(candidate.witness)])
      // Written always and counted if it is wanted: a branch would be guessed wrong every other time.
      attempts[count] = attempt(candidate.pattern, at: token)
      count &+= near & candidate.window != 0 ? 1 : 0
    }
  }

  // MARK: Matching

  private func range(
    of number: Int, at token: Int, _ tokens: Span<Symbol>, _ sentence: Range<Int>
  ) -> Range<Int>? {
    let pattern = patterns[number]
    if pattern.isRow { return row(pattern, at: token, tokens, sentence) }
    guard let end = end(after: pattern.anchor, at: token, pattern, tokens, sentence),
      let start = start(before: pattern.anchor, at: token, pattern, tokens, sentence)
    else { return nil }
    // Which place is the anchor must not show in the result: from its start the pattern takes the nearest fit.
    return start..<(nearestEnd(from: start, pattern, tokens, sentence) ?? end)
  }

  /// The fit of a pattern whose places stand right behind one another.
  private func row(
    _ pattern: Pattern, at token: Int, _ tokens: Span<Symbol>, _ sentence: Range<Int>
  ) -> Range<Int>? {
    let start = token - (pattern.anchor - pattern.first)
    let end = start + (pattern.end - pattern.first)
    guard start >= sentence.lowerBound, end <= sentence.upperBound else { return nil }
    for at in start..<end where at != token {
      if !accepts(elements[pattern.first + at - start], tokens[at]) { return nil }
    }
    if pattern.atSentenceStart && !opens(until: start, tokens, sentence) { return nil }
    if pattern.atSentenceEnd && !closes(from: end, tokens, sentence) { return nil }
    return start..<end
  }

  /// The end of the nearest fit that begins at a token.
  private func nearestEnd(
    from start: Int, _ pattern: Pattern, _ tokens: Span<Symbol>, _ sentence: Range<Int>
  ) -> Int? {
    for place in pattern.first..<pattern.end {
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
    (element.mayHold(token.form)
      && (element.hasOneForm || places.contains(token.form, in: element.place)))
      || (element.classes != 0
        && !classSets[Int(element.classes)].isDisjoint(with: token.classes))
  }

  /// The end of a fit of the places after `place`, which stands at `token`.
  ///
  /// - Parameter wider: the gaps of places that were left out; they widen the next one.
  private func end(
    after place: Int, at token: Int, wider: Int = 0, _ pattern: Pattern, _ tokens: Span<Symbol>,
    _ sentence: Range<Int>
  ) -> Int? {
    let next = place + 1
    if next == pattern.end {
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
      if place == pattern.first {
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
