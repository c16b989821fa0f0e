/// Something wrong in a lexicon file, with its place.
public struct LexiconProblem: Sendable, Hashable, CustomStringConvertible {
  public let path: String
  /// Line and column, counted from 1 (columns in bytes); 0 where the whole file is meant.
  public let line: Int
  public let column: Int
  /// What is wrong and what to do.
  public let message: String

  public init(path: String, line: Int = 0, column: Int = 0, message: String) {
    self.path = path
    self.line = line
    self.column = column
    self.message = message
  }

  /// `path:line:column: message`, as editors and compilers write it.
  public var description: String {
    line == 0 ? "\(path): \(message)" : "\(path):\(line):\(column): \(message)"
  }
}
