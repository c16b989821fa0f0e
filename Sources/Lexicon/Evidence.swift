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
}
