extension String {
  /// The text with U+FFFD for control characters and for those that turn the direction of writing, which a review could
  /// use to steer a terminal or to mislead a reader.
  ///
  /// - Parameter keepingLines: leaves the ends of lines; otherwise they become spaces, as tabs do.
  public func withoutControls(keepingLines: Bool = false) -> String {
    var result = ""
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0x0A where keepingLines: result.append("\n")
      case 0x0A, 0x09, 0x0D: result.append(" ")
      case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: result.append("\u{FFFD}")
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
