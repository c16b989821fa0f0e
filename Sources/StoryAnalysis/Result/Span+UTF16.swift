extension Span where Element == UInt8 {
  /// The number of UTF-16 units before a byte offset, as JavaScript, Excel and Label Studio count.
  ///
  /// Linear in the offset.
  func utf16Offset(ofByte offset: Int) -> Int { utf16Length(of: 0..<offset) }

  /// The number of UTF-16 units in a range of bytes.
  private func utf16Length(of range: Range<Int>) -> Int {
    var units = 0
    for at in range {
      let byte = self[at]
      // Continuation bytes add nothing; a lead byte of four stands for two units.
      if byte & 0xC0 != 0x80 { units += byte >= 0xF0 ? 2 : 1 }
    }
    return units
  }

  /// The number of UTF-16 units before the start and before the end of every token, in one pass.
  func utf16Offsets(of tokens: [Token]) -> [(start: Int, end: Int)] {
    var offsets: [(start: Int, end: Int)] = []
    offsets.reserveCapacity(tokens.count)
    var at = 0
    var units = 0
    for token in tokens {
      let start = units + utf16Length(of: at..<Int(token.start))
      units = start + utf16Length(of: Int(token.start)..<Int(token.end))
      at = Int(token.end)
      offsets.append((start, units))
    }
    return offsets
  }
}
