/// Letters, as names are compared: in lower case and without accents.
enum Letters {
  /// What a byte of a text is.
  enum Class: UInt8 {
    case space, digit, letter, mark, high
  }

  static let classes: [Class] = (0...255).map { byte in
    switch UInt8(byte) {
    case 0...0x20: .space
    case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): .letter
    case 0x80...: .high
    default: .mark
    }
  }

  /// The plain letters of U+00C0 to U+017F; `-` where there is none.
  static let plain = Array(
    """
    aaaaaaaceeeeiiiidnooooo-ouuuuytsaaaaaaaceeeeiiiidnooooo-ouuuuyty\
    aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooo\
    rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs
    """.utf8)

  /// Whether a letter of U+00C0 to U+017F is a capital.
  static func isCapital(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xC0...0xDE: true
    case 0x100...0x137, 0x14A...0x177: scalar & 1 == 0
    case 0x139...0x148, 0x179...0x17E: scalar & 1 == 1
    case 0x178: true
    default: false
    }
  }

  /// One step of the hash of a word.
  @inline(__always)
  static func hash(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }

  static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
}
