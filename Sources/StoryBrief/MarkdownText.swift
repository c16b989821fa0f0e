/// Text that means nothing in Markdown.
public enum MarkdownText {
  /// A text as one line that means nothing in Markdown, in Pandoc's and GitHub's additions to it, or in HTML.
  ///
  /// - Parameters:
  ///   - text: without control characters.
  ///   - isStart: whether a line begins with it, where marks of lists and headings count.
  public static func escaped(_ text: String, isStart: Bool = true) -> String {
    // By scalars, as those who read it do: a sign that carries an accent means the same.
    let scalars = Array(text.unicodeScalars.split(separator: " ").joined(separator: [" "]))
    var result = String.UnicodeScalarView()
    var before: Unicode.Scalar = " "
    for (place, scalar) in scalars.enumerated() {
      let next = scalars.dropFirst(place + 1).first
      let isSpecial =
        special.contains(scalar)
        // Pictures.
        || (scalar == "!" && next == "[")
        // Addresses, which become links by themselves.
        || (scalar == ":" && next == "/")
        || (scalar == "." && (before == "w" || before == "W"))
        // Lists and headings, where a line begins.
        || (isStart && place == 0 && "-+=:".unicodeScalars.contains(scalar))
        || (isStart && (scalar == "." || scalar == ")") && result.count < 10
          && !result.isEmpty && result.allSatisfy { "0"..."9" ~= $0 })
      if isSpecial { result.append("\\") }
      result.append(scalar)
      before = scalar
    }
    return String(result)
  }

  private static let special = Set("\\`*_[]{}<>#|~^&$@".unicodeScalars)
}
