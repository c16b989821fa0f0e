extension Span<UInt8> {
  /// The byte at `index`, 0 beyond the end.
  @inline(__always)
  func byte(at index: Int) -> UInt8 {
    // Compared as the subscript does, so that it need not do it again.
    UInt(bitPattern: index) < UInt(bitPattern: count) ? self[index] : 0
  }

  /// The scalar that begins at `index`, `.invalid` where the bytes there are not UTF-8.
  func scalar(at index: Int) -> Scalar {
    let lead = byte(at: index)
    switch lead {
    case 0..<0x80:
      return Scalar(value: UInt32(lead), length: 1)
    case 0xC2...0xDF:
      guard let low = trail(at: index + 1) else { return .invalid }
      return Scalar(value: UInt32(lead & 0x1F) << 6 | low, length: 2)
    case 0xE0...0xEF:
      guard let middle = trail(at: index + 1), let low = trail(at: index + 2) else {
        return .invalid
      }
      let value = UInt32(lead & 0x0F) << 12 | middle << 6 | low
      guard value >= 0x800, !(0xD800...0xDFFF).contains(value) else { return .invalid }
      return Scalar(value: value, length: 3)
    case 0xF0...0xF4:
      guard let high = trail(at: index + 1), let middle = trail(at: index + 2),
        let low = trail(at: index + 3)
      else { return .invalid }
      let value = UInt32(lead & 0x07) << 18 | high << 12 | middle << 6 | low
      guard (0x10000...0x10FFFF).contains(value) else { return .invalid }
      return Scalar(value: value, length: 4)
    default:
      return .invalid
    }
  }

  private func trail(at index: Int) -> UInt32? {
    let byte = byte(at: index)
    return byte & 0xC0 == 0x80 ? UInt32(byte & 0x3F) : nil
  }

  @inline(__always)
  func isLetter(at index: Int) -> Bool {
    let byte = byte(at: index)
    return byte < 0x80 ? byte.isLetter : scalar(at: index).isLetter
  }

  @inline(__always)
  func isAlphanumeric(at index: Int) -> Bool {
    byte(at: index).isDigit || isLetter(at: index)
  }

  func isCapital(at index: Int) -> Bool {
    scalar(at: index).isCapital
  }

  /// White space, or an end of the text.
  func isGap(at index: Int) -> Bool {
    index < 0 || index >= count || scalar(at: index).isSpace
  }

  /// Bytes of the apostrophe at `index`, 0 where there is none.
  @inline(__always)
  func apostropheLength(at index: Int) -> Int {
    let byte = byte(at: index)
    if byte < 0x80 { return byte.isApostrophe ? 1 : 0 }
    let scalar = scalar(at: index)
    return scalar.isApostrophe ? scalar.length : 0
  }

  /// Whether the bytes at `index` are `literal`, which is short and in lower case, in either case.
  func matches(_ literal: String, at index: Int) -> Bool {
    var position = index
    for expected in literal.utf8 {
      let byte = byte(at: position)
      guard (byte.isCapital ? byte | 0x20 : byte) == expected else { return false }
      position += 1
    }
    return true
  }
}
