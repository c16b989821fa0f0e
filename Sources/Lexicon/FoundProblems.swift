/// What is found wrong in the files that are read, with the file that is read now.
struct FoundProblems {
  /// Each with the number of its file.
  private var all: [(file: Int, problem: LexiconProblem)] = []
  /// The number of the file that is read, and where a reader finds it.
  private(set) var file = 0
  private(set) var origin = ""

  /// Begins a file.
  ///
  /// - Parameter number: tells it from other files; files are ordered by it.
  mutating func begin(_ file: LexiconFile, number: Int) {
    self.file = number
    origin = file.origin
  }

  /// - Parameter part: where in the line; its beginning by default.
  mutating func report(_ line: TextLine, _ part: Range<Int>? = nil, _ message: String) {
    report(message, line: line.number, column: part.map { line.column(of: $0) } ?? 1)
  }

  mutating func report(_ message: String, line: Int = 0, column: Int = 0) {
    let problem = LexiconProblem(path: origin, line: line, column: column, message: message)
    all.append((file, problem))
  }

  /// All of these and others, in the order of the files, whichever were read first.
  func inOrder(with others: FoundProblems) -> [LexiconProblem] {
    var byFile: [Int: [LexiconProblem]] = [:]
    for (file, problem) in all + others.all { byFile[file, default: []].append(problem) }
    return byFile.keys.sorted().flatMap { byFile[$0]! }
  }

  // MARK: Numbers

  /// A number in a range, or nil with a problem.
  mutating func number(
    _ cell: Range<Int>, in range: ClosedRange<Fixed>, _ text: Span<UInt8>, _ line: TextLine
  ) -> Fixed? {
    guard let value = text.fixed(cell) else {
      report(line, cell, "‘\(text.string(cell))’ is not a number with at most four decimals")
      return nil
    }
    guard range.contains(value) else {
      report(
        line, cell,
        "\(text.string(cell)) is out of range; expected \(range.lowerBound.asDouble) to "
          + "\(range.upperBound.asDouble)")
      return nil
    }
    return value
  }

  /// The norms behind the first cell of a row, one a scale; scales left out at the end are 0.
  ///
  /// - Returns: the first cell with them, or nil with a problem.
  mutating func norms(
    _ row: inout TextRows, of what: String, _ text: Span<UInt8>
  ) -> (cell: Range<Int>, norms: Norms)? {
    let line = row.line.range
    let tab = text.firstIndex(of: UInt8(ascii: "\t"), in: line)
    if let norms = Norms(plain: tab..<line.upperBound, of: text) {
      return (line.lowerBound..<tab, norms)
    }
    row.split(in: text)
    let scales = Norms.Scale.allCases
    guard (2...(scales.count + 1)).contains(row.cells.count) else {
      let names = scales.map(\.rawValue).joined(separator: ", ")
      report(row.line, nil, "expected two to eight columns: \(what), \(names)")
      return nil
    }
    var norms = Norms()
    for (scale, cell) in zip(scales, row.cells.dropFirst()) {
      guard let value = number(cell, in: scale.range, text, row.line) else { return nil }
      norms[scale] = value
    }
    return (row.cells[0], norms)
  }
}
