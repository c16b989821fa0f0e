/// Answers that say nothing: `nvt`, `geen`, `-` and the like.
enum Placeholder {
  /// Whether the range holds nothing, or nothing but such an answer.
  static func matches(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var range = bytes.trimmed(range)
    guard range.count <= FoldedWord.maximumCount else { return false }
    while let last = range.last,
      bytes[last] == UInt8(ascii: ".") || bytes[last] == UInt8(ascii: "!")
    {
      range = range.lowerBound..<last
    }
    return !range.contains(where: { isWordByte(bytes[$0]) })
      || words.meaning(bytes, range) != nil
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    byte >= 0x80 || Byte.isDigit(byte) || Byte.folded(byte) &- 0x61 < 26
  }

  private static let words = FoldedWords(
    [
      "geen", "nvt", "n.v.t", "n.v.t.", "n/a", "na", "n.a", "x", "xx", "xxx", "niets", "niks",
      "nee", "none", "null", "nan", "nil", "nothing", "geen opmerkingen", "geen opmerking",
      "geen commentaar", "niet van toepassing", "geen idee", "geen mening", "geen antwoord",
    ].map { ($0, ()) })
}
