extension Span where Element == UInt8 {
  /// The number of UTF-16 units in a range of bytes, as JavaScript, Excel and Label Studio count.
  public func utf16Length(of range: Range<Int>) -> Int {
    var length = 0
    // Counted in single bytes, as far as those reach: the processor then takes sixteen at once.
    for start in stride(from: range.lowerBound, to: range.upperBound, by: 127) {
      let bytes = extracting(start..<min(start + 127, range.upperBound))
      var units: UInt8 = 0
      for at in bytes.indices {
        let byte = bytes[at]
        // Continuation bytes add nothing; a lead byte of four stands for two units.
        units &+= (byte & 0xC0 == 0x80 ? 0 : 1) &+ (byte >= 0xF0 ? 1 : 0)
      }
      length += Int(units)
    }
    return length
  }

  /// The number of UTF-16 units from `origin` to the start and to the end of every token, in one pass.
  func utf16Offsets(of tokens: ArraySlice<Token>, from origin: Int) -> [(start: Int, end: Int)] {
    var offsets: [(start: Int, end: Int)] = []
    offsets.reserveCapacity(tokens.count)
    var at = origin
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
