/// A row of the words that redaction looks for cannot be used.
public struct WordsError: Error, Sendable, CustomStringConvertible {
  /// The file below `Lexicons`.
  public let path: String
  /// The line, counted from 1.
  public let line: Int
  /// What is wrong and what to do.
  public let message: String

  /// `path:line: message`.
  public var description: String { "\(path):\(line): \(message)" }
}
