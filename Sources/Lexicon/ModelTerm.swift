/// One weight: how much a kind of evidence, in a scope, adds to a target.
public struct ModelTerm: Sendable, Hashable {
  public let target: ModelTarget
  public let scope: EvidenceScope
  public let weight: Fixed
}
