/// What a rule does, without its texts: small and free of references, for every match is asked for it.
public struct RuleEffects: Sendable {
  /// What the phrase says as a whole; meaningful where `speaks` is true.
  public let norms: Norms
  /// Whether the phrase speaks for its words.
  public let speaks: Bool
  public let shields: Bool
  public let negates: NegationScope?
  public let frame: Frame?
  public let scale: Fixed?
  /// In `Lexicon.markers`.
  public let markers: Range<Int32>
  /// One bit a driver, by its raw value.
  public let drivers: UInt16
  /// In `Lexicon.flags`.
  public let flags: Range<Int32>
}
