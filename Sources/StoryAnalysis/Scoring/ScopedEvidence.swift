import Lexicon

/// How much one kind of evidence counts in each scope.
struct ScopedEvidence {
  private let all: Fixed
  private let any: Fixed
  private let peak: Fixed
  private let end: Fixed
  private let share: Fixed
  private let rate: Fixed

  /// - Parameters:
  ///   - cap: most that counts in the scope `all`.
  ///   - evaluative: the sum of all evaluative evidence of the text, plus one.
  ///   - tens: words of the text plus ten, in tens.
  @inline(__always)
  init(_ sum: EvidenceSum, cap: Fixed, evaluative: Fixed, tens: Fixed) {
    all = sum.isWhole ? sum.value : min(sum.value, cap)
    any = sum.isPresent ? Fixed.one : 0
    peak = sum.peak
    end = sum.end
    share = sum.value.divided(by: evaluative)
    rate = sum.value.divided(by: tens)
  }

  @inline(__always)
  subscript(scope: EvidenceScope) -> Fixed {
    switch scope {
    case .all: all
    case .any: any
    case .peak: peak
    case .end: end
    case .share: share
    case .rate: rate
    }
  }
}
