import ReviewIO
import StoryAnalysis
import StoryFigures

/// The reviews of dumps, one after another, as rows for figures: the one place where such rows come from.
///
/// No row is kept; of every experience the hash of its letters is, by which copies are known.
struct FigureRows {
  let dumps: DumpArguments
  var grouping: FigureGrouping? = nil
  /// Whether rows of reviews with a 9 or a 7 hold their words.
  var withWords = false

  /// What one chunk gives: a row, its hash and its place in the chunk.
  private struct Found: Sendable {
    var row: FigureRow
    let letters: LetterHash?
    let index: Int
  }

  /// Hands on every readable review in input order.
  ///
  /// - Returns: what was read.
  /// - Throws: what `body` throws.
  func read(_ body: (FigureRow) throws -> Void) async throws -> ReadingReport {
    let grouping = grouping
    let analyzer = withWords ? dumps.run.analyzer : nil
    var first = FirstOccurrences()
    return try await dumps.forEachChunk(
      work: { batch, identities in
        batch.analyses.indices.compactMap { index -> Found? in
          guard !batch.reviews.reviews[index].unreadable else { return nil }
          var row = FigureRow(index, of: batch, identity: identities[index], grouping: grouping)
          if let analyzer {
            row.addWords(of: batch.reviews.reviews[index], in: batch, by: analyzer)
          }
          let range = batch.reviews.reviews[index].text.range
          return Found(
            row: row,
            letters: row.basis == .experience ? LetterHash(batch.reviews.bytes.span, range) : nil,
            index: index)
        }
      },
      deliver: { found, occurrences in
        for var found in found {
          found.row.id += occurrences[found.index].suffix
          if let letters = found.letters {
            found.row.isDuplicate = !first.isFirst(letters, source: found.row.source)
          }
          try body(found.row)
        }
      })
  }
}
