import Lexicon

/// How much a kind of evidence counts in each scope of one text, in ten-thousandths.
struct ScopedEvidence {
  /// Most that counts in the scope `all`.
  private let cap: Double
  private let shareFactor: Double
  private let rateFactor: Double

  /// - Parameters:
  ///   - cap: most that counts in the scope `all`.
  ///   - evaluative: the sum of all evaluative evidence of the text.
  init(cap: Fixed, evaluative: Int, wordCount: Int) {
    self.cap = Double(cap)
    shareFactor = Double(factor: .one, of: Fixed(held: Int64(Int(Fixed.one) + evaluative)))
    let words = min(wordCount, EvidenceScope.mostWords)
    rateFactor = Double(factor: .one, of: Fixed(words + 10) * 1_000)
  }

  /// Writes what evidence counts that is present, by the number of the scope.
  ///
  /// - Parameter isWhole: whether the text as a whole gives it, as its length; such evidence is not capped.
  @inline(__always)
  func write(_ sum: EvidenceSum, isWhole: Bool, to values: inout MutableSpan<Double>) {
    let most = Double(Fixed.max)
    let value = min(Double(sum.value), most)
    // The last first: with it the room for the others is checked too.
    values[EvidenceScope.rate.number] = (value * rateFactor).nearestWhole
    values[EvidenceScope.share.number] = (value * shareFactor).nearestWhole
    values[EvidenceScope.end.number] = min(Double(sum.end), most)
    values[EvidenceScope.peak.number] = min(Double(sum.peak), most)
    values[EvidenceScope.any.number] = Double(Fixed.one)
    values[EvidenceScope.all.number] = isWhole ? value : min(value, cap)
  }
}

extension EvidenceScope {
  /// Its place among all scopes.
  @inline(__always)
  var number: Int { Int(rawValue) }
}
