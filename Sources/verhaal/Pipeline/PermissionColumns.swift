import ReviewIO
import ReviewStore

/// The columns of a dump that say whether a review may be used outside.
struct PermissionColumns: Sendable {
  private let columns: [[UInt8]]
  private let isMonthFirst: Bool

  init(_ layout: DumpLayout) {
    isMonthFirst = layout.isMonthFirst
    columns = layout.columns.filter {
      $0.role == .field && PermissionColumn.isNamed($0.name)
    }.map { Array($0.name.utf8) }
  }

  /// What a dump says of a review.
  enum Reading: Equatable {
    /// No word on it.
    case absent
    case read(Permission)
    /// A word that is no yes, no no and no day.
    case unclear(String)

    var permission: Permission? {
      if case .read(let permission) = self { permission } else { nil }
    }
  }

  /// One no outweighs a yes in another column; a yes without a day was given with the review.
  func reading(of record: ReviewRecord, in reviews: ReviewBatch) -> Reading {
    guard !columns.isEmpty else { return .absent }
    var reading = Reading.absent
    for field in reviews.fields[record.fields]
    where field.value.count > 0
      && columns.contains(where: { reviews.bytes[field.name.range].elementsEqual($0) })
    {
      switch PermissionAnswer(
        reviews.bytes.span, field.value.range, monthFirst: isMonthFirst)
      {
      case .refused: return .read(Permission(.refused))
      case .given(let date):
        if reading.permission == nil || date != nil {
          reading = .read(
            Permission(.allowed, date: date ?? record.date.map { reviews.string($0) }))
        }
      case nil:
        if reading == .absent { reading = .unclear(reviews.string(field.value)) }
      }
    }
    return reading
  }
}
