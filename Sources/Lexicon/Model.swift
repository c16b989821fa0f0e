/// The weights that turn evidence into scores.
public struct Model: Sendable {
  public let rows: [ModelRow]
  /// The rows of each kind of evidence, in `rows`.
  public let ranges: [Range<Int32>]
  /// The factor of each kind of evidence in the score of a segment as a moment.
  public let momentFactors: [Double]

  /// - Parameter weights: the weights, ordered by evidence and scope.
  init(
    _ weights: [(evidence: Int, scope: EvidenceScope, target: ModelTarget, weight: Fixed)],
    evidenceCount: Int
  ) {
    var rows: [ModelRow] = []
    var ranges = [Range<Int32>](repeating: 0..<0, count: evidenceCount)
    var momentFactors = [Double](repeating: 0, count: evidenceCount)
    for (evidence, scope, target, weight) in weights where weight != 0 {
      if target == .moment {
        momentFactors[evidence] = Double(factor: weight, of: Fixed.one)
        continue
      }
      let next = Int32(rows.count)
      let first = ranges[evidence].isEmpty ? next : ranges[evidence].lowerBound
      if first == next || rows[rows.count - 1].scope != scope {
        rows.append(ModelRow(scope: scope))
      }
      rows[rows.count - 1].set(weight, for: target)
      ranges[evidence] = first..<Int32(rows.count)
    }
    self.rows = rows
    self.ranges = ranges
    self.momentFactors = momentFactors
  }

  /// Whether any target gives weight to a kind of evidence.
  public func usesEvidence(_ evidence: Int) -> Bool {
    !ranges[evidence].isEmpty || momentFactors[evidence] != 0
  }
}
