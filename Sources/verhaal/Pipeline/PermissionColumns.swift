import ReviewIO
import ReviewStore

/// The fields of a dump that say whether a review may be used outside, by what is known of them in a chunk.
struct PermissionColumns: Sendable {
  /// By the hashes of the names, nil for one that says nothing of it.
  private var known: [UInt64: PermissionColumn?] = [:]
  private let isMonthFirst: Bool
  /// Whether no record can say so: rows have the columns of their header, objects may have others later on.
  private let isSilent: Bool

  init(_ layout: DumpLayout) {
    isMonthFirst = layout.isMonthFirst
    isSilent =
      layout.format.isDelimited
      && !layout.columns.contains {
        $0.role == .field && PermissionColumn(named: $0.name) != nil
      }
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
  mutating func reading(of record: ReviewRecord, in reviews: ReviewBatch) -> Reading {
    guard !isSilent else { return .absent }
    var reading = Reading.absent
    for field in reviews.fields[record.fields] where field.value.count > 0 {
      guard let column = column(field.name, in: reviews) else { continue }
      let answer = PermissionAnswer(
        reviews.bytes.span, field.value.range, monthFirst: isMonthFirst)
      switch (column, answer) {
      case (.leave, .refused), (.refusal, .given): return .read(Permission(.refused))
      case (.leave, .given(let date)):
        if reading.permission == nil || date != nil {
          reading = .read(
            Permission(.allowed, date: date ?? record.date.map { reviews.string($0) }))
        }
      case (.leave, nil):
        if reading == .absent { reading = .unclear(reviews.string(field.value)) }
      case (.refusal, _): break
      }
    }
    return reading
  }

  private mutating func column(_ name: ByteRange, in reviews: ReviewBatch) -> PermissionColumn? {
    let hash = ByteHash.hash(reviews.bytes.span, name.range)
    if let column = known[hash] { return column }
    let column = PermissionColumn(named: reviews.string(name))
    known[hash] = .some(column)
    return column
  }
}
