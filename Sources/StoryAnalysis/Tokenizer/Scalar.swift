/// One Unicode scalar read from UTF-8 and what the tokenizer needs to know of it.
///
/// The classes are ranges of Unicode blocks, not the full property tables: exact for Latin script,
/// and for others good enough to keep a word in one piece.
struct Scalar {
  var value: UInt32
  /// Bytes it takes, 1 to 4.
  var length: Int

  /// A byte that begins no valid sequence.
  static let invalid = Scalar(value: .max, length: 1)

  /// Shows where a word may be broken, and else nothing.
  static let softHyphen: UInt32 = 0xAD

  var isLetter: Bool {
    switch value {
    case 0x41...0x5A, 0x61...0x7A, 0xAA, 0xAD, 0xB5, 0xBA: true
    case 0xB2, 0xB3, 0xB9: true  // m²
    case 0xC0...0x2FF: value != 0xD7 && value != 0xF7 && value != 0x2BC
    case 0x300...0x1FFF: true
    case 0x2C00...0x2DFF, 0x3040...0xD7FF, 0xF900...0xFDFF, 0xFE20...0xFE2F, 0xFE70...0xFEFC,
      0xFF21...0xFF3A, 0xFF41...0xFF5A, 0xFF66...0xFFDC:
      true
    case 0x10000...0x1EFFF, 0x20000...0x3FFFF: true
    default: false
    }
  }

  /// A capital of Latin-1 or Latin Extended-A, Greek or Cyrillic.
  var isCapital: Bool {
    switch value {
    case 0x41...0x5A, 0xC0...0xD6, 0xD8...0xDE, 0x391...0x3A9, 0x400...0x42F, 0x1E9E: true
    case 0x100...0x137, 0x14A...0x177: value & 1 == 0
    case 0x139...0x148, 0x178...0x17E: value & 1 == 1 || value == 0x178
    default: false
    }
  }

  /// A mark that stands on the letter before it.
  var isMark: Bool { (0x300...0x36F).contains(value) }

  /// The small Latin-1 letter that this mark makes of a small letter before it; nil if there is none.
  func composed(on letter: UInt8) -> UInt8? {
    // The letter with a grave, acute, circumflex, tilde and diaeresis.
    let letters: (UInt8, UInt8, UInt8, UInt8, UInt8)
    switch letter {
    case UInt8(ascii: "a"): letters = (0xE0, 0xE1, 0xE2, 0xE3, 0xE4)
    case UInt8(ascii: "e"): letters = (0xE8, 0xE9, 0xEA, 0, 0xEB)
    case UInt8(ascii: "i"): letters = (0xEC, 0xED, 0xEE, 0, 0xEF)
    case UInt8(ascii: "o"): letters = (0xF2, 0xF3, 0xF4, 0xF5, 0xF6)
    case UInt8(ascii: "u"): letters = (0xF9, 0xFA, 0xFB, 0, 0xFC)
    case UInt8(ascii: "n"): letters = (0, 0, 0, 0xF1, 0)
    case UInt8(ascii: "c"): return value == 0x327 ? 0xE7 : nil
    default: return nil
    }
    let composed: UInt8 =
      switch value {
      case 0x300: letters.0
      case 0x301: letters.1
      case 0x302: letters.2
      case 0x303: letters.3
      case 0x308: letters.4
      default: 0
      }
    return composed == 0 ? nil : composed
  }

  var isApostrophe: Bool {
    switch value {
    // 0x91 and 0x92 are Windows-1252 read as Latin-1.
    case 0x27, 0x60, 0x91, 0x92, 0xB4, 0x2BC, 0x2018, 0x2019, 0x201B, 0x2032: true
    default: false
    }
  }

  /// White space, and signs without width that stand alone.
  var isSpace: Bool {
    switch value {
    case 0x20, 0x09...0x0D, 0xA0, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x2064, 0x3000,
      0xFE0E, 0xFE0F, 0xFEFF:
      true
    default: false
    }
  }

  var isLineBreak: Bool { value == 0x0A || value == 0x2028 || value == 0x2029 }

  /// ½, ¼, ¾ and their like.
  var isFraction: Bool { (0xBC...0xBE).contains(value) || (0x2150...0x215E).contains(value) }

  var isCurrency: Bool { (0xA2...0xA5).contains(value) || (0x20A0...0x20CF).contains(value) }

  /// A hyphen other than the ASCII one.
  var isHyphen: Bool { value == 0x2010 || value == 0x2011 }

  /// En and em dash, horizontal bar and minus.
  var isDash: Bool { (0x2012...0x2015).contains(value) || value == 0x2212 }
}
