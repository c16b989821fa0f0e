/// What the tables say of one written form.
public struct WordForm: Sendable, Hashable {
  public var classes: ClassSet
  public var norms: Norms
  /// Number among the words with weights; 0 if it is none.
  public var word: UInt16

  @inlinable
  public init(classes: ClassSet = [], norms: Norms = Norms(), word: UInt16 = 0) {
    self.classes = classes
    self.norms = norms
    self.word = word
  }
}
