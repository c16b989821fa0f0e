/// Words that a text must hold, whatever their case and accents.
///
/// `bezorger` is a whole word, `bezorg*` the start of one, `"nog steeds"` are words one after another, and so is what
/// punctuation divides (`zo'n`). All of them must stand in the text, in any order.
public struct WordSearch: Sendable {
  /// Words one after another.
  struct Phrase: Sendable, Equatable {
    let words: [[UInt8]]
    /// Whether the last one may go on.
    let isOpen: Bool
  }

  let phrases: [Phrase]

  /// - Returns: nil where there is no word in it.
  /// - Throws: `StoreError` where SQLite has no full-text search.
  public init?(_ text: String) throws(StoreError) {
    let tokenizer = try WordTokenizer()
    var phrases: [Phrase] = []
    for piece in WordSearch.pieces(text) {
      tokenizer.read(piece.utf8)
      guard tokenizer.count > 0 else { continue }
      phrases.append(
        Phrase(
          words: (0..<tokenizer.count).map { Array(tokenizer[$0]) }, isOpen: piece.hasSuffix("*")))
    }
    if phrases.isEmpty { return nil }
    self.phrases = phrases
  }

  /// What stands between spaces or between quotes, without the quotes.
  private static func pieces(_ text: String) -> [String] {
    var pieces: [String] = []
    var piece = ""
    var isQuoted = false
    func isQuote(_ character: Character) -> Bool { "\"“”„".contains(character) }
    for character in text {
      if isQuote(character) {
        // A star behind the second quote belongs to the phrase.
        isQuoted.toggle()
        if isQuoted {
          pieces.append(piece)
          piece = ""
        }
      } else if character.isWhitespace && !isQuoted {
        pieces.append(piece)
        piece = ""
      } else {
        piece.append(character)
      }
    }
    return pieces + [piece]
  }

  /// The same for the full-text index; nothing in it is as it was typed but words in quotes.
  var expression: String {
    phrases.map { phrase in
      let words = phrase.words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
      return "\"" + words.replacing("\"", with: "") + "\"" + (phrase.isOpen ? " *" : "")
    }.joined(separator: " AND ")
  }
}
