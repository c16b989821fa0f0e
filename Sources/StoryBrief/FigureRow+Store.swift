import Essentials
import ReviewStore
import StoryAnalysis
import StoryFigures

extension FigureRow {
  /// The row of a review of a store, not yet known to be a duplicate.
  init(_ review: StoredReview, grouping: FigureGrouping?) {
    self.init(
      source: review.source, id: review.id, label: review.label, story: review.story,
      basis: review.basis, momentValence: review.momentValence,
      moment: review.moment.map { String(decoding: review.text[$0], as: UTF8.self) },
      memorability: review.memorability, rating: review.rating,
      day: review.date.flatMap { Day($0) }, words: review.words, drivers: review.drivers,
      flags: review.flags)
    if rating != nil { scale = review.ratingScale.flatMap(GradeScale.init) }
    switch grouping {
    case nil: break
    case .month: groups = day.map { [$0.month] } ?? []
    case .source: groups = [source]
    case .driver: groups = drivers.map(\.name)
    case .field(let name):
      let fields = try? JSONDecoder().decode([String: String].self, from: Data(review.fields))
      groups = fields?[name].flatMap { $0.isEmpty ? nil : [$0] } ?? []
    }
  }
}
