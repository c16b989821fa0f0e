extension TokenKind {
  /// Whether the token counts as a word of the text.
  var isWordLike: Bool {
    switch self {
    case .punctuation, .symbol, .emoji, .emoticon: false
    default: true
    }
  }
}
