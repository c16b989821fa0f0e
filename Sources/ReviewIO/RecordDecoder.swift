/// Brings bytes to valid UTF-8: checked, taken as windows-1252, or mended.
enum RecordDecoder {
  /// The first place in the range that is not valid UTF-8, or `nil`.
  static func invalidUTF8(in bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
    var i = range.lowerBound
    let end = range.upperBound
    while true {
      i = firstNonASCII(in: bytes, i, end)
      if i == end { return nil }
      let length = sequenceLength(bytes, i, end)
      if length == 0 { return i }
      i += length
    }
  }

  /// Appends windows-1252 as UTF-8; the five bytes it leaves open become U+FFFD and are counted.
  static func appendWindows1252(
    _ bytes: Span<UInt8>, _ range: Range<Int>, to output: inout [UInt8]
  ) -> Int {
    var undefined = 0
    for i in range {
      let byte = bytes[i]
      if byte < 0x80 {
        output.append(byte)
      } else if byte >= 0xa0 {
        output.append(scalar: UInt32(byte))
      } else {
        let scalar = windows1252[Int(byte) - 0x80]
        if scalar == 0xfffd { undefined += 1 }
        output.append(scalar: UInt32(scalar))
      }
    }
    return undefined
  }

  /// Writes a windows-1252 record as UTF-8; returns its new place and how many bytes of it stand
  /// for nothing.
  static func transcode(
    _ bytes: Span<UInt8>, _ record: RecordSpan, into output: inout [UInt8]
  ) -> (record: RecordSpan, undefined: Int) {
    output.removeAll(keepingCapacity: true)
    let flawAt = min(max(record.flawAt, record.start), record.end)
    var undefined = appendWindows1252(bytes, record.start..<flawAt, to: &output)
    var moved = RecordSpan(start: 0, end: 0, flaw: record.flaw, flawAt: output.count)
    undefined += appendWindows1252(bytes, flawAt..<record.end, to: &output)
    moved.end = output.count
    return (moved, undefined)
  }

  /// Appends UTF-8 with every byte that does not fit replaced by U+FFFD.
  static func appendMended(_ bytes: Span<UInt8>, _ range: Range<Int>, to output: inout [UInt8]) {
    var i = range.lowerBound
    while i < range.upperBound {
      let length = bytes[i] < 0x80 ? 1 : sequenceLength(bytes, i, range.upperBound)
      if length > 0 {
        output.append(bytes, i..<(i + length))
        i += length
      } else {
        output.append(scalar: 0xfffd)
        i += 1
      }
    }
  }

  /// Writes a record in UTF-8 with what does not fit replaced; returns its new place.
  static func mend(
    _ bytes: Span<UInt8>, _ record: RecordSpan, into output: inout [UInt8]
  ) -> RecordSpan {
    output.removeAll(keepingCapacity: true)
    let flawAt = min(max(record.flawAt, record.start), record.end)
    appendMended(bytes, record.start..<flawAt, to: &output)
    var moved = RecordSpan(start: 0, end: 0, flaw: record.flaw, flawAt: output.count)
    appendMended(bytes, flawAt..<record.end, to: &output)
    moved.end = output.count
    return moved
  }

  /// Whether more of what is not ASCII in the range is valid UTF-8 than is not, so that it is damaged rather than windows-1252.
  static func isDamagedUTF8(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var balance = 0
    var i = range.lowerBound
    while true {
      i = firstNonASCII(in: bytes, i, range.upperBound)
      if i == range.upperBound { return balance > 0 }
      let length = sequenceLength(bytes, i, range.upperBound)
      balance += length > 0 ? 1 : -1
      i += max(length, 1)
    }
  }

  /// How many bytes of the range are no part of valid UTF-8.
  static func invalidCount(in bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
    var invalid = 0
    var i = range.lowerBound
    while let place = invalidUTF8(in: bytes, i..<range.upperBound) {
      invalid += 1
      i = place + 1
    }
    return invalid
  }

  static func firstNonASCII(in bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    precondition(start >= 0 && end <= bytes.count)
    var i = start
    unsafe bytes.withUnsafeBytes { raw in
      while i &+ 16 <= end {
        let block = unsafe raw.loadUnaligned(fromByteOffset: i, as: SIMD2<UInt64>.self)
        if (block[0] | block[1]) & 0x8080_8080_8080_8080 != 0 { break }
        i &+= 16
      }
      while i < end, unsafe raw[i] < 0x80 { i &+= 1 }
    }
    return i
  }

  /// The bytes of the well-formed sequence at `i` (Unicode, table 3-7), 0 where there is none.
  private static func sequenceLength(_ bytes: Span<UInt8>, _ i: Int, _ end: Int) -> Int {
    let lead = bytes[i]
    let length: Int
    var low: UInt8 = 0x80
    var high: UInt8 = 0xbf
    switch lead {
    case 0xc2...0xdf: length = 2
    case 0xe0...0xef:
      length = 3
      if lead == 0xe0 { low = 0xa0 }
      if lead == 0xed { high = 0x9f }
    case 0xf0...0xf4:
      length = 4
      if lead == 0xf0 { low = 0x90 }
      if lead == 0xf4 { high = 0x8f }
    default: return 0
    }
    guard i + length <= end, bytes[i + 1] >= low, bytes[i + 1] <= high else { return 0 }
    for k in 2..<max(2, length) where bytes[i + k] & 0xc0 != 0x80 { return 0 }
    return length
  }

  /// The characters of 0x80 to 0x9f.
  private static let windows1252: [UInt16] = [
    0x20ac, 0xfffd, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039,
    0x0152, 0xfffd, 0x017d, 0xfffd, 0xfffd, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
    0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0xfffd, 0x017e, 0x0178,
  ]
}
