import ReviewIO
import ReviewStore
import StoryAnalysis

/// The reviews of one chunk as they go into a store.
struct StoredChunk: Sendable {
  private(set) var rows: ReviewRows
  /// The reviews that have a row, by their place in the chunk.
  private(set) var stored: [Int] = []
  /// Names of fields that are not stored.
  private(set) var leftOut: Set<String> = []
  private(set) var permissions = PermissionCount()

  init(
    _ batch: AnalyzedBatch, _ identities: [ReviewIdentity], analyzer: String, choice: FieldChoice
  ) {
    let reviews = batch.reviews
    var names = PersonalNames(batch.layout, choice)
    var json = JSONWriter(capacity: reviews.bytes.count / 2)
    var ends: [Int] = []
    ends.reserveCapacity(reviews.reviews.count)
    for record in reviews.reviews where !record.unreadable {
      json.open()
      for field in reviews.fields[record.fields] where !names.leavesOut(field.name, in: reviews) {
        json.key(reviews.bytes.span, field.name.range)
        json.string(reviews.bytes.span, field.value.range)
      }
      json.close()
      json.buffer.removeComma()
      ends.append(json.buffer.count)
    }
    rows = ReviewRows(
      source: batch.layout.source, analyzer: analyzer, bytes: reviews.bytes, fields: json.bytes,
      analyses: batch.analyses)
    stored.reserveCapacity(ends.count)
    var columns = PermissionColumns(batch.layout)
    var start = 0
    for (index, record) in reviews.reviews.enumerated() where !record.unreadable {
      let end = ends[stored.count]
      let reading = columns.reading(of: record, in: reviews)
      permissions.add(reading)
      rows.append(
        index, id: batch.stem(of: record, identities[index]), text: record.text.range,
        titleLength: record.titleLength, date: record.date?.range, rating: record.rating,
        ratingScale: batch.scale(of: record)?.rawValue, fields: start..<end,
        permission: reading.permission)
      stored.append(index)
      start = end
    }
    leftOut = names.leftOut
  }
}
