/// The patterns of all rules as written, one after another, without references of their own.
struct ParsedPatterns {
  var patterns: [ParsedPattern] = []
  var elements: [ParsedElement] = []
  /// The words that may stand in the places of patterns.
  var words: SpellingTable
  /// Which of them may stand in each place: numbers in `words`.
  var literals: [Int32] = []
  /// Classes and lemmas that may stand there.
  var names: [PlacedName] = []

  /// - Parameter byteCount: how much there is to read; with room made at once, memory is touched once.
  init(byteCount: Int) {
    words = SpellingTable(capacity: byteCount / 64)
    patterns.reserveCapacity(byteCount / 80)
    elements.reserveCapacity(byteCount / 28)
    literals.reserveCapacity(byteCount / 10)
  }

  /// All forms that a pattern looks for.
  func literals(of pattern: ParsedPattern) -> ArraySlice<Int32> {
    let (first, last) = (pattern.elements.lowerBound, pattern.elements.upperBound - 1)
    let start = elements[Int(first)].literals.lowerBound
    return literals[Int(start)..<Int(elements[Int(last)].literals.upperBound)]
  }
}
