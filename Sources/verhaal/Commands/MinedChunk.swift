import ReviewIO
import StoryAnalysis

/// The output of `mine` for one chunk.
struct MinedChunk: Sendable {
  let lines: WrittenLines
  /// What goes into a store, if there is one.
  let stored: StoredChunk?
  /// The reviews that have a line, by their place in the chunk.
  var written: [Int] = []
  var tally = ReviewTally()

  /// - Parameters:
  ///   - writer: nil where no lines are wanted.
  ///   - stored: the same reviews for a store.
  init(
    _ batch: AnalyzedBatch, _ identities: [ReviewIdentity], writer: (any AnalysisWriter)?,
    keepsErrors: Bool, stored: StoredChunk? = nil
  ) {
    self.stored = stored
    guard let writer else {
      for (index, record) in batch.reviews.reviews.enumerated() where !record.unreadable {
        tally.add(index, of: batch, identities[index])
      }
      lines = AnalysisLines(capacity: 0).written()
      return
    }
    let errors = Dictionary(
      batch.reviews.diagnostics.filter { $0.kind.isUnreadable }.map { ($0.record, $0) },
      uniquingKeysWith: { first, _ in first })
    // What is written is as long as what was read, and some 600 bytes a review.
    var lines = AnalysisLines(
      capacity: batch.reviews.bytes.count + 600 * batch.reviews.reviews.count)
    written.reserveCapacity(batch.reviews.reviews.count)
    for (index, record) in batch.reviews.reviews.enumerated() {
      if record.unreadable && !keepsErrors { continue }
      let id = batch.firstID(of: record, identities[index])
      if record.unreadable {
        guard let error = errors[record.number] else { continue }
        written.append(index)
        writer.append(error: error, of: batch, id: id, to: &lines)
      } else {
        written.append(index)
        writer.append(index, of: batch, id: id, to: &lines)
        tally.add(index, of: batch, identities[index])
      }
    }
    self.lines = lines.written()
  }
}
