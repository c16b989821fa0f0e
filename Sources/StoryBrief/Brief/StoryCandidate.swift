import Lexicon
import ReviewStore
import StoryAnalysis
import StoryFigures

/// A story that a brief might quote.
struct StoryCandidate {
  let review: StoredReview
  let side: StorySide
  let driver: Driver?
  /// Of a column for a place, a team or a product.
  let place: String?

  /// Flags of reviews that are never quoted.
  private static let barred: Set<String> = [
    "irony", "quotes-other", "not-quotable", "about-other", "sensitive",
  ]

  /// Whether no flag of a review forbids to repeat its words.
  static func mayBeQuoted(_ row: FigureRow) -> Bool { barred.isDisjoint(with: row.flags) }

  /// - Parameter place: asked for only where the review may be quoted.
  /// - Returns: nil where the review is not to be quoted, or where its grade gives another verdict than its words.
  init?(_ row: FigureRow, _ review: StoredReview, place: () -> String?) {
    guard row.counts, let side = row.side, side == .good || side == .bad, review.moment != nil,
      Self.mayBeQuoted(row)
    else { return nil }
    if let rating = row.rating {
      // A grade whose scale is unknown says nothing that could be shown.
      guard let level = row.scale.map({ $0.level(of: rating) }) else { return nil }
      guard (level == nil) == (side == .bad) else { return nil }
    }
    self.review = review
    self.side = side
    driver = row.drivers.first
    self.place = place()
  }

  var isOpen: Bool { review.isWaiting }
  var isTurn: Bool { review.flags.contains("turn") }

  /// Whether it comes before another: the more memorable, then the one with the stronger moment.
  fileprivate static func isBefore(_ first: StoryCandidate, _ second: StoryCandidate) -> Bool {
    let (one, other) = (first.review, second.review)
    if one.memorability != other.memorability { return one.memorability > other.memorability }
    return abs(one.momentValence ?? 0) > abs(other.momentValence ?? 0)
  }
}

extension [StoryCandidate] {
  /// The strongest first; equal ones in their order here.
  var ranked: [StoryCandidate] {
    enumerated().sorted { first, second in
      if StoryCandidate.isBefore(first.element, second.element) { return true }
      if StoryCandidate.isBefore(second.element, first.element) { return false }
      return first.offset < second.offset
    }.map(\.element)
  }
}
