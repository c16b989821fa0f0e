/// The output lines of one chunk, in which the occurrence of an id can still be filled in.
///
/// Occurrences are known only when chunks are joined in order. They are almost always the first, so the
/// lines are written for that and seldom changed.
struct AnalysisLines: Sendable {
  var json = JSONText()
  /// What the writer puts before every id; kept here so that it is built once a chunk.
  var head: [UInt8] = []
  /// Offset behind the id of each line, its suffix included.
  private var idEnds: [Int] = []

  mutating func markID(end: Int) { idEnds.append(end) }

  /// The bytes, with the suffixes for occurrences beyond the first.
  ///
  /// - Parameter identities: one for each line, with the occurrence.
  func bytes(_ identities: [(isNamed: Bool, occurrence: Int32)]) -> [UInt8] {
    if identities.allSatisfy({ $0.occurrence == 1 }) { return json.bytes }
    var result: [UInt8] = []
    result.reserveCapacity(json.bytes.count + 8 * identities.count)
    var position = 0
    for (end, identity) in zip(idEnds, identities) where identity.occurrence > 1 {
      let written = ReviewID.suffix(1, isNamed: identity.isNamed).utf8.count
      result += json.bytes[position..<(end - written)]
      result += ReviewID.suffix(identity.occurrence, isNamed: identity.isNamed).utf8
      position = end
    }
    result += json.bytes[position...]
    return result
  }
}
