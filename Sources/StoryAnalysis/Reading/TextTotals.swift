import Lexicon

/// What a text holds in all, added up part by part.
struct TextTotals {
  private(set) var counts = WordCounts()
  /// Function words of each language in `AnalysisClasses.foreignLanguages`, if they may outweigh Dutch.
  private(set) var foreignWords: [Int] = []
  private(set) var segmentCount = 0
  /// Whether nothing evaluative is said.
  private(set) var saysNothing = true
  /// Whether it is said that there was no experience, as far as nothing else is.
  var deniesExperience = false
  /// Whether every sentence ends in a question mark, as far as nothing evaluative is said.
  var asksOnly = true
  /// What the words of the text add, by the number of the target.
  var words = SIMD8<Int32>()

  /// - Parameter isWhole: whether the part is all of the text.
  mutating func add(
    _ part: TextPart, _ symbols: ArraySlice<Symbol>, _ classes: AnalysisClasses, isWhole: Bool
  ) {
    let symbols = symbols.span
    let found = WordCounts(symbols, classes)
    counts += found
    segmentCount += part.segments.count
    saysNothing = saysNothing && part.evaluations.isEmpty
    // Few texts hold more foreign words than Dutch ones; only those need be looked at closely.
    if isWhole && found.foreign <= found.dutch { return }
    if foreignWords.isEmpty {
      foreignWords = Array(repeating: 0, count: classes.foreignLanguages.count)
    }
    for (number, language) in classes.foreignLanguages.enumerated() {
      for at in symbols.indices where !symbols[at].classes.isDisjoint(with: language.words) {
        foreignWords[number] += 1
      }
    }
  }
}
