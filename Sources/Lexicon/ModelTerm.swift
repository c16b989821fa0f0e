/// One weight: how much a kind of evidence, in a scope, adds to a target.
public struct ModelTerm: Sendable, Hashable {
  public let target: ModelTarget
  /// Number of the kind of evidence in `Lexicon.evidenceNames`.
  public let evidence: Int
  public let scope: EvidenceScope
  public let weight: Fixed
}
