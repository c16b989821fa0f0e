/// Why a question cannot be answered by what was read.
struct QueryError: Error, CustomStringConvertible {
  let message: String
  let hint: String

  var description: String { "\(message). hint: \(hint)" }
}
