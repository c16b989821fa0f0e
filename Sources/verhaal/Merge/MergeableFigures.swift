import StoryFigures

/// Figures as JSON with a row for each review, a line each, so that such files can be added up.
struct MergeableFigures {
  private let output: OutputFile
  private var bytes: [UInt8]
  private var isFirst = true

  /// How much is gathered before it is written, in bytes.
  private static let blockSize = 1 << 16

  /// What every such file begins with.
  static let start = "{\"mergeable\":"

  /// - Parameters:
  ///   - analyzer: whose verdicts all rows have.
  ///   - grouping: what the groups of the rows are.
  init(_ output: OutputFile, analyzer: String, by grouping: FigureGrouping?) {
    self.output = output
    var json = JSONWriter()
    json.open()
    json.key("mergeable")
    json.open()
    json.key("analyzer")
    json.string(analyzer)
    json.key("by")
    json.optional(grouping?.name)
    json.close()
    json.key("rows")
    json.open("[")
    bytes = json.bytes
  }

  mutating func add(_ row: FigureRow) throws(OutputError) {
    var json = JSONWriter()
    row.write(to: &json)
    bytes += Array((isFirst ? "\n" : ",\n").utf8) + json.bytes
    isFirst = false
    if bytes.count >= MergeableFigures.blockSize {
      try output.write(bytes)
      bytes.removeAll(keepingCapacity: true)
    }
  }

  /// Writes the figures of the rows behind them.
  mutating func finish(_ page: StatsPage) throws(OutputError) {
    bytes += Array("\n],".utf8) + page.json.utf8.dropFirst() + [UInt8(ascii: "\n")]
    try output.write(bytes)
    try output.finish()
  }
}
