/// The lines of a lexicon file with their numbers, without line ends.
///
/// Splits on bytes: as a `Character`, `\r\n` is one element and no line would be found.
struct TextLines: Sequence, IteratorProtocol {
  private let bytes: [UInt8]
  private var position: Int
  private var number = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    position = hasMark ? 3 : 0
  }

  mutating func next() -> TextLine? {
    guard position < bytes.count else { return nil }
    var end = position
    while end < bytes.count && bytes[end] != UInt8(ascii: "\n") { end += 1 }
    let start = position
    position = end + 1
    number += 1
    if end > start && bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return TextLine(number: number, bytes: bytes[start..<end], start: start)
  }
}
