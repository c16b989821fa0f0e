extension Span<UInt8> {
  /// End of the emoticon at `start`, which begins with a sign and not with a letter.
  func endOfEmoticon(at start: Int) -> Int? {
    switch byte(at: start) {
    case UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "="):
      return endOfFace(at: start)
    case UInt8(ascii: ">"):
      return byte(at: start + 1) == UInt8(ascii: ":") ? endOfFace(at: start + 1) : nil
    case UInt8(ascii: "<"):
      let heart = byte(at: start + 1) == UInt8(ascii: "/") ? start + 2 : start + 1
      guard byte(at: heart) == UInt8(ascii: "3"), !byte(at: heart + 1).isAlphanumeric else {
        return nil
      }
      return heart + 1
    case UInt8(ascii: "^"):
      if byte(at: start + 1) == UInt8(ascii: "^") { return start + 2 }
      return matches("^_^", at: start) ? start + 3 : nil
    case UInt8(ascii: "-"):
      return matches("-_-", at: start) ? start + 3 : nil
    case UInt8(ascii: "("):
      guard matches("(:", at: start) || matches("(;", at: start) else { return nil }
      return isGap(at: start + 2) ? start + 2 : nil
    default:
      return nil
    }
  }

  /// End of eyes, an optional tear and nose, and a mouth.
  private func endOfFace(at start: Int) -> Int? {
    let eyes = byte(at: start)
    let attached = start > 0 && isWordByte(self[start - 1])
    var index = start + 1
    if byte(at: index) == UInt8(ascii: "'") { index += 1 }
    switch byte(at: index) {
    case UInt8(ascii: "-"), UInt8(ascii: "^"), UInt8(ascii: "~"): index += 1
    default: break
    }
    let mouth = byte(at: index)
    // "::::" is no face; it would be scanned to its end again at every sign.
    guard mouth != eyes else { return nil }
    while byte(at: index) == mouth, index < count { index += 1 }
    switch mouth {
    case UInt8(ascii: ")"), UInt8(ascii: "]"):
      return attached && eyes == UInt8(ascii: "=") ? nil : index
    case UInt8(ascii: "("):
      return attached && eyes == UInt8(ascii: "=") || isAlphanumeric(at: index) ? nil : index
    case UInt8(ascii: "D"), UInt8(ascii: "P"), UInt8(ascii: "p"), UInt8(ascii: "/"),
      UInt8(ascii: "|"), UInt8(ascii: "\\"):
      return attached || isAlphanumeric(at: index) ? nil : index
    case UInt8(ascii: "O"), UInt8(ascii: "o"), UInt8(ascii: "S"), UInt8(ascii: "s"),
      UInt8(ascii: "X"), UInt8(ascii: "x"), UInt8(ascii: "$"), UInt8(ascii: "@"),
      UInt8(ascii: "*"):
      return attached || eyes == UInt8(ascii: "=") || isAlphanumeric(at: index) ? nil : index
    default:
      return nil
    }
  }

  private func isWordByte(_ byte: UInt8) -> Bool { byte.isAlphanumeric || byte >= 0x80 }
}
