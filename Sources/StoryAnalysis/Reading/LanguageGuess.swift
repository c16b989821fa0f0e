import Lexicon

/// The language of a text, from its function words.
struct LanguageGuess {
  /// ISO 639-1; nil where no function word stands.
  let code: String?
  /// Whether another language clearly outweighs Dutch.
  let isForeign: Bool

  init(_ symbols: [Symbol], _ classes: AnalysisClasses) {
    var dutch = 0
    var foreign = 0
    for symbol in symbols {
      if !symbol.classes.isDisjoint(with: classes.dutch) { dutch += 1 }
      if !symbol.classes.isDisjoint(with: classes.foreign) { foreign += 1 }
    }
    var best = (code: "nl", count: dutch)
    // Few texts hold a foreign word; only those need be looked at closely. Dutch wins ties.
    if foreign > dutch {
      for language in classes.foreignLanguages {
        let count = symbols.count { !$0.classes.isDisjoint(with: language.words) }
        if count > best.count { best = (language.code, count) }
      }
    }
    code = best.count == 0 ? nil : best.code
    isForeign = best.code != "nl" && best.count >= 2 && best.count > 2 * dutch
  }
}
