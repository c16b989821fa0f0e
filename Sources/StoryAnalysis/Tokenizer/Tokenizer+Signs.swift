extension Tokenizer {
  /// Reads the token at `start`, where neither an ASCII letter nor a digit stands.
  func sign(in text: Span<UInt8>, at start: Int, _ context: ScanContext) -> Scan {
    let byte = text[start]
    if byte >= 0x80 { return wideSign(in: text, at: start, context) }
    let next = start + 1
    switch byte {
    case UInt8(ascii: "."):
      let end = text.endOfRun(of: byte, from: start)
      return Scan(end: end, kind: .punctuation, role: end > next ? .ellipsis : .end)

    case UInt8(ascii: "!"), UInt8(ascii: "?"):
      var end = next
      while text.byte(at: end) == UInt8(ascii: "!") || text.byte(at: end) == UInt8(ascii: "?") {
        end += 1
      }
      return Scan(end: end, kind: .punctuation, role: .end)

    case UInt8(ascii: ","):
      // Two commas are a low quotation mark; of three the first is a comma.
      return text.byte(at: next) == byte && text.byte(at: next + 1) != byte
        ? Scan(end: start + 2, kind: .punctuation, role: .opener)
        : Scan(end: next, kind: .punctuation, role: .separator)

    default:
      return rareSign(in: text, at: start, context)
    }
  }

  /// Reads the ASCII sign at `start`, which is none of the commonest.
  private func rareSign(in text: Span<UInt8>, at start: Int, _ context: ScanContext) -> Scan {
    if let end = text.endOfEmoticon(at: start) {
      return Scan(end: end, kind: .emoticon, role: .pictograph)
    }
    let byte = text[start]
    let next = start + 1
    switch byte {
    case UInt8(ascii: ";"), UInt8(ascii: ":"):
      return Scan(end: next, kind: .punctuation, role: .separator)

    case UInt8(ascii: "'"), UInt8(ascii: "`"):
      return apostrophe(in: text, at: start, to: next, context)

    case UInt8(ascii: "\""):
      let role = text.quotationRole(at: start, to: next, context)
      return Scan(end: next, kind: .punctuation, role: role)

    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
      if let end = text.endOfOptionalBeginning(at: start) {
        return word(in: text, from: start, resumingAt: end, context)
      }
      return Scan(end: next, kind: .punctuation, role: .opener)

    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
      return Scan(end: next, kind: .punctuation, role: .closer)

    case UInt8(ascii: "-"):
      return hyphen(in: text, at: start, context)

    case UInt8(ascii: "@"), UInt8(ascii: "#"):
      if let end = text.endOfKeycap(at: start) {
        return Scan(end: end, kind: .emoji, role: .pictograph)
      }
      guard let end = text.endOfTag(at: start) else { return Scan(end: next, kind: .symbol) }
      return Scan(end: end, kind: byte == UInt8(ascii: "@") ? .handle : .hashtag)

    case UInt8(ascii: "$"):
      return Scan(end: next, kind: .money)

    case UInt8(ascii: "*"), UInt8(ascii: "="), UInt8(ascii: "_"), UInt8(ascii: "~"),
      UInt8(ascii: "|"):
      if let end = text.endOfKeycap(at: start) {
        return Scan(end: end, kind: .emoji, role: .pictograph)
      }
      var end = text.endOfRun(of: byte, from: start)
      if text.byte(at: end) == UInt8(ascii: ">"), byte == UInt8(ascii: "=") { end += 1 }
      return Scan(end: end, kind: .symbol)

    case UInt8(ascii: "/"), UInt8(ascii: "\\"):
      return Scan(end: next, kind: .punctuation)

    default:
      return Scan(end: next, kind: .symbol)
    }
  }

  /// Reads a hyphen that does not stand in a word: a dash, a bullet, an arrow, the enclitic "-ie",
  /// or the second half of a co-ordination: "winkelier en -bediende".
  private func hyphen(in text: Span<UInt8>, at start: Int, _ context: ScanContext) -> Scan {
    var end = text.endOfRun(of: UInt8(ascii: "-"), from: start)
    if text.byte(at: end) == UInt8(ascii: ">") { end += 1 }
    if end == start + 1 {
      if text.matches("ie", at: end), !text.isAlphanumeric(at: end + 2) {
        return Scan(end: end + 2, kind: .word)
      }
      if text.isLetter(at: end), text.endsInCoordinator(before: start) {
        return word(in: text, from: start, resumingAt: end, context)
      }
    }
    return Scan(end: end, kind: .punctuation)
  }

  /// Reads an apostrophe that does not stand in a word: "'s avonds", "'t", "'30", or a quotation
  /// mark.
  private func apostrophe(
    in text: Span<UInt8>, at start: Int, to next: Int, _ context: ScanContext
  ) -> Scan {
    if text.byte(at: next).isDigit, text.byte(at: next + 1).isDigit,
      !context.isDisjoint(with: [.afterSpace, .afterOpener]), !text.isAlphanumeric(at: next + 2),
      text.apostropheLength(at: next + 2) == 0
    {
      return Scan(end: next + 2, kind: .number)
    }
    if let end = text.endOfClitic(at: next) {
      let isHyphenated = text.byte(at: end) == UInt8(ascii: "-") && text.isLetter(at: end + 1)
      // "'s-Gravenhage"
      return isHyphenated
        ? word(in: text, from: start, resumingAt: next, context) : Scan(end: end, kind: .word)
    }
    let second = text.apostropheLength(at: next)
    let isDoubled =
      second == next - start && text.scalar(at: next).value == text.scalar(at: start).value
    let end = isDoubled ? next + second : next
    return Scan(
      end: end, kind: .punctuation, role: text.quotationRole(at: start, to: end, context))
  }

  /// Reads the token whose first byte is not ASCII.
  private func wideSign(in text: Span<UInt8>, at start: Int, _ context: ScanContext) -> Scan {
    if let end = text.endOfEmoji(at: start) {
      return Scan(end: end, kind: .emoji, role: .pictograph)
    }
    let scalar = text.scalar(at: start)
    let next = start + scalar.length
    if scalar.isLetter { return word(in: text, from: start, resumingAt: start, context) }
    if scalar.isFraction { return Scan(end: next, kind: .number) }
    if scalar.isCurrency { return Scan(end: next, kind: .money) }
    if scalar.isApostrophe { return apostrophe(in: text, at: start, to: next, context) }
    if scalar.quotation != nil {
      let role = text.quotationRole(at: start, to: next, context)
      return Scan(end: next, kind: .punctuation, role: role)
    }
    switch scalar.value {
    case 0x2026, 0x85:  // …, also as Windows-1252 read as Latin-1
      var end = next
      while text.scalar(at: end).value == scalar.value { end += scalar.length }
      return Scan(end: end, kind: .punctuation, role: .ellipsis)
    case 0x203C, 0x2047...0x2049, 0xFF01, 0xFF1F:  // ‼ ⁇ ⁈ ⁉ and full-width forms
      return Scan(end: next, kind: .punctuation, role: .end)
    case 0xA1, 0xBF:  // ¡ ¿
      return Scan(end: next, kind: .punctuation, role: .opener)
    case 0xB7, 0x2010...0x2015, 0x2022, 0x2023, 0x2043, 0x2212:  // middle dot, dashes, bullets
      return Scan(end: next, kind: .punctuation)
    default:
      return Scan(end: next, kind: .symbol)
    }
  }
}

extension Span<UInt8> {
  fileprivate func endOfRun(of byte: UInt8, from start: Int) -> Int {
    var end = start
    while self.byte(at: end) == byte, end < count { end += 1 }
    return end
  }

  /// End of a first part in brackets, "(mede-)eigenaar", at the bracket at `start`.
  fileprivate func endOfOptionalBeginning(at start: Int) -> Int? {
    var end = start + 1
    while byte(at: end).isLetter { end += 1 }
    guard matches("-)", at: end), isLetter(at: end + 2) else { return nil }
    return end + 2
  }

  /// End of the name behind the sign at `start`, which holds a letter at least.
  fileprivate func endOfTag(at start: Int) -> Int? {
    var end = start + 1
    var hasLetter = false
    while isAlphanumeric(at: end) || byte(at: end) == UInt8(ascii: "_")
      || byte(at: end) == UInt8(ascii: ".") && byte(at: end + 1).isSmall && hasLetter
    {
      hasLetter = hasLetter || !byte(at: end).isDigit
      end += scalar(at: end).length
    }
    return hasLetter ? end : nil
  }

  /// Whether "en " or "of " goes before `index`.
  fileprivate func endsInCoordinator(before index: Int) -> Bool {
    index >= 4 && isGap(at: index - 4)
      && (matches("en ", at: index - 3) || matches("of ", at: index - 3))
  }

  /// End of the clitic behind an apostrophe: 's, 't, 'n, 'm, 'k, 'r, 'd, 'ns.
  fileprivate func endOfClitic(at start: Int) -> Int? {
    var end = start
    switch byte(at: start) | 0x20 {
    case UInt8(ascii: "n"):
      end += byte(at: start + 1) | 0x20 == UInt8(ascii: "s") ? 2 : 1
    case UInt8(ascii: "s"), UInt8(ascii: "t"), UInt8(ascii: "m"), UInt8(ascii: "k"),
      UInt8(ascii: "r"), UInt8(ascii: "d"):
      end += 1
    default:
      return nil
    }
    return isAlphanumeric(at: end) || apostropheLength(at: end) > 0 ? nil : end
  }
}
