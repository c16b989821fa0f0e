/// The output lines of one chunk, in which the occurrence of an id can still be filled in.
///
/// Occurrences are known only when chunks are joined in order. They are almost always the first, so the
/// lines are written for that and seldom changed.
struct AnalysisLines: Sendable {
  var json = JSONWriter()
  /// What the writer puts before every id; kept here so that it is built once a chunk.
  var head: [UInt8] = []
  /// Offset behind the id of each line, its suffix included.
  private var idEnds: [Int] = []

  mutating func markID(end: Int) { idEnds.append(end) }

  /// The bytes, with the suffixes for occurrences beyond the first.
  ///
  /// - Parameter occurrences: one for each line.
  func bytes(_ occurrences: [Occurrence]) -> [UInt8] {
    if occurrences.allSatisfy({ $0.number == 1 }) { return json.bytes }
    var result: [UInt8] = []
    result.reserveCapacity(json.bytes.count + 8 * occurrences.count)
    var position = 0
    for (end, occurrence) in zip(idEnds, occurrences) where occurrence.number > 1 {
      result += json.bytes[position..<(end - occurrence.first.suffix.utf8.count)]
      result += occurrence.suffix.utf8
      position = end
    }
    result += json.bytes[position...]
    return result
  }
}
