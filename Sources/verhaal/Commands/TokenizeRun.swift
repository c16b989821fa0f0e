import StoryAnalysis

/// The tokens of an input, a block at a time: an empty line ends every sentence, so that blocks may end there.
struct TokenizeRun {
  private let analyzer: Analyzer
  private var block: [UInt8] = []
  /// Where the block begins in the input, and the number of its first sentence.
  private var (start, firstSentence) = (0, 0)
  private var endsInEmptyLine = false

  /// From how many bytes on a block is full, where it ends in an empty line; and so much is written at once.
  private static let blockSize = 1 << 20

  init(analyzer: Analyzer) { self.analyzer = analyzer }

  /// Whether the tokens may be written.
  var isFull: Bool { endsInEmptyLine && block.count >= TokenizeRun.blockSize }

  /// Bytes that wait.
  var count: Int { block.count }

  /// Takes a line.
  mutating func add(_ line: Span<UInt8>, hasLineFeed: Bool) {
    unsafe line.withUnsafeBufferPointer { unsafe block.append(contentsOf: $0) }
    if hasLineFeed { block.append(UInt8(ascii: "\n")) }
    endsInEmptyLine = line.isEmpty && block.count > 1
  }

  /// Writes the lines of the tokens until here.
  mutating func write(to output: OutputFile) throws(OutputError) {
    var lines: [UInt8] = []
    var sentences = 0
    for token in analyzer.tokens(of: block) {
      sentences = Int(token.sentence) + 1
      lines += "\(start + Int(token.start))\t\(start + Int(token.end))\t".utf8
      lines += "\(firstSentence + Int(token.sentence))\t".utf8
      lines += block[token.range]
      lines.append(UInt8(ascii: "\n"))
      if lines.count > TokenizeRun.blockSize {
        try output.write(lines)
        lines.removeAll(keepingCapacity: true)
      }
    }
    try output.write(lines)
    start += block.count
    firstSentence += sentences
    block.removeAll(keepingCapacity: true)
  }
}
