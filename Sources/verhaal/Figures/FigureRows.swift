import ReviewIO
import ReviewStore
import StoryAnalysis
import StoryBrief
import StoryFigures

/// The reviews of dumps or of a store, one after another, as rows for figures: the one place where such rows come from.
///
/// No row is kept; of every experience the hash of its letters is, by which copies are known.
struct FigureRows {
  let dumps: DumpArguments
  /// Read instead of dumps where there is one.
  var store: ReviewStore? = nil
  var grouping: FigureGrouping? = nil
  /// Whether rows of reviews with a 9 or a 7 hold their words.
  var withWords = false

  /// What one chunk gives: a row and its place in the chunk.
  private struct Found: Sendable {
    var row: FigureRow
    let index: Int
  }

  /// The rows of dumps, or of the store that the operands name.
  ///
  /// - Throws: `UsageError` where a store does not stand alone, `StoreError` where it cannot be read.
  init(
    _ arguments: Arguments, operands: [String]? = nil, grouping: FigureGrouping? = nil,
    withWords: Bool = false
  ) throws {
    dumps = try DumpArguments(arguments, files: operands)
    if let path = try arguments.storePath(among: operands ?? arguments.operands) {
      store = try ReviewStore.read(path, source: arguments["source"])
    }
    self.grouping = grouping
    self.withWords = withWords
  }

  /// The version of the analyser whose verdicts all rows have.
  ///
  /// - Throws: `PartError` where a store has those of more than one.
  var soleAnalyzer: String {
    get throws {
      guard let store else { return dumps.run.analyzer.version }
      let versions = try store.analyzers.sorted()
      if versions.count > 1 {
        throw PartError.analyzers(store.path, versions[0], other: versions[1])
      }
      return versions.first ?? dumps.run.analyzer.version
    }
  }

  /// Hands on every readable review in input order.
  ///
  /// - Returns: what was read.
  /// - Throws: what `body` throws.
  func read(_ body: (FigureRow) throws -> Void) async throws -> FigureReading {
    if let store { return try read(store, body) }
    let grouping = grouping
    let analyzer = withWords ? dumps.run.analyzer : nil
    var first = FirstOccurrences()
    let report = try await dumps.forEachChunk(
      work: { batch, identities in
        return batch.analyses.indices.compactMap { index -> Found? in
          guard !batch.reviews.reviews[index].unreadable else { return nil }
          var row = FigureRow(index, of: batch, identity: identities[index], grouping: grouping)
          if let analyzer {
            let record = batch.reviews.reviews[index]
            row.addWords(
              of: Array(batch.reviews.bytes[record.text.range]), titleLength: record.titleLength,
              by: analyzer)
          }
          return Found(row: row, index: index)
        }
      },
      deliver: { found, occurrences in
        for var found in found {
          found.row.id += occurrences[found.index].suffix
          first.mark(&found.row)
          try body(found.row)
        }
      })
    return FigureReading(report)
  }

  private func read(
    _ store: ReviewStore, _ body: (FigureRow) throws -> Void
  ) throws -> FigureReading {
    try store.forEachFigureRow(source: dumps.run.options.source, grouping: grouping) {
      row, review in
      var row = row
      if withWords {
        row.addWords(of: review.text, titleLength: review.titleLength, by: dumps.run.analyzer)
      }
      try body(row)
    }
    return try FigureReading(store)
  }
}
