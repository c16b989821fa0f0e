import Lexicon

extension Tokenizer {
  /// Reads the word that begins at `start` and of which all before `resume` has been read.
  func word(
    in text: Span<UInt8>, from start: Int, resumingAt resume: Int, _ context: ScanContext,
    _ begun: Writing = Writing()
  ) -> Scan {
    var writing = begun
    var role = SentenceRole.plain
    var index = resume
    /// Where the piece behind the last full stop, hyphen or slash begins.
    var piece = start
    /// All pieces so far are single letters: `d.w.z.`, `J.K.`.
    var isDotted = false

    scanning: while index < text.count {
      let byte = text[index]
      if byte.isLetter {
        index = writing.takeLetters(in: text, at: index, from: start)
        continue
      }
      if byte < 0x80 { writing.interrupt() }
      switch byte {
      case 0x00...0x20:
        break scanning

      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
        index += 1

      case UInt8(ascii: "-"):
        let next = index + 1
        if text.isAlphanumeric(at: next) {
          index = next
          piece = next
        } else if text.apostropheLength(at: next) > 0 {
          let letter = next + text.apostropheLength(at: next)
          index = text.isLetter(at: letter) ? letter : next
        } else if text.byte(at: next) == UInt8(ascii: "/"), text.isAlphanumeric(at: next + 1) {
          index = next + 1
        } else if text.byte(at: next) == UInt8(ascii: "-")
          || text.byte(at: next) == UInt8(ascii: ">")
        {
          break scanning
        } else {
          // The first half of a co-ordination: "in- en uitgang".
          index = next
          break scanning
        }

      case UInt8(ascii: "/"), UInt8(ascii: "&"), UInt8(ascii: "+"), UInt8(ascii: "="):
        guard text.isAlphanumeric(at: index + 1) else { break scanning }
        // A sum is one token, "prijs=kwaliteit" is not.
        if byte == UInt8(ascii: "="), index - piece > 2 { break scanning }
        if byte == UInt8(ascii: "+"), let end = text.endOfEmail(past: index) {
          return Scan(end: end, kind: .email)
        }
        index += 1
        piece = index

      case UInt8(ascii: "'"), UInt8(ascii: "`"):
        guard let next = text.endOfInnerApostrophe(at: index, from: start, context) else {
          break scanning
        }
        index = next

      case UInt8(ascii: "."):
        let next = index + 1
        if text.isAlphanumeric(at: next) {
          if let address = text.endOfAddress(from: start, past: index) {
            return Scan(end: address.end, kind: address.kind)
          }
          if index - piece == 1, text[piece].isLetter, !isGlued(text, at: index) {
            isDotted = isDotted || piece == start
          } else if let use = abbreviation(in: text, start..<next, piece, context) {
            index = next
            role = use == .final ? .finalAbbreviation : .plain
            break scanning
          } else if !joinsAcrossStop(text, at: index) {
            break scanning
          } else {
            isDotted = false
          }
          index = next
          piece = next
          continue scanning
        }
        guard text.byte(at: next) != UInt8(ascii: ".") else { break scanning }
        let use = abbreviation(in: text, start..<next, piece, context)
        guard
          use != nil || isDotted && index - piece == 1
            || index - start == 1 && text[start].isCapital && isInitial(text, before: next)
        else { break scanning }
        role = use == .final ? .finalAbbreviation : .plain
        index = next
        // "St.-Jansstraat", "O.L.V.-kerk", "dhr./mevr."
        let joins =
          text.byte(at: next) == UInt8(ascii: "-") || text.byte(at: next) == UInt8(ascii: "/")
        guard joins, text.isLetter(at: next + 1) else { break scanning }
        role = .plain

      case UInt8(ascii: "("):
        guard let end = text.endOfOptionalEnding(at: index) else { break scanning }
        index = end
        break scanning

      case UInt8(ascii: "@"):
        guard let end = text.endOfEmail(past: index) else { break scanning }
        return Scan(end: end, kind: .email)

      case UInt8(ascii: ":"):
        guard let end = text.endOfURL(at: start) else { break scanning }
        return Scan(end: end, kind: .url)

      case 0x80...0xFF:
        let scalar = text.scalar(at: index)
        if scalar.isLetter {
          writing.take(scalar, in: text, at: index, from: start)
          index += scalar.length
        } else if scalar.isApostrophe {
          guard let next = text.endOfInnerApostrophe(at: index, from: start, context) else {
            break scanning
          }
          index = next
        } else if scalar.isHyphen, text.isAlphanumeric(at: index + scalar.length) {
          index += scalar.length
        } else {
          break scanning
        }

      default:
        break scanning
      }
    }

    if text[start] | 0x20 == UInt8(ascii: "x"), index - start == 2,
      text[start + 1] | 0x20 == UInt8(ascii: "d")
    {
      return Scan(end: index, kind: .emoticon, role: .pictograph)
    }
    let isPlain = index == resume && resume > start
    return Scan(
      end: index, kind: .word, shape: isPlain ? writing.shape.union(.plain) : writing.shape,
      role: role)
  }

  /// The abbreviation at `range` or, failing that, from `piece` to its end; one that is also a word
  /// counts only beside a number or before "t/m".
  private func abbreviation(
    in text: Span<UInt8>, _ range: Range<Int>, _ piece: Int, _ context: ScanContext
  ) -> Abbreviation.Use? {
    let end = range.upperBound
    let whole = abbreviations.use(of: text, in: range)
    guard
      let use = whole
        ?? (piece > range.lowerBound
          ? abbreviations.use(of: text, in: piece..<end) : nil)
    else { return nil }
    guard use == .numeric else { return use }
    let next = text.byte(at: end) == 0x20 ? end + 1 : end
    if text.byte(at: next).isDigit || text.matches("t/m ", at: next) { return .inner }
    return context.contains(.afterNumber) ? .final : nil
  }

  /// Whether a single capital with a full stop before `next` is an initial: "J. Jansen",
  /// "J. van 't Hof". Up to three short words may go before the name.
  private func isInitial(_ text: Span<UInt8>, before next: Int) -> Bool {
    var index = next
    for _ in 0...3 {
      guard text.byte(at: index) == 0x20 else { return false }
      index += 1
      if text.isCapital(at: index) { return true }
      let word = index
      while text.byte(at: index).isSmall || text.byte(at: index).isApostrophe { index += 1 }
      guard index > word, index <= word + 3 else { return false }
    }
    return false
  }

  /// "Dank u.Ook": a small letter before a capital is no initial.
  private func isGlued(_ text: Span<UInt8>, at stop: Int) -> Bool {
    text[stop - 1].isSmall && text.isCapital(at: stop + 1)
  }

  /// Whether a full stop between two letters or digits is part of the word and does not end a
  /// sentence that lacks the space behind it: `A4.5`, `sp.a`.
  private func joinsAcrossStop(_ text: Span<UInt8>, at stop: Int) -> Bool {
    let next = text.byte(at: stop + 1)
    if next.isDigit { return text[stop - 1].isDigit }
    return next.isSmall && next != UInt8(ascii: "u") && !text.isAlphanumeric(at: stop + 2)
      && text.apostropheLength(at: stop + 2) == 0
  }
}

extension Span<UInt8> {
  /// End of an ending in brackets, "klant(en)", "foto('s)", at the bracket at `index`.
  fileprivate func endOfOptionalEnding(at index: Int) -> Int? {
    let first = index + 1 + apostropheLength(at: index + 1)
    var end = first
    while byte(at: end).isSmall { end += 1 }
    guard end > first, end <= first + 3, byte(at: end) == UInt8(ascii: ")") else { return nil }
    return isAlphanumeric(at: end + 1) ? nil : end + 1
  }

  /// Position behind the apostrophe at `index` where that is part of the word begun at `start`,
  /// nil where it closes a quotation.
  fileprivate func endOfInnerApostrophe(
    at index: Int, from start: Int, _ context: ScanContext
  ) -> Int? {
    let end = index + apostropheLength(at: index)
    if isLetter(at: end) { return end }
    // "Hans' tas", "l' Art"
    guard !context.contains(.inSingleQuotes), !isAlphanumeric(at: end),
      apostropheLength(at: end) == 0
    else {
      return nil
    }
    switch self[index - 1] | 0x20 {
    case UInt8(ascii: "s"), UInt8(ascii: "x"), UInt8(ascii: "z"): return isGap(at: end) ? end : nil
    default: return index - start == 1 && isGap(at: end) ? end : nil
    }
  }
}
