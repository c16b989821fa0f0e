import Lexicon

/// How much one kind of evidence counts in each scope, in ten-thousandths.
///
/// The values lie in an array, by the number of the scope: looking one up costs no branch, of which the
/// processor would guess every other one wrong.
struct ScopedEvidence {
  private(set) var values = [Double](repeating: 0, count: EvidenceScope.allCases.count)
  /// Most that counts in the scope `all`.
  private var cap = 0.0
  private var shareFactor = 0.0
  private var rateFactor = 0.0

  /// Makes ready for the evidence of a text.
  ///
  /// - Parameters:
  ///   - cap: most that counts in the scope `all`.
  ///   - evaluative: the sum of all evaluative evidence of the text.
  mutating func begin(cap: Fixed, evaluative: Int, wordCount: Int) {
    self.cap = Double(cap)
    shareFactor = Double(factor: .one, of: Fixed(clamping: Int(Fixed.one) + evaluative))
    // Beyond so many words a text's length says no more; this also keeps the number in range.
    rateFactor = Double(factor: .one, of: Fixed(min(wordCount, 20_000) + 10) * 1_000)
  }

  /// - Parameter isWhole: whether the text as a whole gives it, as its length; such evidence is not capped.
  @inline(__always)
  mutating func set(_ sum: EvidenceSum, isWhole: Bool) {
    let most = Double(Fixed.max)
    let value = min(Double(sum.value), most)
    let all = isWhole ? value : min(value, cap)
    let share = (value * shareFactor).nearestWhole
    let rate = (value * rateFactor).nearestWhole
    // Storage is checked once, not for each value.
    var places = values.mutableSpan
    places[EvidenceScope.all.number] = all
    places[EvidenceScope.any.number] = Double(Fixed.one)
    places[EvidenceScope.peak.number] = min(Double(sum.peak), most)
    places[EvidenceScope.end.number] = min(Double(sum.end), most)
    places[EvidenceScope.share.number] = share
    places[EvidenceScope.rate.number] = rate
  }
}

extension EvidenceScope {
  /// Its place among all scopes.
  @inline(__always)
  var number: Int { Int(rawValue) }
}
