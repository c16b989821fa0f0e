/// The weights that turn evidence into scores.
public struct Model: Sendable {
  /// The weights of every kind of evidence, by its number.
  public let termsByEvidence: [[ModelTerm]]

  init(terms: [ModelTerm], evidenceCount: Int) {
    var byEvidence = [[ModelTerm]](repeating: [], count: evidenceCount)
    for term in terms where term.weight != 0 { byEvidence[term.evidence].append(term) }
    termsByEvidence = byEvidence
  }
}
