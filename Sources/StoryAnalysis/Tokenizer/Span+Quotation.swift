/// How many strokes a quotation mark has.
enum Quotation {
  case single
  case double
}

extension Span<UInt8> {
  /// The quotation mark that is exactly `start..<end`.
  func quotation(at start: Int, to end: Int) -> Quotation? {
    switch end - start {
    case 1:
      let byte = byte(at: start)
      if byte.isApostrophe { return .single }
      return byte == UInt8(ascii: "\"") ? .double : nil
    default:
      let first = scalar(at: start)
      guard start + first.length < end || first.length == 1 else { return first.quotation }
      return first.isApostrophe || first.value == 0x2C ? .double : nil
    }
  }

  /// Whether the quotation mark at `start..<end` opens or closes.
  ///
  /// Spaces decide; where they are on both sides or neither, whether one is open does.
  func quotationRole(at start: Int, to end: Int, _ context: ScanContext) -> SentenceRole {
    switch scalar(at: start).value {
    case 0x201E, 0x201A, 0xAB, 0x2039: return .opener
    case 0xBB, 0x203A: return .closer
    default: break
    }
    let opensByPlace = !context.isDisjoint(with: [.afterSpace, .afterOpener])
    let closesByPlace = isGap(at: end) || isClosingSign(byte(at: end))
    if endsLine(at: end) { return .closer }
    if opensByPlace != closesByPlace { return opensByPlace ? .opener : .closer }
    switch scalar(at: start).value {
    case 0x201C, 0x2018: return .opener
    case 0x201D, 0x2019: return .closer
    default: break
    }
    switch quotation(at: start, to: end) {
    case .single: return context.contains(.inSingleQuotes) ? .closer : .opener
    case .double where end - start == 1:
      return context.contains(.inDoubleQuotes) ? .closer : .opener
    default: return .closer
    }
  }

  private func endsLine(at index: Int) -> Bool {
    index >= count || self[index] == 0x0A || self[index] == 0x0D
  }

  private func isClosingSign(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"),
      UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ")"), UInt8(ascii: "]"):
      true
    default: false
    }
  }
}

extension Scalar {
  /// The typographic quotation mark that this is.
  var quotation: Quotation? {
    switch value {
    case 0x91, 0x92, 0x2018...0x201B, 0x2032, 0xB4, 0x2039, 0x203A: .single
    case 0x93, 0x94, 0x201C...0x201F, 0x2033, 0xAB, 0xBB: .double
    default: nil
    }
  }
}
