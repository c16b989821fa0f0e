/// Writes validated JSON values as text.
enum JSONText {
  /// Appends the value of a string without its quotes; returns how many half surrogate pairs in it
  /// became U+FFFD.
  static func appendUnescaped(
    _ bytes: Span<UInt8>, _ range: Range<Int>, to output: inout [UInt8]
  ) -> Int {
    var lone = 0
    var i = range.lowerBound
    let end = range.upperBound
    while i < end {
      let plain = bytes.first(Byte.backslash, from: i, to: end)
      output.append(bytes, i..<plain)
      i = plain
      guard i + 1 < end else { break }
      let escape = bytes[i + 1]
      i += 2
      switch escape {
      case UInt8(ascii: "n"): output.append(Byte.lineFeed)
      case UInt8(ascii: "r"): output.append(Byte.carriageReturn)
      case UInt8(ascii: "t"): output.append(Byte.tab)
      case UInt8(ascii: "b"): output.append(0x08)
      case UInt8(ascii: "f"): output.append(0x0c)
      case UInt8(ascii: "u"):
        let first = unit(bytes, i, end) ?? 0xfffd
        i += 4
        if first & 0xfc00 == 0xd800, i + 1 < end, bytes[i] == Byte.backslash,
          bytes[i + 1] == UInt8(ascii: "u"), let second = unit(bytes, i + 2, end),
          second & 0xfc00 == 0xdc00
        {
          output.append(scalar: 0x10000 + (first & 0x3ff) << 10 + second & 0x3ff)
          i += 6
        } else if first & 0xf800 == 0xd800 {
          output.append(scalar: 0xfffd)
          lone += 1
        } else {
          output.append(scalar: first)
        }
      default: output.append(escape)
      }
    }
    return lone
  }

  /// Appends an array or object without the white space between its tokens.
  static func appendCompact(_ bytes: Span<UInt8>, _ range: Range<Int>, to output: inout [UInt8]) {
    var i = range.lowerBound
    let end = range.upperBound
    while i < end {
      let byte = bytes[i]
      if byte == Byte.quote {
        let start = i
        i += 1
        while i < end && bytes[i] != Byte.quote {
          i = bytes.first(
            Byte.quote, Byte.backslash, from: bytes[i] == Byte.backslash ? i + 2 : i,
            to: end)
        }
        i = min(i + 1, end)
        output.append(bytes, start..<i)
      } else {
        if !Byte.isSpace(byte) { output.append(byte) }
        i += 1
      }
    }
  }

  /// The UTF-16 unit that the four hexadecimal digits at `start` give.
  static func unit(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> UInt32? {
    guard start + 4 <= end else { return nil }
    var value: UInt32 = 0
    for k in start..<(start + 4) {
      let byte = Byte.folded(bytes[k])
      switch byte {
      case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
      case 0x61...0x66: value = value << 4 | UInt32(byte - 0x57)
      default: return nil
      }
    }
    return value
  }
}
