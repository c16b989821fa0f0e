/// The words between the spaces of a part of a text, one after another.
struct TextWords {
  private var left: Range<Int>

  init(_ part: Range<Int>) { left = part }

  mutating func next(in text: Span<UInt8>) -> Range<Int>? {
    var start = left.lowerBound
    while start < left.upperBound && text[start] == UInt8(ascii: " ") { start += 1 }
    guard start < left.upperBound else { return nil }
    let end = text.firstIndex(of: UInt8(ascii: " "), in: start..<left.upperBound)
    left = end..<left.upperBound
    return start..<end
  }

  /// All words that are left.
  func rest(in text: Span<UInt8>) -> [Range<Int>] {
    var words = self
    var all: [Range<Int>] = []
    while let word = words.next(in: text) { all.append(word) }
    return all
  }
}
