/// A first or last part that tells what an unknown compound means.
public struct Affix: Sendable {
  /// The fewest bytes that must remain beside the affix.
  public let minimumStem: Int
  public let word: WordForm
}
