/// How reviews are divided into parts, each of which is left out of a fit in turn.
enum Division: Sendable, Equatable {
  case domains
  /// So many parts, by the letters of the texts.
  case parts(Int)

  /// - Throws: `UsageError` where the text is neither `domain` nor a number from 2 to 20.
  init(_ text: String) throws(UsageError) {
    if text == "domain" {
      self = .domains
    } else if let count = Int(text), (2...20).contains(count) {
      self = .parts(count)
    } else {
      throw UsageError(
        "--cross-validate is domain or a number of parts from 2 to 20, not ‘\(text)’")
    }
  }

  var name: String {
    switch self {
    case .domains: "domain"
    case .parts(let count): String(count)
    }
  }

  /// The part that a review belongs to; nil for one that takes part in every fit.
  func part(of review: TrainingReview) -> String? {
    if review.isConstant { return nil }
    switch self {
    case .domains: return review.domain
    case .parts(let count): return String(review.text.letterHash % UInt64(count) + 1)
    }
  }
}
