/// Gathers the shape of a word while its letters go by.
struct Writing {
  private var letters = 0
  private var hasSmall = false
  private var flags: TokenShape = []
  // The last two letters without their case, 0 where there is none.
  private var last: UInt8 = 0
  private var beforeLast: UInt8 = 0

  var shape: TokenShape {
    letters >= 2 && !hasSmall ? flags.union(.allCaps) : flags
  }

  init() {}

  /// Starts with the letters at `start`, where the word begins.
  @inline(__always)
  init(_ run: LetterRun, in text: Span<UInt8>, at start: Int) {
    letters = run.count
    hasSmall = run.hasSmall(in: text, at: start)
    if run.isElongated { flags.insert(.elongated) }
    if text[start].isCapital { flags.insert(.capitalised) }
    last = text[start + run.count - 1] | 0x20
    beforeLast = run.count > 1 ? text[start + run.count - 2] | 0x20 : 0
  }

  /// Takes the ASCII letters at `index` of a word that began at `start`, and returns their end.
  mutating func takeLetters(in text: Span<UInt8>, at index: Int, from start: Int) -> Int {
    if index == start, text[index].isCapital { flags.insert(.capitalised) }
    var end = index
    while end < text.count, text[end].isLetter {
      if text[end].isSmall { hasSmall = true }
      follow(text[end] | 0x20)
      end += 1
    }
    letters += end - index
    return end
  }

  /// Takes the letter outside ASCII at `index` of a word that began at `start`.
  mutating func take(_ letter: Scalar, in text: Span<UInt8>, at index: Int, from start: Int) {
    if letter.isMark {
      if takesStress(letter, in: text, at: index, from: start) { flags.insert(.emphasised) }
      return
    }
    letters += 1
    if !letter.isCapital {
      hasSmall = true
    } else if index == start {
      flags.insert(.capitalised)
    }
    // Latin-1 letters by their second byte, which no ASCII letter equals.
    let isLatin1 = letter.value < 0x100 && letter.length == 2
    follow(isLatin1 ? UInt8(truncatingIfNeeded: letter.value) | 0x20 : 0)
    if isLatin1, Stress.isStress(letter, in: text, at: index, letter: letters) {
      flags.insert(.emphasised)
    }
  }

  /// Whether an accent written apart is one of stress, as it is in one character with its letter; that of the j in
  /// "blíj́f" has none.
  private func takesStress(
    _ mark: Scalar, in text: Span<UInt8>, at index: Int, from start: Int
  ) -> Bool {
    if index > start, let composed = mark.composed(on: text[index - 1] | 0x20) {
      let letter = Scalar(value: UInt32(composed), length: 1 + mark.length)
      return Stress.isStress(letter, in: text, at: index - 1, letter: letters)
    }
    return (mark.value == 0x300 || mark.value == 0x301) && text.isLetter(at: index + mark.length)
  }

  /// Notes that something else than a letter comes between.
  mutating func interrupt() {
    last = 0
    beforeLast = 0
  }

  private mutating func follow(_ folded: UInt8) {
    if folded == last, folded == beforeLast, folded != 0 { flags.insert(.elongated) }
    beforeLast = last
    last = folded
  }
}
