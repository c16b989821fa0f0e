/// All patterns, found by the tokens at which their anchors can stand.
///
/// Each pattern is tried only where its rarest place can stand; from there it is matched to the right and
/// to the left. Its places lie in one array without references, so that matching costs no reference
/// counting.
public struct PatternIndex: Sendable {
  public let patterns: [Pattern]
  let elements: [PatternElement]
  private let formSets: FormSets
  /// Patterns anchored at form `f`: `byForm[starts[f]..<starts[f + 1]]`.
  private let starts: [Int32]
  private let byForm: [Int32]
  private let byClass: [[Int32]]
  private let anchoringClasses: ClassSet

  init(patterns: [Pattern], elements: [PatternElement], formSets sets: [[Int32]], formCount: Int) {
    self.patterns = patterns
    self.elements = elements
    formSets = FormSets(sets: sets, formCount: formCount)
    var perForm = [[Int32]](repeating: [], count: formCount)
    var byClass = [[Int32]](repeating: [], count: ClassSet.capacity)
    var anchoring: ClassSet = []
    for (number, pattern) in patterns.enumerated() {
      let anchor = elements[Int(pattern.anchor)]
      if anchor.formSet >= 0 {
        for form in sets[Int(anchor.formSet)] { perForm[Int(form)].append(Int32(number)) }
      }
      for bit in 0..<ClassSet.capacity where anchor.classes.contains(ClassSet(bit: bit)) {
        byClass[bit].append(Int32(number))
      }
      anchoring.formUnion(anchor.classes)
    }
    var starts: [Int32] = [0]
    for list in perForm { starts.append(starts[starts.count - 1] + Int32(list.count)) }
    self.starts = starts
    byForm = perForm.flatMap { $0 }
    self.byClass = byClass
    anchoringClasses = anchoring
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
    present.removeAll(keepingCapacity: true)
    present.append(contentsOf: repeatElement(0, count: formSets.width))
    var classes: ClassSet = []
    for at in sentence {
      formSets.add(setsOf: tokens[at].form, to: &present)
      classes.formUnion(tokens[at].classes)
    }
    for token in sentence {
      let form = Int(tokens[token].form)
      for at in Int(starts[form])..<Int(starts[form + 1]) {
        attempt(Int(byForm[at]), at: token, tokens, sentence, present, classes, found)
      }
      var bits = tokens[token].classes.intersection(anchoringClasses).rawValue
      while bits != 0 {
        for number in byClass[bits.trailingZeroBitCount] {
          attempt(Int(number), at: token, tokens, sentence, present, classes, found)
        }
        bits &= bits - 1
      }
    }
  }

  @inline(__always)
  private func attempt(
    _ number: Int, at token: Int, _ tokens: Span<Symbol>, _ sentence: Range<Int>,
    _ present: [UInt64], _ classes: ClassSet, _ found: (Int, Range<Int>) -> Void
  ) {
    let witness = elements[Int(patterns[number].witness)]
    let isPresent =
      !witness.classes.isDisjoint(with: classes)
      || (witness.formSet >= 0
        && present[Int(witness.formSet) / 64] >> UInt64(witness.formSet % 64) & 1 != 0)
    guard isPresent, let range = range(of: number, at: token, tokens, sentence) else { return }
    found(number, range)
  }

  // MARK: Matching

  private func range(
    of number: Int, at token: Int, _ tokens: Span<Symbol>, _ sentence: Range<Int>
  ) -> Range<Int>? {
    let pattern = patterns[number]
    guard let end = end(after: Int(pattern.anchor), at: token, pattern, tokens, sentence),
      let start = start(before: Int(pattern.anchor), at: token, pattern, tokens, sentence)
    else { return nil }
    return start..<end
  }

  func accepts(_ element: PatternElement, _ token: Symbol) -> Bool {
    if !element.classes.isDisjoint(with: token.classes) { return true }
    return element.formSet >= 0 && formSets.contains(token.form, in: element.formSet)
  }

  /// The end of a fit of the places after `place`, which stands at `token`.
  private func end(
    after place: Int, at token: Int, _ pattern: Pattern, _ tokens: Span<Symbol>,
    _ sentence: Range<Int>
  ) -> Int? {
    let next = place + 1
    if next == Int(pattern.end) {
      let fits = !pattern.atSentenceEnd || closes(from: token + 1, tokens, sentence)
      return fits ? token + 1 : nil
    }
    let element = elements[next]
    let last = min(token + 1 + Int(element.gap), sentence.upperBound - 1)
    var at = token + 1
    while at <= last {
      if accepts(element, tokens[at]), let end = end(after: next, at: at, pattern, tokens, sentence) {
        return end
      }
      if tokens[at].classes.contains(.punctuation) && !element.gapCrossesPunctuation { break }
      at += 1
    }
    // A place that is left out: what follows may stand where it would have stood.
    return element.isOptional ? end(after: next, at: token, pattern, tokens, sentence) : nil
  }

  /// The start of a fit of the places before `place`, which stands at `token`.
  private func start(
    before place: Int, at token: Int, _ pattern: Pattern, _ tokens: Span<Symbol>,
    _ sentence: Range<Int>
  ) -> Int? {
    let gap = Int(elements[place].gap)
    let crosses = elements[place].gapCrossesPunctuation
    var place = place
    while true {
      if place == Int(pattern.first) {
        let fits = !pattern.atSentenceStart || opens(until: token, tokens, sentence)
        return fits ? token : nil
      }
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
