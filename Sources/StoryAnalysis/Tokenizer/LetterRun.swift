import Lexicon

/// The ASCII letters a word begins with, read eight bytes at a time.
///
/// Most words are such a run and nothing more, so this is the tokenizer's innermost loop.
struct LetterRun {
  private(set) var count = 0
  /// Bits of the bytes in which a letter is a capital.
  private var capitals: UInt64 = 0
  /// Bits of the bytes in which a letter equals both that follow it.
  private var triples: UInt64 = 0

  init() {}

  /// Reads the letters at `start`.
  @inline(__always)
  init(_ text: Span<UInt8>, at start: Int) {
    let length = take(text.eightBytes(at: start))
    if length == 8 { self = continued(text, at: start) }
  }

  /// The run that goes on behind the eight letters at `start` that have been read.
  private func continued(_ text: Span<UInt8>, at start: Int) -> LetterRun {
    var run = self
    repeat {
      // Two bytes overlap, so that three equal letters are seen across the border.
      run.count -= 2
    } while run.take(text.eightBytes(at: start + run.count)) == 8
    return run
  }

  /// Takes the letters at the low end of `word` and returns their number.
  @inline(__always)
  private mutating func take(_ word: UInt64) -> Int {
    let folded = word | Self.each(0x20)
    // The high bit of a byte says "no letter"; it is right up to the first that is none, where carries may begin.
    let fromA = folded &+ Self.each(0x80 - 0x61)
    let beyondZ = folded &+ Self.each(0x80 - 0x7B)
    let noLetter = (~fromA | beyondZ | word) & Self.each(0x80)
    let length = noLetter.trailingZeroBitCount &>> 3
    // All bits of the bytes below the lowest of those, of all eight where there is none.
    let letters = ((noLetter & (0 &- noLetter)) &>> 7) &- 1
    count &+= length
    capitals |= (folded ^ word) & letters
    // A zero byte where a letter equals both that follow it; adding does not carry as letters stay below 0x80.
    let unequal = (folded ^ (folded &>> 8)) | (folded ^ (folded &>> 16))
    triples |= ~(unequal &+ Self.each(0x7F)) & Self.each(0x80) & (letters &>> 16)
    return length
  }

  @inline(__always) var isElongated: Bool { triples != 0 }

  /// Whether not all of the letters at `start` are capitals.
  func hasSmall(in text: Span<UInt8>, at start: Int) -> Bool {
    if capitals == 0 { return count > 0 }
    for index in start..<(start + count) where text[index].isSmall { return true }
    return false
  }

  /// The shape of the word at `start` that is these letters and no more.
  @inline(__always)
  func shape(in text: Span<UInt8>, at start: Int) -> TokenShape {
    capitals | triples == 0 ? .plain : rareShape(in: text, at: start)
  }

  private func rareShape(in text: Span<UInt8>, at start: Int) -> TokenShape {
    var shape: TokenShape = isElongated ? [.plain, .elongated] : .plain
    if text[start].isCapital { shape.insert(.capitalised) }
    if count >= 2, !hasSmall(in: text, at: start) { shape.insert(.allCaps) }
    return shape
  }

  /// Eight times `byte`.
  @inline(__always)
  private static func each(_ byte: UInt64) -> UInt64 { byte &* 0x0101_0101_0101_0101 }
}
