/// The output lines of one chunk while they are written.
struct AnalysisLines: ~Copyable {
  var json: JSONWriter
  /// What the writer puts before every id; kept here so that it is built once a chunk.
  var head: [UInt8] = []
  /// Offset behind the id of each line, its suffix included.
  private var idEnds: [Int] = []

  /// - Parameter capacity: bytes to make room for.
  init(capacity: Int) { json = JSONWriter(capacity: capacity) }

  /// Notes that the id of this line was written, and then `behind` bytes.
  mutating func markID(before behind: Int) { idEnds.append(json.buffer.count - behind) }

  /// The lines as they stand.
  consuming func written() -> WrittenLines { WrittenLines(json.finished(), idEnds: idEnds) }
}
