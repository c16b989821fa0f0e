/// The ASCII letters a word begins with, read eight bytes at a time.
///
/// Most words are such a run and nothing more, so this is the tokenizer's innermost loop.
struct LetterRun {
  var count = 0
  /// Not all of them are capitals.
  var hasSmall = false
  var isElongated = false

  /// Reads the letters at `start`.
  @inline(__always)
  init(_ text: Span<UInt8>, at start: Int) {
    let bytes = unsafe text.bytes
    while start + count + 8 <= text.count {
      // The load checks its bounds; every bit pattern is a UInt64.
      let word = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: start + count, as: UInt64.self)
      if take(word.littleEndian) < 8 { return }
      // Two bytes overlap, so that three equal letters are seen across the border.
      count -= 2
    }
    var word: UInt64 = 0
    for offset in 0..<min(8, text.count - start - count) {
      word |= UInt64(text[start + count + offset]) << UInt64(8 * offset)
    }
    _ = take(word)
  }

  /// Takes the letters at the low end of `word` and returns their number.
  @inline(__always)
  private mutating func take(_ word: UInt64) -> Int {
    let folded = word | Self.each(0x20)
    // The high bit of a byte says "no letter".
    let low = folded & Self.each(0x7F)
    let fromA = low &+ Self.each(0x80 - 0x61)
    let beyondZ = low &+ Self.each(0x80 - 0x7B)
    let noLetter = (~fromA | beyondZ | word) & Self.each(0x80)
    let length = noLetter.trailingZeroBitCount >> 3
    // All bits of the bytes below the lowest of those, of all eight where there is none.
    let letters = ((noLetter & (0 &- noLetter)) >> 7) &- 1
    count += length
    hasSmall = hasSmall || word & letters & Self.each(0x20) != 0
    // A zero byte where a letter equals both that follow it.
    let unequal = (folded ^ (folded >> 8)) | (folded ^ (folded >> 16))
    let equal = ~(((unequal & Self.each(0x7F)) &+ Self.each(0x7F)) | unequal)
    isElongated = isElongated || equal & Self.each(0x80) & (letters >> 16) != 0
    return length
  }

  /// Eight times `byte`.
  @inline(__always)
  private static func each(_ byte: UInt64) -> UInt64 { byte &* 0x0101_0101_0101_0101 }
}
