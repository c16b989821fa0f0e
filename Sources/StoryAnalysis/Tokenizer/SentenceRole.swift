/// What a token does to the sentence around it.
enum SentenceRole: UInt8 {
  case plain
  /// `.`, `!`, `?` or a run of them.
  case end
  /// Two dots or more, or `…`.
  case ellipsis
  /// An abbreviation that may be the last of its sentence.
  case finalAbbreviation
  /// An emoji or emoticon, which belongs to what went before it.
  case pictograph
  /// A bracket or quotation mark that closes.
  case closer
  /// A bracket or quotation mark that opens.
  case opener
  /// `,`, `;` or `:`: the sentence goes on.
  case separator

  /// Whether a sentence may end behind such a token.
  var mayEnd: Bool {
    switch self {
    case .end, .ellipsis, .finalAbbreviation, .pictograph: true
    case .plain, .closer, .opener, .separator: false
    }
  }
}
