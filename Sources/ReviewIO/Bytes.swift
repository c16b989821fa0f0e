import Essentials

/// The bytes that have a meaning in delimited text or JSON.
enum Byte {
  static let tab: UInt8 = 0x09
  static let lineFeed: UInt8 = 0x0a
  static let carriageReturn: UInt8 = 0x0d
  static let space: UInt8 = 0x20
  static let quote: UInt8 = 0x22
  static let comma: UInt8 = 0x2c
  static let colon: UInt8 = 0x3a
  static let backslash: UInt8 = 0x5c
  static let openBracket: UInt8 = 0x5b
  static let closeBracket: UInt8 = 0x5d
  static let openBrace: UInt8 = 0x7b
  static let closeBrace: UInt8 = 0x7d

  @inline(__always)
  static func isSpace(_ byte: UInt8) -> Bool { byte <= space && spaces &>> UInt64(byte) & 1 != 0 }

  /// One bit for each byte that is white space.
  private static var spaces: UInt64 {
    1 << UInt64(space) | 1 << UInt64(lineFeed) | 1 << UInt64(carriageReturn) | 1 << UInt64(tab)
  }

  /// The mark that UTF-8 may begin with, also where files stand one after another.
  static let mark: [UInt8] = [0xef, 0xbb, 0xbf]

  @inline(__always)
  static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  /// The lower-case form of an ASCII letter.
  @inline(__always)
  static func folded(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }
}

extension Span<UInt8> {
  /// The first place of `byte` in `from..<end`, or `end`.
  @inline(__always)
  func first(_ byte: UInt8, from: Int, to end: Int) -> Int {
    guard from < end else { return end }
    precondition(from >= 0 && end <= count)
    return unsafe withUnsafeBufferPointer { bytes in
      let base = unsafe UnsafeRawPointer(bytes.baseAddress!)
      guard let hit = unsafe memchr(base + from, Int32(byte), end - from) else { return end }
      return unsafe UnsafeRawPointer(hit) - base
    }
  }

  func contains(_ byte: UInt8, _ range: Range<Int>) -> Bool {
    first(byte, from: range.lowerBound, to: range.upperBound) < range.upperBound
  }

  /// The first place of either of two bytes in `from..<end`, or `end`.
  @inline(__always)
  func first(_ a: UInt8, _ b: UInt8, from: Int, to end: Int) -> Int {
    let (va, vb) = (SIMD16<UInt8>(repeating: a), SIMD16<UInt8>(repeating: b))
    return first(from: from, to: end) {
      ($0 .== va) .| ($0 .== vb)
    } orByte: {
      $0 == a || $0 == b
    }
  }

  /// The first place of any of three bytes in `from..<end`, or `end`.
  @inline(__always)
  func first(_ a: UInt8, _ b: UInt8, _ c: UInt8, from: Int, to end: Int) -> Int {
    let (va, vb, vc) = (
      SIMD16<UInt8>(repeating: a), SIMD16<UInt8>(repeating: b), SIMD16<UInt8>(repeating: c)
    )
    return first(from: from, to: end) {
      ($0 .== va) .| ($0 .== vb) .| ($0 .== vc)
    } orByte: {
      $0 == a || $0 == b || $0 == c
    }
  }

  /// The first place in `from..<end` that is looked for, or `end`; sixteen bytes are looked at together.
  ///
  /// The last sixteen may reach past `end`, as long as there are so many.
  @inline(__always)
  private func first(
    from: Int, to end: Int, inBlock: (SIMD16<UInt8>) -> SIMDMask<SIMD16<Int8>>,
    orByte: (UInt8) -> Bool
  ) -> Int {
    precondition(from >= 0 && end <= count)
    var i = from
    return unsafe withUnsafeBytes { bytes in
      while i < end && i &+ 16 <= bytes.count {
        let block = unsafe bytes.loadUnaligned(fromByteOffset: i, as: SIMD16<UInt8>.self)
        let hits = SIMD16<UInt8>.zero.replacing(with: .max, where: inBlock(block))
        // As two words, as which the processor has them at once. Which of them it is is reckoned, not branched on: short
        // texts end anywhere, and it would guess wrongly.
        let words = unsafe unsafeBitCast(hits, to: SIMD2<UInt64>.self)
        if words[0] | words[1] != 0 {
          let low = words[0].littleEndian.trailingZeroBitCount &>> 3
          let high = words[1].littleEndian.trailingZeroBitCount &>> 3
          return Swift.min(i &+ low &+ high & (0 &- low &>> 3), end)
        }
        i &+= 16
      }
      while i < end, !orByte(unsafe bytes[i]) { i &+= 1 }
      return Swift.min(i, end)
    }
  }

  /// The first `wanted` bytes from `start`, at most eight, the first one lowest.
  @inline(__always)
  func word(_ start: Int, count wanted: Int) -> UInt64 {
    precondition(start >= 0 && wanted >= 0 && start &+ wanted <= count)
    if wanted == 0 { return 0 }
    let missing = UInt64(truncatingIfNeeded: 8 &- Swift.min(wanted, 8))
    if start &+ 8 <= count {
      let word = unsafe withUnsafeBytes {
        unsafe $0.loadUnaligned(fromByteOffset: start, as: UInt64.self)
      }
      return word.littleEndian & UInt64.max &>> (8 &* missing)
    }
    var word: UInt64 = 0
    for offset in 0..<wanted { word |= UInt64(self[start + offset]) &<< UInt64(8 * offset) }
    return word
  }

  /// Whether the bytes from `start` are exactly those of `other` at `otherStart`.
  @inline(__always)
  func matches(_ start: Int, _ other: Span<UInt8>, _ otherStart: Int, count: Int) -> Bool {
    precondition(
      start >= 0 && start + count <= self.count && otherStart + count <= other.count)
    return unsafe withUnsafeBytes { mine in
      unsafe other.withUnsafeBytes { theirs in
        unsafe count == 0
          || memcmp(mine.baseAddress! + start, theirs.baseAddress! + otherStart, count) == 0
      }
    }
  }

  /// The first place from `start` on that is no white space, or the end.
  func pastSpace(_ start: Int) -> Int {
    var i = start
    while i < count && Byte.isSpace(self[i]) { i += 1 }
    return i
  }

  /// The range without the mark of UTF-8 before it.
  func unmarked(_ range: Range<Int>) -> Range<Int> {
    let isMarked =
      range.count >= 3
      && Byte.mark.indices.allSatisfy { self[range.lowerBound + $0] == Byte.mark[$0] }
    return isMarked ? range.lowerBound + 3..<range.upperBound : range
  }

  /// The range without white space at either end.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end && Byte.isSpace(self[start]) { start += 1 }
    while start < end && Byte.isSpace(self[end - 1]) { end -= 1 }
    return start..<end
  }
}

extension [UInt8] {
  /// Appends a part of a span in one copy.
  @inline(__always)
  mutating func append(_ span: Span<UInt8>, _ range: Range<Int>) {
    unsafe span.extracting(range).withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }

  /// Appends a Unicode scalar, which must be valid, as UTF-8.
  mutating func append(scalar: UInt32) {
    switch scalar {
    case 0..<0x80: append(UInt8(scalar))
    case 0x80..<0x800:
      append(UInt8(0xc0 | scalar >> 6))
      append(UInt8(0x80 | scalar & 0x3f))
    case 0x800..<0x10000:
      append(UInt8(0xe0 | scalar >> 12))
      append(UInt8(0x80 | scalar >> 6 & 0x3f))
      append(UInt8(0x80 | scalar & 0x3f))
    default:
      append(UInt8(0xf0 | scalar >> 18))
      append(UInt8(0x80 | scalar >> 12 & 0x3f))
      append(UInt8(0x80 | scalar >> 6 & 0x3f))
      append(UInt8(0x80 | scalar & 0x3f))
    }
  }
}
