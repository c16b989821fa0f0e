/// One line of a lexicon file.
struct TextLine {
  /// Counted from 1.
  let number: Int
  /// Where it stands in the file.
  let range: Range<Int>

  func isBlank(in text: Span<UInt8>) -> Bool {
    for at in range where text[at] != UInt8(ascii: " ") && text[at] != UInt8(ascii: "\t") {
      return false
    }
    return true
  }

  func isComment(in text: Span<UInt8>) -> Bool {
    !range.isEmpty && text[range.lowerBound] == UInt8(ascii: "#")
  }

  /// The column of a part of this line, counted from 1 in bytes.
  func column(of part: Range<Int>) -> Int { part.lowerBound - range.lowerBound + 1 }
}
