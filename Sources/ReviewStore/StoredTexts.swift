import StoryAnalysis

/// Some texts of a store, for analysing them anew.
public struct StoredTexts: Sendable {
  /// The texts behind each other.
  public internal(set) var bytes: [UInt8] = []
  public internal(set) var texts: [AnalyzedText] = []
  /// Their places in the store, ascending.
  public internal(set) var reviews: [Int64] = []
}

extension ReviewStore {
  /// Bytes from which no more texts are read at a time, so that memory stays bounded.
  private static let mostTextBytes = 4 << 20

  /// The texts behind a place in the store, in the order of import; none at the end.
  ///
  /// - Parameters:
  ///   - review: the last place that was read; 0 at first.
  ///   - most: how many at most; fewer where they are long.
  public func texts(after review: Int64, most: Int) throws(StoreError) -> StoredTexts {
    let statement = try Statement(
      database,
      "SELECT review, title_bytes, text FROM review_text WHERE review > ? ORDER BY review LIMIT ?")
    statement.bind([.integer(review), .integer(Int64(most))])
    var result = StoredTexts()
    while result.bytes.count < ReviewStore.mostTextBytes, try statement.step() {
      let start = result.bytes.count
      result.bytes += statement.bytes(2)
      result.reviews.append(statement.integer(0))
      result.texts.append(
        AnalyzedText(
          range: start..<result.bytes.count, titleLength: Int(statement.integer(1))))
    }
    return result
  }
}
