import Lexicon
import ReviewStore
import StoryFigures

/// The reviews whose texts go along: stories first, the most memorable before others; twice as many are kept at most.
struct Shortlist {
  struct Entry {
    /// Its place among the rows.
    let row: Int
    let id: String
    let date: String?
    let permission: PermissionStatus
    let review: FigureRow
    let excerpt: Excerpt
  }

  private let limit: Int
  private var entries: [Entry] = []

  init(limit: Int) { self.limit = limit }

  mutating func add(_ row: FigureRow, _ review: StoredReview, at place: Int) {
    guard limit > 0 else { return }
    entries.append(
      Entry(
        row: place, id: row.id, date: review.date, permission: review.permission.status,
        review: row,
        excerpt: Excerpt(review.text, titleLength: review.titleLength, moment: review.moment)))
    if entries.count >= 2 * limit { entries = ranked }
  }

  var ranked: [Entry] {
    Array(
      entries.sorted { first, second in
        let (one, other) = (first.review, second.review)
        if one.story != other.story { return one.story }
        if one.memorability != other.memorability { return one.memorability > other.memorability }
        let (strength, otherStrength) = (abs(one.momentValence ?? 0), abs(other.momentValence ?? 0))
        return (strength, second.row) > (otherStrength, first.row)
      }.prefix(limit))
  }
}
