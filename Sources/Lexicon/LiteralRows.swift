/// The rows of words that may stand in the places of patterns, each kept once; in another order it is another row.
struct LiteralRows {
  /// Words are numbers in `ParsedPatterns.words`, in the order in which they are written.
  private(set) var rows: NumberedRows
  /// The row of each element of a pattern that a rule has.
  private(set) var ofElements: [Int32]

  /// - Parameter patternsOfRules: which patterns rules have; those of rules that others replaced are left out.
  init(_ patterns: ParsedPatterns, _ patternsOfRules: [Range<Int32>]) {
    rows = NumberedRows(
      capacity: patterns.elements.count / 2, valueCount: patterns.literals.count)
    ofElements = Array(repeating: 0, count: patterns.elements.count)
    // Most places hold a single word, whose row need not be sought by what it holds.
    var ofWords = [Int32](repeating: 0, count: patterns.words.count)
    var row: [Int32] = []
    for pattern in patternsOfRules.joined() {
      for place in patterns.patterns[Int(pattern)].elements {
        let literals = patterns.elements[Int(place)].literals
        let first = literals.isEmpty ? 0 : Int(patterns.literals[Int(literals.lowerBound)])
        if literals.count == 1 && ofWords[first] > 0 {
          ofElements[Int(place)] = ofWords[first]
          continue
        }
        row.removeAll(keepingCapacity: true)
        row += patterns.literals[Int(literals.lowerBound)..<Int(literals.upperBound)]
        let number = rows.number(of: row)
        ofElements[Int(place)] = number
        if literals.count == 1 { ofWords[first] = number }
      }
    }
  }
}
