/// A word of a text, for programs that fit weights to words.
public struct TextWord: Sendable, Hashable {
  /// As `words.tsv` writes it: the form that the lexicon has for it, else the word in lower case.
  public let form: String
  /// Whether the lexicon holds the form for more than its weights.
  public let isKnown: Bool
  /// Whether it is the first of its sentence, where a capital says nothing.
  public let isFirst: Bool
  public let isCapitalised: Bool
}
