import Lexicon

extension Analyzer {
  /// The words of a text, in its order, that may stand in `words.tsv`: forms of the lexicon, and others of letters alone.
  ///
  /// - Parameter titleLength: bytes of the title; 0 if there is none.
  public func words(of text: [UInt8], titleLength: Int = 0) -> [TextWord] {
    let bytes = text.span
    var buffer = TokenBuffer()
    tokenizer.tokenize(bytes, breakAt: titleLength > 0 ? titleLength : nil, into: &buffer)
    var reader = SymbolReader()
    var symbols: [Symbol] = []
    reader.read(buffer.tokens, in: bytes, with: lexicon, into: &symbols)
    var words: [TextWord] = []
    for (at, token) in buffer.tokens.enumerated() where token.kind == .word {
      let symbol = symbols[at]
      let form: String
      if symbol.form > 0 {
        form = lexicon.forms.spelling(of: symbol.form)
      } else if let folded = reader.folded(token, in: bytes), folded.allSatisfy(\.isLetter) {
        form = folded
      } else {
        continue
      }
      words.append(
        TextWord(
          form: form, isKnown: !symbol.classes.contains(.unknown),
          isFirst: at == 0 || buffer.tokens[at - 1].sentence != token.sentence,
          isCapitalised: token.shape.contains(.capitalised)))
    }
    return words
  }
}
