/// The rows of a table, which are the lines that are neither blank nor comments, one after another.
struct TextRows {
  private var lines: TextLines
  /// The present row.
  private(set) var line = TextLine(number: 0, range: 0..<0)
  /// The parts of the present row between tabs, once it is split.
  private(set) var cells: [Range<Int>] = []

  init(_ text: Span<UInt8>) { lines = TextLines(text) }

  /// Goes on to the next row and splits it; false if there is none.
  mutating func advance(in text: Span<UInt8>) -> Bool {
    guard advanceLine(in: text) else { return false }
    split(in: text)
    return true
  }

  /// Goes on to the next row, which is not split; false if there is none.
  mutating func advanceLine(in text: Span<UInt8>) -> Bool {
    while let line = lines.next(in: text) {
      if line.isBlank(in: text) || line.isComment(in: text) { continue }
      self.line = line
      return true
    }
    return false
  }

  mutating func split(in text: Span<UInt8>) {
    cells.removeAll(keepingCapacity: true)
    var start = line.range.lowerBound
    // Cells are short: of eight bytes all tabs are seen at once.
    for at in stride(from: start, to: line.range.upperBound, by: 8) {
      var tabs = text.eightBytes(at: at).marks(of: UInt8(ascii: "\t"))
      while tabs != 0 {
        let tab = at + tabs.trailingZeroBitCount / 8
        if tab >= line.range.upperBound { break }
        cells.append(start..<tab)
        start = tab + 1
        tabs &= tabs - 1
      }
    }
    cells.append(start..<line.range.upperBound)
  }
}
