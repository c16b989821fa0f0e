/// The lines of a lexicon file with their numbers, without line ends, one after another.
///
/// Split on bytes: as a `Character`, `\r\n` is one element and no line would be found.
struct TextLines {
  private var position: Int
  private var number = 0

  init(_ text: Span<UInt8>) {
    let hasMark = text.count >= 3 && text[0] == 0xEF && text[1] == 0xBB && text[2] == 0xBF
    position = hasMark ? 3 : 0
  }

  mutating func next(in text: Span<UInt8>) -> TextLine? {
    guard position < text.count else { return nil }
    let start = position
    var end = text.firstIndex(of: UInt8(ascii: "\n"), in: start..<text.count)
    position = end + 1
    number += 1
    if end > start && text[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return TextLine(number: number, range: start..<end)
  }
}
