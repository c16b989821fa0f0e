/// A text to analyse: where it lies in a buffer, and where its title ends.
public struct AnalyzedText: Sendable, Hashable {
  /// UTF-8 bytes of the title, a newline and the body, or of the body alone.
  public let range: Range<Int>
  /// Length of the title in bytes; 0 if there is none.
  public let titleLength: Int

  public init(range: Range<Int>, titleLength: Int = 0) {
    self.range = range
    self.titleLength = titleLength
  }
}
