import Lexicon

/// The language of a text, from its function words.
struct LanguageGuess {
  /// ISO 639-1; nil where no function word stands.
  let code: String?
  /// Whether another language clearly outweighs Dutch.
  let isForeign: Bool

  init(_ symbols: [Symbol], _ classes: AnalysisClasses) {
    var counts = [Int](repeating: 0, count: classes.languages.count)
    for symbol in symbols where !symbol.classes.isDisjoint(with: classes.anyLanguage) {
      for (number, language) in classes.languages.enumerated()
      where !symbol.classes.isDisjoint(with: language.words) {
        counts[number] += 1
      }
    }
    // Dutch comes first and wins ties.
    let best = counts.indices.max { counts[$0] < counts[$1] || (counts[$0] == counts[$1] && $0 > $1) }!
    code = counts[best] == 0 ? nil : classes.languages[best].code
    isForeign = best != 0 && counts[best] >= 2 && counts[best] > 2 * counts[0]
  }
}
