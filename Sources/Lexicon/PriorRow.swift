/// One name in a row of `priors.tsv`.
struct PriorRow {
  /// What the row says of the evidence.
  enum Kind {
    case used
    case ofSegment
    case tied
    case weight(ModelTarget, EvidenceScope, Fixed)
  }

  var kind: Kind
  var evidence: EvidenceName
}
