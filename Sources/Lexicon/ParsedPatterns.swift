/// The patterns of all rules as written, one after another, without references of their own.
struct ParsedPatterns {
  var patterns: [ParsedPattern] = []
  var elements: [ParsedElement] = []
  /// Forms that may stand in the places of patterns: numbers in `WordTable`.
  var literals: [Int32] = []
  /// Classes and lemmas that may stand there.
  var names: [PlacedName] = []

  /// - Parameter byteCount: how much there is to read; with room made at once, memory is touched once.
  init(byteCount: Int) {
    patterns.reserveCapacity(byteCount / 128)
    elements.reserveCapacity(byteCount / 32)
    literals.reserveCapacity(byteCount / 16)
  }

  func elements(of pattern: ParsedPattern) -> ArraySlice<ParsedElement> {
    elements[Int(pattern.elements.lowerBound)..<Int(pattern.elements.upperBound)]
  }

  /// All forms that a pattern looks for.
  func literals(of pattern: ParsedPattern) -> ArraySlice<Int32> {
    let (first, last) = (pattern.elements.lowerBound, pattern.elements.upperBound - 1)
    let start = elements[Int(first)].literals.lowerBound
    return literals[Int(start)..<Int(elements[Int(last)].literals.upperBound)]
  }

  func literals(of element: ParsedElement) -> ArraySlice<Int32> {
    literals[Int(element.literals.lowerBound)..<Int(element.literals.upperBound)]
  }

  func names(of element: ParsedElement) -> ArraySlice<PlacedName> {
    names[Int(element.names.lowerBound)..<Int(element.names.upperBound)]
  }
}
