/// Masks a text line by line, in memory for one line.
public struct RedactionStream {
  private var lines: LineRedaction
  /// How many pieces of personal data were masked up to now.
  public private(set) var maskedCount = 0

  init(words: Words) { lines = LineRedaction(words: words) }

  /// Appends the next line, given without its end, with its masks.
  public mutating func append(_ line: Span<UInt8>, to output: inout [UInt8]) {
    lines.read(line)
    lines.write(line, to: &output)
    maskedCount += lines.findings.count
  }
}
