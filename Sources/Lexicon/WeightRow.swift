/// One row of `model.tsv`.
struct WeightRow {
  var target: ModelTarget
  var scope: EvidenceScope
  var weight: Fixed
  var evidence: EvidenceName
}
