import Lexicon

/// The language of a text, from its function words.
struct LanguageGuess {
  /// ISO 639-1; nil where no function word stands.
  let code: String?
  /// Whether another language clearly outweighs Dutch.
  let isForeign: Bool

  init(_ symbols: Span<Symbol>, _ classes: AnalysisClasses) {
    var dutch = 0
    var foreign = 0
    // Selections and no branches, which would be guessed wrong every other time.
    for at in symbols.indices {
      let words = symbols[at].classes
      dutch &+= words.isDisjoint(with: classes.dutch) ? 0 : 1
      foreign &+= words.isDisjoint(with: classes.foreign) ? 0 : 1
    }
    var best = (code: "nl", count: dutch)
    // Few texts hold more foreign words; only those need be looked at closely. Dutch wins ties.
    if foreign > dutch {
      for language in classes.foreignLanguages {
        var count = 0
        for at in symbols.indices where !symbols[at].classes.isDisjoint(with: language.words) {
          count += 1
        }
        if count > best.count { best = (language.code, count) }
      }
    }
    code = best.count == 0 ? nil : best.code
    isForeign = best.code != "nl" && best.count >= 2 && best.count > 2 * dutch
  }
}
