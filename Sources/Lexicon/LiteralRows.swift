/// The rows of words that may stand in the places of patterns, each kept once.
struct LiteralRows {
  /// Words are numbers in `ParsedPatterns.words`, ascending in each row.
  private(set) var rows: NumberedRows
  /// The row of each element of a pattern that a rule has.
  private(set) var ofElements: [Int32]

  /// - Parameter patternsOfRules: which patterns rules have; those of rules that others replaced are left out.
  init(_ patterns: ParsedPatterns, _ patternsOfRules: [Range<Int>]) {
    rows = NumberedRows(capacity: patterns.elements.count / 2)
    ofElements = Array(repeating: 0, count: patterns.elements.count)
    var row: [Int32] = []
    for pattern in patternsOfRules.joined() {
      for place in patterns.patterns[pattern].elements {
        row.removeAll(keepingCapacity: true)
        for literal in patterns.elements[Int(place)].literals {
          row.append(patterns.literals[Int(literal)])
        }
        row.sortDistinct()
        ofElements[Int(place)] = rows.number(of: row)
      }
    }
  }
}
