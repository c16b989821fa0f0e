/// Which letters came before in a source.
///
/// It remembers one hash for every text, 8 bytes in a set that is at most three quarters full: 13 to 27 bytes a review.
public struct FirstOccurrences: Sendable {
  private var seen: [String: Set<UInt64>] = [:]

  public init() {}

  /// Says of a review whether an earlier one of its source has its letters.
  public mutating func mark(_ row: inout FigureRow) {
    if let letters = row.letters { row.isDuplicate = !isFirst(letters, source: row.source) }
  }

  /// Whether no earlier review of the source has these letters.
  public mutating func isFirst(_ letters: UInt64, source: String) -> Bool {
    seen[source, default: []].insert(letters).inserted
  }
}
