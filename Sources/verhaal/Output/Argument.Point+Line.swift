import StoryBrief

extension Argument.Point {
  /// The weight, the phrase and the words.
  func line(_ style: Style) -> String {
    style.weight(weight) + "  " + phrase
      + (quotes.isEmpty ? "" : style.dim("  " + quotes.joined(separator: " ")))
  }
}
