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
