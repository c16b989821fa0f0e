import Lexicon

/// How much one kind of evidence counts in each scope.
///
/// The values lie in an array, by the number of the scope: looking one up costs no branch, of which the
/// processor would guess every other one wrong.
struct ScopedEvidence {
  private(set) var values = [Fixed](repeating: 0, count: EvidenceScope.allCases.count)

  /// - Parameters:
  ///   - cap: most that counts in the scope `all`.
  ///   - evaluative: the sum of all evaluative evidence of the text, plus one.
  ///   - tens: words of the text plus ten, in tens.
  mutating func set(_ sum: EvidenceSum, cap: Fixed, evaluative: Fixed, tens: Fixed) {
    // Storage is checked once, not for each value.
    var places = values.mutableSpan
    places[EvidenceScope.all.number] = sum.isWhole ? sum.value : min(sum.value, cap)
    places[EvidenceScope.any.number] = sum.isPresent ? Fixed.one : 0
    places[EvidenceScope.peak.number] = sum.peak
    places[EvidenceScope.end.number] = sum.end
    places[EvidenceScope.share.number] = sum.value.divided(by: evaluative)
    places[EvidenceScope.rate.number] = sum.value.divided(by: tens)
  }

  subscript(scope: EvidenceScope) -> Fixed { values[scope.number] }
}

extension EvidenceScope {
  /// Its place among all scopes.
  @inline(__always)
  var number: Int { Int(rawValue) }
}
