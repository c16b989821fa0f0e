import Lexicon

/// One term of a score: what was seen, where, and how much it added.
public struct Reason: Sendable, Hashable {
  public let target: ModelTarget
  /// UTF-8 bytes of the analysed text; nil for what the whole text gives (base, length).
  public let span: Range<Int>?
  /// The same span in UTF-16 units.
  public let spanUTF16: Range<Int>?
  /// Name of the rule, or of the kind of evidence (`positive`, `class:past`, `word:terug`).
  public let rule: String
  /// Added to the score before its link function, in ten-thousandths.
  public let weight: Fixed

  /// Whether a single word gives it, as `words.tsv` says.
  public var isOfWord: Bool { rule.hasPrefix(Lexicon.wordPrefix) }

  public init(
    target: ModelTarget, span: Range<Int>?, spanUTF16: Range<Int>?, rule: String, weight: Fixed
  ) {
    self.target = target
    self.span = span
    self.spanUTF16 = spanUTF16
    self.rule = rule
    self.weight = weight
  }
}
