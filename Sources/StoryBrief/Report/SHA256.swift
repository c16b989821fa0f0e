import Essentials

/// The digest by which a page says which script and style may run in it (FIPS 180-4).
///
/// Foundation has none on Linux. It is for short texts of our own; no secret depends on it.
enum SHA256 {
  /// 32 bytes.
  static func digest(_ message: [UInt8]) -> [UInt8] {
    var padded = message
    padded.append(0x80)
    padded += repeatElement(0, count: (120 - padded.count % 64) % 64)
    let bitCount = UInt64(message.count) * 8
    padded += stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: bitCount >> $0) }
    var state = initial
    for start in stride(from: 0, to: padded.count, by: 64) {
      mix(padded[start..<start + 64], into: &state)
    }
    return state.flatMap { word in
      stride(from: 24, through: 0, by: -8).map { UInt8(truncatingIfNeeded: word >> $0) }
    }
  }

  /// The digest as a Content-Security-Policy names it.
  static func policySource(_ content: [UInt8]) -> String {
    "'sha256-" + Data(digest(content)).base64EncodedString() + "'"
  }

  private static func mix(_ block: ArraySlice<UInt8>, into state: inout [UInt32]) {
    var words = stride(from: block.startIndex, to: block.endIndex, by: 4).map { at in
      block[at..<at + 4].reduce(0) { $0 << 8 | UInt32($1) }
    }
    for at in 16..<64 {
      let (near, far) = (words[at - 2], words[at - 15])
      words.append(
        words[at - 16] &+ (turned(far, 7) ^ turned(far, 18) ^ far >> 3)
          &+ words[at - 7] &+ (turned(near, 17) ^ turned(near, 19) ^ near >> 10))
    }
    var s = state
    for at in 0..<64 {
      let chosen = s[4] & s[5] ^ ~s[4] & s[6]
      let first =
        s[7] &+ (turned(s[4], 6) ^ turned(s[4], 11) ^ turned(s[4], 25)) &+ chosen
        &+ constants[at] &+ words[at]
      let majority = s[0] & s[1] ^ s[0] & s[2] ^ s[1] & s[2]
      let second = (turned(s[0], 2) ^ turned(s[0], 13) ^ turned(s[0], 22)) &+ majority
      s = [first &+ second, s[0], s[1], s[2], s[3] &+ first, s[4], s[5], s[6]]
    }
    for place in 0..<8 { state[place] &+= s[place] }
  }

  private static func turned(_ word: UInt32, _ count: UInt32) -> UInt32 {
    word >> count | word << (32 - count)
  }

  private static let primes: [Double] = (2...311).filter { number in
    !(2..<number).contains { number % $0 == 0 && $0 * $0 <= number }
  }.map(Double.init)

  /// The first 32 bits of the fractional parts of the square roots of the first eight primes.
  private static let initial = primes.prefix(8).map { fraction($0.squareRoot()) }
  /// The same of the cube roots of the first 64.
  private static let constants = primes.prefix(64).map { fraction(cbrt($0)) }

  private static func fraction(_ root: Double) -> UInt32 {
    UInt32((root - root.rounded(.down)) * 4_294_967_296)
  }
}
