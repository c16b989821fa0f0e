extension Tokenizer {
  /// Reads the number, or the word with a number in front, that begins with the digit at `start`.
  func number(in text: Span<UInt8>, from start: Int, _ context: ScanContext) -> Scan {
    if let end = text.endOfKeycap(at: start) {
      return Scan(end: end, kind: .emoji, role: .pictograph)
    }
    var index = start
    var kind: TokenKind?
    scanning: while index < text.count {
      let byte = text[index]
      if byte.isDigit {
        index += 1
        continue
      }
      let next = text.byte(at: index + 1)
      switch byte {
      case UInt8(ascii: ","), UInt8(ascii: "."):
        if next.isDigit {
          index += 1
        } else if let end = text.endOfRoundAmount(at: index) {
          index = end
          kind = .money
          break scanning
        } else if byte == UInt8(ascii: "."), isItem(text, start..<index, context) {
          index += 1
          kind = .ordinal
          break scanning
        } else {
          break scanning
        }

      case UInt8(ascii: ":"):
        guard next.isDigit else { break scanning }
        index += 1

      case UInt8(ascii: "/"):
        if next.isDigit {
          index += 1
        } else if text.isLetter(at: index + 1) {
          return mixed(in: text, from: start, at: index, context)
        } else {
          break scanning
        }

      case UInt8(ascii: "="):
        guard next.isDigit else { break scanning }
        index += 1

      case UInt8(ascii: "-"), UInt8(ascii: "+"):
        if next.isDigit {
          index += 1
        } else if text.isLetter(at: index + 1) || text.apostropheLength(at: index + 1) > 0 {
          return mixed(in: text, from: start, at: index, context)
        } else if next == byte || next == UInt8(ascii: ">") {
          break scanning
        } else {
          // "8-", "9+", "16- en 17-jarigen", "2004-..."
          if text.isGrade(in: start..<index) { kind = .grade }
          index += 1
          if text.matches("...", at: index) { index += 3 }
          break scanning
        }

      case UInt8(ascii: "%"):
        index += 1
        break scanning

      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "_"):
        return mixed(in: text, from: start, at: index, context)

      case UInt8(ascii: "'"):
        guard next.isLetter else { break scanning }
        return mixed(in: text, from: start, at: index, context)

      case 0x80...0xFF:
        let scalar = text.scalar(at: index)
        let end = index + scalar.length
        if scalar.isFraction {
          index = end
        } else if scalar.value == 0xB0 {  // °
          guard text.isLetter(at: end) else {
            index = end
            break scanning
          }
          return mixed(in: text, from: start, at: end, context)
        } else if scalar.isDash || scalar.isHyphen, text.byte(at: end).isDigit {
          index = end
        } else if scalar.isLetter || scalar.isApostrophe && text.isLetter(at: end) {
          return mixed(in: text, from: start, at: index, context)
        } else {
          break scanning
        }

      default:
        break scanning
      }
    }
    let form = kind ?? text.numberKind(in: start..<index)
    return Scan(end: index, kind: context.contains(.afterCurrency) ? .money : form)
  }

  /// Whether the number at `range`, which a full stop follows, counts items of a list: "2. Duur".
  ///
  /// The first number of a text may be a grade instead, so only "1." is taken for an item there.
  private func isItem(_ text: Span<UInt8>, _ range: Range<Int>, _ context: ScanContext) -> Bool {
    guard !context.isDisjoint(with: [.startsLine, .afterEnd]), range.count <= 2 else {
      return false
    }
    let next = range.upperBound + 1
    guard text.byte(at: next) == 0x20, text.isLetter(at: next + 1) else { return false }
    let isFirst = range.lowerBound == 0
    return !isFirst || range.count == 1 && text[range.lowerBound] == UInt8(ascii: "1")
  }

  /// Reads on at a letter or joining sign behind digits.
  private func mixed(
    in text: Span<UInt8>, from start: Int, at index: Int, _ context: ScanContext
  ) -> Scan {
    var scan = word(in: text, from: start, resumingAt: index, context)
    if scan.kind == .word { scan.kind = text.mixedKind(in: start..<scan.end) }
    return scan
  }
}

extension Span<UInt8> {
  /// End of `,-`, `,--`, `,=` or `.-` at `index`, which stands for no cents.
  fileprivate func endOfRoundAmount(at index: Int) -> Int? {
    let mark = byte(at: index + 1)
    guard mark == UInt8(ascii: "-") || mark == UInt8(ascii: "=") else { return nil }
    var end = index + 1
    while byte(at: end) == mark { end += 1 }
    return end <= index + 3 && !isAlphanumeric(at: end) ? end : nil
  }

  /// A whole or halved number from 0 to 10.
  fileprivate func isGrade(in range: Range<Int>) -> Bool {
    guard let parts = NumberParts(self, range), parts.groups <= 2 else { return false }
    return parts[0] <= 10 && parts.width(0) <= 2 && (parts.groups == 1 || parts.has(.comma))
  }

  fileprivate func numberKind(in range: Range<Int>) -> TokenKind {
    guard range.count > 2, let parts = NumberParts(self, range) else { return .number }
    switch parts.groups {
    case 2 where parts.has(.colon) && parts[0] <= 24 && parts.width(1) == 2 && parts[1] <= 59:
      return .time
    case 2 where parts.has(.stop) && parts[0] <= 24 && parts.width(1) == 2 && parts[1] <= 59:
      return matches(" uur", at: range.upperBound) ? .time : .number
    case 2 where parts.has(.slash):
      if parts[1] == 10 || parts[1] == 5, parts[0] <= parts[1] { return .grade }
      let isDayAndMonth = parts[0] <= 31 && parts[1] <= 12 && self[range.upperBound - 2] == 0x30
      return isDayAndMonth && parts.width(1) == 2 ? .date : .number
    case 3 where parts.has(.slash) && parts.hasDecimals:
      // "8,5/10"
      return parts[2] == 10 || parts[2] == 5 ? .grade : .number
    case 3 where parts.isUniform && !parts.has(.comma) && !parts.has(.colon):
      let isDayFirst = parts.width(0) <= 2 && parts[0] <= 31 && parts[1] <= 12
      let isYearFirst = parts.width(0) == 4 && parts[1] <= 12 && parts[2] <= 31
      let year = parts.width(2)
      return isDayFirst && (year == 2 || year == 4) && parts.width(1) <= 2 || isYearFirst
        ? .date : .number
    default:
      return parts.has(.colon) && parts[0] <= 24 ? .time : .number
    }
  }

  /// What digits with letters behind them are.
  fileprivate func mixedKind(in range: Range<Int>) -> TokenKind {
    var index = range.lowerBound
    while index < range.upperBound, !self[index].isLetter, self[index] != UInt8(ascii: "-") {
      index += 1
    }
    let tail = range.upperBound - index
    let digits = index - range.lowerBound
    switch tail {
    case 1 where matches("e", at: index), 2 where matches("de", at: index),
      3 where matches("ste", at: index):
      return .ordinal
    case 1 where matches("u", at: index), 3 where matches("uur", at: index):
      return .time
    case 3 where digits <= 2 && (matches("u", at: index) || matches("h", at: index)):
      return self[index + 1].isDigit ? .time : .number
    default:
      for position in index..<range.upperBound where self[position] == UInt8(ascii: "-") {
        return .word
      }
      return .number
    }
  }
}
