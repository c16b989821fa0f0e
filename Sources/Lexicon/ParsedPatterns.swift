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

/// A pattern as written.
struct ParsedPattern {
  /// In `ParsedPatterns.elements`.
  var elements: Range<Int32>
  var isException = false
  var atStart = false
  var atEnd = false
}

/// A place in a pattern as written.
struct ParsedElement {
  /// In `ParsedPatterns.literals`.
  var literals: Range<Int32>
  /// In `ParsedPatterns.names`.
  var names: Range<Int32>
  var isOptional = false
  var gap: UInt8 = 0
  var gapCrosses = false
}

/// A class or lemma that must exist in a table, with the place where a pattern names it.
struct PlacedName {
  var text: String
  /// The number of a lemma in `WordTable`; 0 for a class.
  var lemma: Int32
  var path: String
  var line: Int
  var column: Int

  func problem(_ message: String) -> LexiconProblem {
    LexiconProblem(path: path, line: line, column: column, message: message)
  }
}
