/// The output lines of one chunk while they are written.
struct AnalysisLines: ~Copyable {
  var json: JSONWriter
  /// What the writer puts before every id; kept here so that it is built once a chunk.
  var head: [UInt8] = []
  /// What a store would leave out and what it would note of permissions, where the lines say so; built once a chunk too.
  var stored: (names: PersonalNames, permissions: PermissionColumns)?
  /// Offset behind the id of each line, its suffix included.
  private var idEnds: [Int] = []
  private var lineEnds: [Int] = []

  /// - Parameter capacity: bytes to make room for.
  init(capacity: Int) { json = JSONWriter(capacity: capacity) }

  /// Notes that the id of this line was written, and then `behind` bytes.
  mutating func markID(before behind: Int) { idEnds.append(json.buffer.count - behind) }

  /// Ends the line.
  mutating func end() {
    json.end()
    lineEnds.append(json.buffer.count)
  }

  /// Ends the line as a row of CSV.
  mutating func endRow() {
    json.buffer.endRow()
    lineEnds.append(json.buffer.count)
  }

  /// The lines as they stand.
  consuming func written() -> WrittenLines {
    WrittenLines(json.finished(), idEnds: idEnds, lineEnds: lineEnds)
  }
}
