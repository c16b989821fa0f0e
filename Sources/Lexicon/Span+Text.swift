/// What lexicon files are read with.
extension Span<UInt8> {
  /// The first place of a byte in a range, or the range's end.
  func firstIndex(of byte: UInt8, in range: Range<Int>) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    var at = range.lowerBound
    while at < range.upperBound {
      // The lowest byte that is 0 here is the lowest that is marked.
      let word = eightBytes(at: at) ^ ones &* UInt64(byte)
      let marks = (word &- ones) & ~word & ones << 7
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
    var start = range.lowerBound
    var sign: Fixed = 1
    if !range.isEmpty && (self[start] == UInt8(ascii: "-") || self[start] == UInt8(ascii: "+")) {
      sign = self[start] == UInt8(ascii: "-") ? -1 : 1
      start += 1
    }
    var value = 0
    var digits = 0
    var point = range.upperBound
    for at in start..<range.upperBound {
      let digit = self[at] &- UInt8(ascii: "0")
      if digit < 10 {
        value = value &* 10 &+ Int(digit)
        digits += 1
      } else if self[at] == UInt8(ascii: ".") && point == range.upperBound {
        point = at
      } else {
        return nil
      }
    }
    let decimals = Swift.max(range.upperBound - point - 1, 0)
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
