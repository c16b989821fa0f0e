/// What lexicon files are read with.
extension Span<UInt8> {
  /// The first place of a byte in a range, or the range's end.
  @inline(__always)
  func firstIndex(of byte: UInt8, in range: Range<Int>) -> Int {
    var at = range.lowerBound
    while at < range.upperBound {
      let marks = eightBytes(at: at).marks(of: byte)
      if marks != 0 { return Swift.min(at + marks.trailingZeroBitCount / 8, range.upperBound) }
      at += 8
    }
    return range.upperBound
  }

  func contains(_ byte: UInt8, in range: Range<Int>) -> Bool {
    firstIndex(of: byte, in: range) < range.upperBound
  }

  /// The text of a range, with what is no UTF-8 repaired.
  func string(_ range: Range<Int>) -> String {
    unsafe extracting(range).withUnsafeBufferPointer {
      unsafe String(decoding: $0, as: UTF8.self)
    }
  }

  /// A whole number that is written in up to nine digits, or nil.
  func count(_ range: Range<Int>) -> Int? {
    guard (1...9).contains(range.count) else { return nil }
    var value = 0
    for at in range {
      let digit = self[at] &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      value = value * 10 + Int(digit)
    }
    return value
  }

  /// A decimal number such as `-0.25` in ten-thousandths; nil if it is none or has more than four
  /// decimals.
  func fixed(_ range: Range<Int>) -> Fixed? {
    if range.count == 1 {
      let digit = self[range.lowerBound] &- UInt8(ascii: "0")
      return digit < 10 ? Fixed(digit) * 10_000 : nil
    }
    // Its bounds are checked once, for most of the numbers in tables have but a digit or three.
    let cell = extracting(range)
    var start = 0
    var sign: Fixed = 1
    if !cell.isEmpty && (cell[0] == UInt8(ascii: "-") || cell[0] == UInt8(ascii: "+")) {
      sign = cell[0] == UInt8(ascii: "-") ? -1 : 1
      start = 1
    }
    var value = 0
    var digits = 0
    var point = cell.count
    while start < cell.count {
      let byte = unsafe cell[unchecked: start]
      let digit = byte &- UInt8(ascii: "0")
      if digit < 10 {
        value = value &* 10 &+ Int(digit)
        digits &+= 1
      } else if byte == UInt8(ascii: ".") && point == cell.count {
        point = start
      } else {
        return nil
      }
      start &+= 1
    }
    let decimals = Swift.max(cell.count - point - 1, 0)
    guard 1...9 ~= digits, decimals <= 4 else { return nil }
    switch decimals {
    case 0: value *= 10_000
    case 1: value *= 1_000
    case 2: value *= 100
    case 3: value *= 10
    default: break
    }
    return value < 2_000_000_000 ? sign * Fixed(value) : nil
  }
}

extension UInt64 {
  /// The highest bit of each of the eight bytes that are a byte.
  @inline(__always)
  func marks(of byte: UInt8) -> UInt64 {
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    let word = self ^ 0x0101_0101_0101_0101 &* UInt64(byte)
    // The sum of two times seven bits does not reach the next byte, so that each mark is exact.
    return ~((word & low) &+ low | word | low)
  }
}
