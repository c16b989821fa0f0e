import Lexicon

/// How much one kind of evidence counts in each scope.
///
/// The values lie in an array, by the number of the scope: looking one up costs no branch, of which the
/// processor would guess every other one wrong.
struct ScopedEvidence {
  private var values = [Fixed](repeating: 0, count: EvidenceScope.allCases.count)

  /// - Parameters:
  ///   - cap: most that counts in the scope `all`.
  ///   - evaluative: the sum of all evaluative evidence of the text, plus one.
  ///   - tens: words of the text plus ten, in tens.
  mutating func set(_ sum: EvidenceSum, cap: Fixed, evaluative: Fixed, tens: Fixed) {
    self[.all] = sum.isWhole ? sum.value : min(sum.value, cap)
    self[.any] = sum.isPresent ? Fixed.one : 0
    self[.peak] = sum.peak
    self[.end] = sum.end
    self[.share] = sum.value.divided(by: evaluative)
    self[.rate] = sum.value.divided(by: tens)
  }

  subscript(scope: EvidenceScope) -> Fixed {
    get { values[Int(scope.rawValue)] }
    set { values[Int(scope.rawValue)] = newValue }
  }
}
