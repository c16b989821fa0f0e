/// The rows of a table, which are the lines that are neither blank nor comments, one after another.
struct TextRows {
  private var lines: TextLines
  /// The present row.
  private(set) var line = TextLine(number: 0, range: 0..<0)
  /// The parts of the present row between tabs.
  private(set) var cells: [Range<Int>] = []

  init(_ text: Span<UInt8>) { lines = TextLines(text) }

  /// Goes on to the next row; false if there is none.
  mutating func advance(in text: Span<UInt8>) -> Bool {
    while let line = lines.next(in: text) {
      if line.isBlank(in: text) || line.isComment(in: text) { continue }
      self.line = line
      cells.removeAll(keepingCapacity: true)
      var start = line.range.lowerBound
      while true {
        let end = text.firstIndex(of: UInt8(ascii: "\t"), in: start..<line.range.upperBound)
        cells.append(start..<end)
        if end == line.range.upperBound { return true }
        start = end + 1
      }
    }
    return false
  }
}
