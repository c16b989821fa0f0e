/// Text that means nothing in Markdown.
public enum MarkdownText {
  /// A text as one line that means nothing in Markdown, in Pandoc's and GitHub's additions to it, or in HTML.
  ///
  /// - Parameters:
  ///   - text: without control characters.
  ///   - isStart: whether a line begins with it, where marks of lists and headings count.
  public static func escaped(_ text: String, isStart: Bool = true) -> String {
    let line = text.split(separator: " ").joined(separator: " ")
    var result = ""
    var before: Character = " "
    let characters = Array(line)
    for (place, character) in characters.enumerated() {
      let isSpecial =
        "\\`*_[]{}<>#|~^&$@".contains(character)
        // Pictures.
        || (character == "!" && characters.dropFirst(place + 1).first == "[")
        // Addresses, which become links by themselves.
        || (character == ":" && characters.dropFirst(place + 1).first == "/")
        || (character == "." && "wW".contains(before))
        // Lists and headings, where a line begins.
        || (isStart && place == 0 && "-+=:".contains(character))
        || (isStart && (character == "." || character == ")") && result.count < 10
          && !result.isEmpty && result.allSatisfy { $0.isASCII && $0.isNumber })
      if isSpecial { result.append("\\") }
      result.append(character)
      before = character
    }
    return result
  }
}
