/// Kinds of evidence that every lexicon has; markers and classes come after them.
public enum Evidence: String, CaseIterable, Sendable {
  /// The base term: once in every text.
  case base
  /// Approval and disapproval by the writer, as negation, intensity and frames leave them.
  case positive, negative
  /// How far past plain approval or disapproval.
  case delight, disgust
  /// Words that say that something departed from what was expected.
  case breach
  /// The logarithm (base 2) of the number of words, and of the number of sentences.
  case words, sentences
  case exclamation, question
  /// How much happens, how much someone with a face is spoken of, how much effort or care, how much is stock
  /// phrase: by the norms of the words and idioms.
  case event, person, effort, formula
  /// Of each segment of the text: the logarithm (base 2) of its number of tokens, and whether it is the first, the
  /// last, or of the title.
  case length, opening, closing, heading
  /// No input of the model but what makes its scores whole: that another segment than the best may be the moment, and
  /// that a grade counts as far as a story is told.
  case otherSegments = "other-segments"
  case story

  /// Whether it tells how long a text and its segments are and where these stand, and nothing of what they say.
  public var isOfShape: Bool {
    switch self {
    case .base, .words, .sentences, .length, .opening, .closing, .heading, .otherSegments: true
    default: false
    }
  }
}
