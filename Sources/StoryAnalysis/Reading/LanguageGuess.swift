import Lexicon

/// The language of a text, from its function words.
struct LanguageGuess {
  /// ISO 639-1; nil where no function word stands.
  let code: String?
  /// Whether another language clearly outweighs Dutch.
  let isForeign: Bool

  /// - Parameter foreign: the function words of each other language; they count where they outnumber those of Dutch.
  init(_ counts: WordCounts, foreign: [Int], _ classes: AnalysisClasses) {
    var best = (code: "nl", count: counts.dutch)
    // Dutch wins ties.
    if counts.foreign > counts.dutch {
      for (language, count) in zip(classes.foreignLanguages, foreign) where count > best.count {
        best = (language.code, count)
      }
    }
    code = best.count == 0 ? nil : best.code
    isForeign = best.code != "nl" && best.count >= 2 && best.count > 2 * counts.dutch
  }
}
