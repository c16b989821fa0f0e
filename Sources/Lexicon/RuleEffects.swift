/// What a rule does: small and free of references, for every match is asked for it.
public struct RuleEffects: Sendable {
  /// What the phrase says as a whole; its words then say nothing by themselves. Meaningful where `speaks` is true.
  public internal(set) var norms = Norms()
  /// Whether the phrase speaks for its words.
  public internal(set) var speaks = false
  /// The words inside keep their markers but carry no polarity and no negation.
  public internal(set) var shields = false
  public internal(set) var negates: NegationScope?
  public internal(set) var frame: Frame?
  /// Factor for the next evaluative word to the right.
  public internal(set) var scale: Fixed?
  /// What kinds of telling a match is a sign of, in `Lexicon.markers`.
  public internal(set) var markers: Range<Int32> = 0..<0
  /// What a match is about: one bit a driver, by its raw value.
  public internal(set) var drivers: UInt16 = 0
  /// In `Lexicon.flags`.
  public internal(set) var flags: Range<Int32> = 0..<0
  /// Whether a pattern has a gap.
  public internal(set) var hasGap = false
  /// Whether a negator inside a match may be one of the words that a pattern asks for.
  public internal(set) var holdsNegator = false

  /// Whether it does anything at all.
  var isEmpty: Bool {
    !speaks && !shields && negates == nil && frame == nil && scale == nil && markers.isEmpty
      && drivers == 0 && flags.isEmpty
  }
}
