import ReviewIO
import ReviewStore
import StoryAnalysis
import StoryFigures

extension FigureRow {
  /// The row of a review of a chunk, its id without its occurrence and not yet known to be a duplicate.
  init(
    _ index: Int, of batch: AnalyzedBatch, identity: ReviewIdentity, grouping: FigureGrouping?
  ) {
    let record = batch.reviews.reviews[index]
    let analysis = batch.analyses[index]
    self.init(
      source: batch.layout.source, id: batch.idStem(of: record, identity), label: analysis.label,
      story: analysis.story, basis: analysis.basis, momentValence: analysis.moments.first?.valence,
      moment: analysis.moments.first?.text, memorability: analysis.memorability,
      rating: record.rating, day: record.date.flatMap { Day(batch.reviews.string($0)) },
      words: analysis.wordCount, drivers: analysis.drivers, flags: analysis.flags)
    if rating != nil {
      scale = batch.scale(of: record).flatMap { GradeScale(rawValue: $0.rawValue) }
    }
    if basis == .experience {
      letters = TextSignature.letters(record.text.range, in: batch.reviews.bytes)
    }
    switch grouping {
    case nil: break
    case .month: groups = day.map { [$0.month] } ?? []
    case .source: groups = [source]
    case .driver: groups = drivers.map(\.name)
    case .field(let name): groups = batch.reviews.value(of: name, in: record).map { [$0] } ?? []
    }
  }
}

extension ReviewBatch {
  /// The value of a column without a role of its own; nil where it is not there or empty.
  func value(of name: String, in record: ReviewRecord) -> String? {
    // Bytes are compared one by one; most names differ in length.
    for field in fields[record.fields]
    where field.value.count > 0 && field.name.count == name.utf8.count
      && bytes[field.name.range].elementsEqual(name.utf8)
    {
      return string(field.value)
    }
    return nil
  }
}
