/// What the tables say of one written form.
public struct WordForm: Sendable, Hashable {
  public var classes: ClassSet
  public var norms: Norms

  @inlinable
  public init(classes: ClassSet = [], norms: Norms = Norms()) {
    self.classes = classes
    self.norms = norms
  }
}
