import Lexicon

/// How many tokens of a text are words, function words of Dutch, and function words of another language.
struct WordCounts {
  private(set) var words = 0
  private(set) var dutch = 0
  private(set) var foreign = 0

  init() {}

  init(_ symbols: Span<Symbol>, _ classes: AnalysisClasses) {
    let dutchWords = classes.dutch
    let foreignWords = classes.foreign
    // Selections and no branches, which would be guessed wrong every other time.
    for at in symbols.indices {
      let found = symbols[at].classes
      words &+= found.isDisjoint(with: [.punctuation, .emoji]) ? 1 : 0
      dutch &+= found.isDisjoint(with: dutchWords) ? 0 : 1
      foreign &+= found.isDisjoint(with: foreignWords) ? 0 : 1
    }
  }

  static func += (sum: inout WordCounts, part: WordCounts) {
    sum.words += part.words
    sum.dutch += part.dutch
    sum.foreign += part.foreign
  }
}
