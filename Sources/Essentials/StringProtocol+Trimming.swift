extension StringProtocol {
  /// Without the white space around it, line ends and marks without width among it.
  public func trimmed() -> String {
    func isSpace(_ scalar: Unicode.Scalar) -> Bool {
      scalar.properties.isWhitespace || scalar == "\u{200B}" || scalar == "\u{FEFF}"
    }
    let start = unicodeScalars.drop(while: isSpace)
    guard let last = start.lastIndex(where: { !isSpace($0) }) else { return "" }
    return String(String.UnicodeScalarView(start[...last]))
  }
}
