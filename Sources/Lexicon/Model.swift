/// The weights that turn evidence into scores, without those towards the moment.
public struct Model: Sendable {
  /// The terms of evidence `e` are `terms[starts[e]..<starts[e + 1]]`.
  public let terms: [ModelTerm]
  public let starts: [Int32]
  /// What one unit of each kind of evidence adds to the score of a segment as a moment.
  public let momentWeights: [Fixed]

  init(_ weights: [(evidence: Int, term: ModelTerm)], evidenceCount: Int) {
    var byEvidence = [[ModelTerm]](repeating: [], count: evidenceCount)
    var momentWeights = [Fixed](repeating: 0, count: evidenceCount)
    for (evidence, term) in weights where term.weight != 0 {
      if term.target == .moment {
        momentWeights[evidence] = term.weight
      } else {
        byEvidence[evidence].append(term)
      }
    }
    var starts: [Int32] = [0]
    for list in byEvidence { starts.append(starts[starts.count - 1] + Int32(list.count)) }
    terms = byEvidence.flatMap { $0 }
    self.starts = starts
    self.momentWeights = momentWeights
  }

  /// Whether any target gives weight to a kind of evidence.
  public func usesEvidence(_ evidence: Int) -> Bool {
    starts[evidence] < starts[evidence + 1] || momentWeights[evidence] != 0
  }
}
