import ReviewStore
import StoryFigures

extension ReviewStore {
  /// Hands on every review in the order of import with its row for figures, which knows whether it is a duplicate.
  ///
  /// - Parameters:
  ///   - source: the one source to read; all by default.
  ///   - grouping: what the row's groups are; none by default.
  /// - Throws: `StoreError`, or what `body` throws.
  public func forEachFigureRow(
    source: String? = nil, grouping: FigureGrouping? = nil,
    _ body: (FigureRow, StoredReview) throws -> Void
  ) throws {
    var first = FirstOccurrences()
    try forEachReview(source: source) { review in
      var row = FigureRow(review, grouping: grouping)
      if row.basis == .experience { row.letters = review.letters }
      first.mark(&row)
      try body(row, review)
    }
  }
}
