/// Tells accents of stress ("één", "ZÓ", "hèt") from those of spelling ("café", "scène").
///
/// Dutch writes stress with an acute accent (Groene Boekje, rule 5.1), in practice also with a
/// grave one.
/// Spelling has é at the end of a word or before its last e or s, and è before a consonant and e.
enum Stress {
  /// - Parameter letter: which letter of the word the accent stands on, from 1.
  static func isStress(
    _ scalar: Scalar, in text: Span<UInt8>, at index: Int, letter: Int
  ) -> Bool {
    let next = index + scalar.length
    switch scalar.value | 0x20 {
    case 0xE9:  // é
      return letter == 2 && !text.isLetter(at: next)
        ? text[index - 1] | 0x20 != UInt8(ascii: "h") : !endsWord(text, at: next)
    case 0xE8:  // è
      if !text.isLetter(at: next) { return letter > 2 }
      return !precedesConsonantAndE(text, at: next)
    case 0xE0, 0xE1:  // à á; alone they are the preposition
      return text.isLetter(at: next) || scalar.value | 0x20 == 0xE1 && letter > 1
    case 0xEC, 0xED, 0xF2, 0xF3, 0xF9, 0xFA:  // ì í ò ó ù ú
      return true
    default:
      return false
    }
  }

  /// Nothing, `s`, `e` or `es` is left of the word.
  private static func endsWord(_ text: Span<UInt8>, at start: Int) -> Bool {
    var index = start
    if text.byte(at: index) | 0x20 == UInt8(ascii: "e") { index += 1 }
    if text.byte(at: index) | 0x20 == UInt8(ascii: "s") { index += 1 }
    return !text.isLetter(at: index)
  }

  private static func precedesConsonantAndE(_ text: Span<UInt8>, at start: Int) -> Bool {
    var index = start
    while index < start + 2, text.byte(at: index).isLetter, !isVowel(text.byte(at: index)) {
      index += 1
    }
    return index > start && text.byte(at: index) | 0x20 == UInt8(ascii: "e")
  }

  private static func isVowel(_ letter: UInt8) -> Bool {
    switch letter | 0x20 {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
      UInt8(ascii: "u"):
      true
    default: false
    }
  }
}
