/// A figure and the value that it must reach: `macroF1=0.8`, `domains.camping.storyF1=0.7`.
struct Minimum {
  let name: String
  let value: Double

  /// - Throws: `UsageError` where the text is no name and number.
  init(_ text: String) throws(UsageError) {
    // The last one: the name of a domain may hold another.
    guard let equals = text.lastIndex(of: "="),
      let value = Double(text[text.index(after: equals)...]), (0...1).contains(value)
    else {
      throw UsageError("--minimum is NAME=N with N from 0 to 1, not ‘\(text)’")
    }
    name = String(text[..<equals])
    self.value = value
  }
}
