import Lexicon

/// The language of a text, from its function words.
struct LanguageGuess {
  /// ISO 639-1; nil where no function word stands.
  let code: String?
  /// Whether another language clearly outweighs Dutch.
  let isForeign: Bool

  init(_ counts: WordCounts, _ symbols: Span<Symbol>, _ classes: AnalysisClasses) {
    var best = (code: "nl", count: counts.dutch)
    // Few texts hold more foreign words; only those need be looked at closely. Dutch wins ties.
    if counts.foreign > counts.dutch {
      for language in classes.foreignLanguages {
        var count = 0
        for at in symbols.indices where !symbols[at].classes.isDisjoint(with: language.words) {
          count += 1
        }
        if count > best.count { best = (language.code, count) }
      }
    }
    code = best.count == 0 ? nil : best.code
    isForeign = best.code != "nl" && best.count >= 2 && best.count > 2 * counts.dutch
  }
}
