import Foundation

/// A hash of the letters of a text alone, small and without accents, which copies share.
///
/// What nearly all of a Dutch text is written in is read byte by byte; a text with anything else goes through Unicode.
struct LetterHash: Sendable, Hashable {
  let value: UInt64

  init(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    if let value = LetterHash.latin(bytes, range) {
      self.value = value
    } else {
      let text = range.map { bytes[$0] }
      value = LetterHash.unicode(String(decoding: text, as: UTF8.self))
    }
  }

  init(_ text: String) {
    var text = text
    self = text.withUTF8 { LetterHash(unsafe $0.span, 0..<$0.count) }
  }

  /// The hash of text in ASCII, Latin-1 letters and general punctuation; nil for other text.
  private static func latin(_ bytes: Span<UInt8>, _ range: Range<Int>) -> UInt64? {
    var fingerprint = Fingerprint()
    var at = range.lowerBound
    while at < range.upperBound {
      let byte = bytes[at]
      switch byte {
      case 0x41...0x5A: fingerprint.add(byte | 0x20)
      case 0x61...0x7A: fingerprint.add(byte)
      case 0..<0x80: break
      case 0xC3 where at + 1 < range.upperBound && bytes[at + 1] & 0xC0 == 0x80:
        guard let letter = letter(ofLatin1: 0xC0 | bytes[at + 1] & 0x3F) else { return nil }
        if letter != 0 { fingerprint.add(letter) }
        at += 1
      case 0xE2
      where at + 2 < range.upperBound && bytes[at + 1] == 0x80 && bytes[at + 2] & 0xC0 == 0x80:
        at += 2
      default: return nil
      }
      at += 1
    }
    fingerprint.end()
    return fingerprint.value
  }

  /// The base letter of a Latin-1 letter, 0 for a sign; nil for a letter of its own (ß, æ, ø).
  private static func letter(ofLatin1 code: UInt8) -> UInt8? {
    switch code & 0xDF {
    case 0xD7: code == 0xD7 || code == 0xF7 ? 0 : nil
    case 0xC0...0xC5: UInt8(ascii: "a")
    case 0xC7: UInt8(ascii: "c")
    case 0xC8...0xCB: UInt8(ascii: "e")
    case 0xCC...0xCF: UInt8(ascii: "i")
    case 0xD1: UInt8(ascii: "n")
    case 0xD2...0xD6: UInt8(ascii: "o")
    case 0xD9...0xDC: UInt8(ascii: "u")
    case 0xDD: UInt8(ascii: "y")
    default: nil
    }
  }

  /// The same of any text.
  static func unicode(_ text: String) -> UInt64 {
    var fingerprint = Fingerprint()
    for scalar in text.decomposedStringWithCanonicalMapping.lowercased().unicodeScalars
    where scalar.properties.isAlphabetic {
      for byte in String(scalar).utf8 { fingerprint.add(byte) }
    }
    fingerprint.end()
    return fingerprint.value
  }
}
