/// Why nothing can be measured, and what to do about it.
struct BenchError: Error, CustomStringConvertible {
  let message: String
  let hint: String

  init(_ message: String, hint: String) {
    self.message = message
    self.hint = hint
  }

  var description: String { message + ". hint: " + hint }
}
