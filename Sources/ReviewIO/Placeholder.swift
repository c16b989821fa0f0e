/// Answers that say nothing: `nvt`, `geen`, `-` and the like.
enum Placeholder {
  /// Whether the range holds nothing, or nothing but such an answer.
  static func matches(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var range = bytes.trimmed(range)
    guard range.count <= 24 else { return false }
    while let last = range.last,
      bytes[last] == UInt8(ascii: ".") || bytes[last] == UInt8(ascii: "!")
    {
      range = range.lowerBound..<last
    }
    var word: [UInt8] = []
    var hasWordByte = false
    for i in range {
      word.append(Byte.folded(bytes[i]))
      if bytes[i] >= 0x80 || Byte.isDigit(bytes[i]) || Byte.folded(bytes[i]) &- 0x61 < 26 {
        hasWordByte = true
      }
    }
    return !hasWordByte || words.contains(word)
  }

  private static let words: Set<[UInt8]> = Set(
    [
      "geen", "nvt", "n.v.t", "n.v.t.", "n/a", "na", "n.a", "x", "xx", "xxx", "niets", "niks",
      "nee", "none", "null", "nan", "nil", "nothing", "geen opmerkingen", "geen opmerking",
      "geen commentaar", "niet van toepassing", "geen idee", "geen mening", "geen antwoord",
    ].map { Array($0.utf8) })
}
