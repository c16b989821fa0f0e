/// A gold file that cannot be used.
struct GoldError: Error, CustomStringConvertible {
  let path: String
  /// Counted from 1; 0 for the whole file.
  let line: Int
  let message: String

  var description: String { line == 0 ? "\(path): \(message)" : "\(path):\(line): \(message)" }
}
