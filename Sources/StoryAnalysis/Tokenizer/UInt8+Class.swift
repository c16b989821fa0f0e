extension UInt8 {
  /// A–Z or a–z.
  @inline(__always) var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
  /// A–Z.
  @inline(__always) var isCapital: Bool { self &- 0x41 < 26 }
  /// a–z.
  @inline(__always) var isSmall: Bool { self &- 0x61 < 26 }
  /// 0–9.
  @inline(__always) var isDigit: Bool { self &- 0x30 < 10 }
  @inline(__always) var isAlphanumeric: Bool { isLetter || isDigit }
  /// Space, tab, line feed, vertical tab, form feed or carriage return.
  @inline(__always) var isSpace: Bool { self == 0x20 || self &- 0x09 < 5 }
  /// The grave accent too: it stands in for an apostrophe on many keyboards.
  @inline(__always) var isApostrophe: Bool { self == 0x27 || self == 0x60 }

  /// A byte that is no part of a word and joins nothing to it; other than `.`, `-`, `'` and their like.
  @inline(__always)
  var endsLetters: Bool {
    self < 64 && Self.enders &>> UInt64(self) & 1 != 0
  }

  /// White space, controls and `!"#$%)*,;<>?`, as bits.
  private static var enders: UInt64 { 0xD800_163F_FFFF_FFFF }
}
