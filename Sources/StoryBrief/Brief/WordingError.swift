/// A row of the sentences of briefs cannot be used; the tests rule it out for those that are built in.
public struct WordingError: Error, Sendable, CustomStringConvertible {
  /// The file below `Lexicons`.
  public let path: String
  /// Counted from 1; 0 where the whole file is meant.
  public let line: Int
  /// What is wrong and what to do.
  public let message: String

  /// `path:line: message`.
  public var description: String {
    line == 0 ? "\(path): \(message)" : "\(path):\(line): \(message)"
  }
}
