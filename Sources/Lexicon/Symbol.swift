/// What the lexicon knows of one token of a text.
public struct Symbol: Sendable {
  /// Number in the form table; 0 for words that it does not hold.
  public var form: Int32
  /// Number among the words with weights; 0 for others.
  public var word: UInt16
  public var norms: Norms
  public var classes: ClassSet

  @inlinable
  public init(form: Int32, word: UInt16 = 0, norms: Norms, classes: ClassSet) {
    self.form = form
    self.word = word
    self.norms = norms
    self.classes = classes
  }
}
