/// A rule as written, before its words and classes are numbered.
struct ParsedRule {
  var rule: Rule
  var families: [String] = []
  var patterns: [ParsedPattern] = []
}

/// A pattern as written.
struct ParsedPattern {
  var elements: [ParsedElement] = []
  var isException = false
  var atStart = false
  var atEnd = false
}

/// A place in a pattern as written.
struct ParsedElement {
  var literals: [[UInt8]] = []
  var lemmas: [PlacedName] = []
  var classes: [PlacedName] = []
  var isOptional = false
  var gap = 0
  var gapCrosses = false
}

/// A name that must exist in a table, with the place where it is used.
struct PlacedName {
  var text: String
  var path: String
  var line: Int
  var column: Int

  func problem(_ message: String) -> LexiconProblem {
    LexiconProblem(path: path, line: line, column: column, message: message)
  }
}
