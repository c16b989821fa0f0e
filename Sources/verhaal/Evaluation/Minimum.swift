/// A figure and the value that it must reach: `macroF1=0.8`.
struct Minimum {
  let name: String
  let value: Double

  /// - Throws: `UsageError` where the text is no name and number.
  init(_ text: String) throws(UsageError) {
    let parts = text.split(separator: "=", maxSplits: 1)
    guard parts.count == 2, let value = Double(parts[1]), (0...1).contains(value) else {
      throw UsageError("--minimum is NAME=N with N from 0 to 1, not ‘\(text)’")
    }
    name = String(parts[0])
    self.value = value
  }
}
