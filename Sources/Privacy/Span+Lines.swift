extension Span<UInt8> {
  /// The place of the next line feed, or the end.
  func lineEnd(from start: Int) -> Int {
    var at = start
    while at < count && self[at] != UInt8(ascii: "\n") { at += 1 }
    return at
  }

  /// The number of UTF-16 units in a range of bytes; a byte that is no UTF-8 counts as U+FFFD.
  func unitsUTF16(_ range: Range<Int>) -> Int {
    var units = 0
    var at = range.lowerBound
    while at < range.upperBound {
      let length = self[at] < 0x80 ? 1 : Pieces.scalar(self, at).1
      units += length == 4 ? 2 : 1
      at += length
    }
    return units
  }
}
