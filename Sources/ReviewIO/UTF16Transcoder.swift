/// Turns a stream of UTF-16 into UTF-8; half surrogate pairs become U+FFFD and are counted.
struct UTF16Transcoder {
  private let isBigEndian: Bool
  private var pendingByte: UInt8?
  private var pendingHigh: UInt32?
  private(set) var loneSurrogates = 0

  init(isBigEndian: Bool) { self.isBigEndian = isBigEndian }

  mutating func transcode(_ input: Span<UInt8>, into output: inout [UInt8]) {
    for i in input.indices {
      guard let first = pendingByte else {
        pendingByte = input[i]
        continue
      }
      pendingByte = nil
      let pair = isBigEndian ? (first, input[i]) : (input[i], first)
      append(UInt32(pair.0) << 8 | UInt32(pair.1), to: &output)
    }
  }

  /// Closes the stream: what is left over is half a character.
  mutating func finish(into output: inout [UInt8]) {
    if pendingHigh != nil || pendingByte != nil { lone(&output) }
    pendingHigh = nil
    pendingByte = nil
  }

  private mutating func append(_ unit: UInt32, to output: inout [UInt8]) {
    if let high = pendingHigh {
      pendingHigh = nil
      if unit & 0xfc00 == 0xdc00 {
        output.append(scalar: 0x10000 + (high & 0x3ff) << 10 + unit & 0x3ff)
        return
      }
      lone(&output)
    }
    switch unit & 0xfc00 {
    case 0xd800: pendingHigh = unit
    case 0xdc00: lone(&output)
    default: output.append(scalar: unit)
    }
  }

  private mutating func lone(_ output: inout [UInt8]) {
    loneSurrogates += 1
    output.append(scalar: 0xfffd)
  }
}
