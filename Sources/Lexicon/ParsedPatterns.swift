/// The patterns of all rules as written, one after another, without references of their own.
struct ParsedPatterns {
  var patterns: [ParsedPattern] = []
  var elements: [ParsedElement] = []
  /// Forms that may stand in the places of patterns: numbers in `WordTable`.
  var literals: [Int32] = []
  /// Classes and lemmas that may stand there.
  var names: [PlacedName] = []
}

/// A pattern as written.
struct ParsedPattern {
  /// In `ParsedPatterns.elements`.
  var elements: Range<Int>
  var isException = false
  var atStart = false
  var atEnd = false
}

/// A place in a pattern as written.
struct ParsedElement {
  /// In `ParsedPatterns.literals`.
  var literals: Range<Int>
  /// In `ParsedPatterns.names`.
  var names: Range<Int>
  var isOptional = false
  var gap = 0
  var gapCrosses = false
}

/// A class or lemma that must exist in a table, with the place where a pattern names it.
struct PlacedName {
  var text: String
  var isLemma: Bool
  var path: String
  var line: Int
  var column: Int

  func problem(_ message: String) -> LexiconProblem {
    LexiconProblem(path: path, line: line, column: column, message: message)
  }
}
