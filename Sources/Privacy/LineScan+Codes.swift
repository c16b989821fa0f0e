/// Codes of letters and digits: IBAN, licence plates, numbers of orders.
extension LineScan {
  private func isAlphanumeric(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
  }

  private func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  /// What stands between two groups of a code: one mark, a hyphen as `-`, or a run of white space, as a space.
  private func gap(_ bytes: Span<UInt8>, at start: Int) -> (mark: UInt8, end: Int)? {
    var end = start
    while end < bytes.count {
      if bytes[end] == UInt8(ascii: " ") || bytes[end] == UInt8(ascii: "\t") {
        end += 1
      } else if bytes[end] >= 0x80 {
        let (scalar, length) = Pieces.scalar(bytes, end)
        guard Pieces.isSpace(scalar) else { break }
        end += length
      } else {
        break
      }
    }
    if end > start { return (UInt8(ascii: " "), end) }
    guard start < bytes.count else { return nil }
    if bytes[start] < 0x80 {
      let isMark = bytes[start] == UInt8(ascii: "-") || bytes[start] == UInt8(ascii: ".")
      return isMark ? (bytes[start], start + 1) : nil
    }
    let (scalar, length) = Pieces.scalar(bytes, start)
    let mark = Pieces.plainMark(scalar)
    return mark == UInt8(ascii: "-") ? (mark, start + length) : nil
  }

  // MARK: IBAN

  /// An IBAN that begins with two letters before digits, with or without spaces.
  mutating func findIBAN(_ bytes: Span<UInt8>, _ start: Int) {
    if start > 0, isAlphanumeric(bytes[start - 1]) { return }
    let (a, b) = (bytes[start] & 0xDF, bytes[start + 1] & 0xDF)
    guard a &- 0x41 < 26, b &- 0x41 < 26,
      let length = CheckDigits.lengthOfIBAN(UInt16(a) << 8 | UInt16(b))
    else { return }
    var code: [UInt8] = []
    var end = start
    while end < bytes.count && code.count < length {
      let byte = bytes[end]
      if isAlphanumeric(byte) {
        code.append(isLetter(byte) ? byte & 0xDF : byte)
        end += 1
      } else {
        guard let gap = gap(bytes, at: end) else { return }
        end = gap.end
      }
    }
    guard code.count == length, end == bytes.count || !isAlphanumeric(bytes[end]) else { return }
    guard
      CheckDigits.isIBAN(code)
        || isNear(.iban, piece(at: start)) && code[2] < 0x3A && code[3] < 0x3A
    else {
      return
    }
    findings.append(Finding(start: start, end: end, kind: .iban))
  }

  /// The piece in which a byte stands.
  private func piece(at byte: Int) -> Int {
    var (low, high) = (0, pieces.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if Int(pieces[middle].start) <= byte { low = middle } else { high = middle - 1 }
    }
    return low
  }

  // MARK: Licence plates

  /// A Dutch plate of any series, or a Belgian one.
  mutating func findPlate(_ bytes: Span<UInt8>, _ at: Int) {
    let start = Int(pieces[at].start)
    let isNamed = isNear(.plate, at, reach: 5)
    guard start == 0 || !isAlphanumeric(bytes[start - 1]) && bytes[start - 1] != UInt8(ascii: "-"),
      isNamed || !isNear(.product, at, reach: 3)
    else { return }
    var groups: [(letters: Bool, count: Int)] = []
    var end = start
    var hasCapitals = true
    var separators = 0
    var hasSpaces = false
    var isGroupEnd = true
    // A plate has eight signs at most, with two separators.
    var length = 0
    while end < bytes.count, length < 10 {
      let byte = bytes[end]
      if isAlphanumeric(byte) {
        let letters = isLetter(byte)
        if letters && byte & 0x20 != 0 { hasCapitals = false }
        if let last = groups.last, last.letters == letters, !isGroupEnd {
          groups[groups.count - 1].count += 1
        } else {
          groups.append((letters, 1))
        }
        isGroupEnd = false
        end += 1
      } else if let gap = gap(bytes, at: end), isNamed || gap.mark == UInt8(ascii: "-"),
        gap.end < bytes.count, isAlphanumeric(bytes[gap.end]), separators < 2
      {
        separators += 1
        if gap.mark == UInt8(ascii: " ") { hasSpaces = true }
        isGroupEnd = true
        end = gap.end
      } else {
        break
      }
      length += 1
    }
    if end < bytes.count {
      let gap = gap(bytes, at: end)
      if isAlphanumeric(bytes[end]) || bytes[end] >= 0x80 && gap == nil { return }
      if let gap, gap.mark == UInt8(ascii: "-"), gap.end < bytes.count,
        isAlphanumeric(bytes[gap.end])
      {
        return
      }
    }
    guard hasCapitals || isNamed && !hasSpaces, separators == 2 || isNamed,
      groups.contains(where: \.letters), groups.contains(where: { !$0.letters })
    else { return }
    let counts = groups.map(\.count)
    let letters = groups.map(\.letters)
    let isBelgian =
      groups.count == 3 && !letters[0] && letters[1] && !letters[2]
      && counts == [1, 3, 3]
    let isDutch =
      groups.count == 3 && counts.reduce(0, +) == 6 && counts.allSatisfy { $0 <= 3 }
      && Set(counts).count != 1 || groups.count == 3 && counts == [2, 2, 2]
    let isOld =
      isNamed && groups.count == 2 && (counts == [3, 3] || counts == [4, 2] || counts == [2, 4])
    guard isBelgian || isDutch || isOld else { return }
    findings.append(Finding(start: start, end: end, kind: .licencePlate))
  }

  // MARK: Orders

  /// A number of an order, a customer or a file behind its cue.
  ///
  /// - Parameter isSure: whether the cue names a number; a mere "bestelling" needs a long one, or "nr" or "#".
  mutating func findOrder(_ bytes: Span<UInt8>, from start: Int, isSure: Bool) {
    var at = start
    var isSure = isSure
    var steps = 0
    while at < pieces.count, steps < 5 {
      let piece = pieces[at]
      if piece.isNumber || piece.isWord && codeEnd(bytes, at) != nil { break }
      switch piece.form {
      case Piece.word:
        guard piece.classes.contains(.connect) else { return }
        if piece.count <= 6 && piece.count >= 2
          && bytes[Int(piece.start)] | 0x20 == UInt8(ascii: "n")
        {
          isSure = true
        }
      case UInt8(ascii: "#"), UInt8(ascii: ":"): isSure = true
      case UInt8(ascii: "."), UInt8(ascii: "("), UInt8(ascii: "="), UInt8(ascii: "-"),
        UInt8(ascii: "\""), UInt8(ascii: "'"):
        break
      default: return
      }
      at += 1
      steps += 1
    }
    guard at < pieces.count, let end = codeEnd(bytes, at) else { return }
    var last = end
    if isSure, pieces[at].isNumber, end == at { last = spaced(at) }
    var count = 0
    for i in at...last where pieces[i].isText { count += pieces[i].count }
    guard count >= (isSure ? 4 : 6) else { return }
    if last == at, count == 4, !isSure || isYear(bytes, at) { return }
    // Amounts and dates are none.
    if last + 1 < pieces.count {
      let next = pieces[last + 1]
      if next.classes.contains(.unit), next.isWord, !isSure { return }
      if next.isMark(UInt8(ascii: ",")), next.isJoined, last + 2 < pieces.count,
        pieces[last + 2].isNumber, pieces[last + 2].isJoined
      {
        return
      }
    }
    if isDate(at, last) { return }
    add(.order, at, last)
  }

  /// The last piece of a code that begins here: words and numbers with marks between, at least one digit in it.
  private func codeEnd(_ bytes: Span<UInt8>, _ start: Int) -> Int? {
    var at = start
    var hasDigit = false
    guard pieces[at].isText else { return nil }
    while true {
      if pieces[at].isNumber { hasDigit = true }
      guard at + 1 < pieces.count, pieces[at + 1].isJoined, at - start < 16 else { break }
      let next = pieces[at + 1]
      if next.isText {
        at += 1
      } else if next.isMark(UInt8(ascii: "-")) || next.isMark(UInt8(ascii: "/"))
        || next.isMark(UInt8(ascii: ".")) || next.isMark(UInt8(ascii: "_")),
        at + 2 < pieces.count, pieces[at + 2].isText, pieces[at + 2].isJoined
      {
        at += 2
      } else {
        break
      }
    }
    return hasDigit ? at : nil
  }

  /// Numbers in groups: "550 778 12".
  private func spaced(_ start: Int) -> Int {
    var at = start
    guard pieces[at].count <= 4, pieces[at].count >= 2 else { return at }
    while at + 1 < pieces.count, pieces[at + 1].isNumber, 2...6 ~= pieces[at + 1].count,
      at - start < 6
    {
      if at + 2 < pieces.count {
        let next = pieces[at + 2]
        if next.classes.contains(.unit) || next.isJoined && next.isMark(UInt8(ascii: ",")) { break }
        if next.classes.contains(.month) { break }
      }
      at += 1
    }
    return at
  }

  private func isYear(_ bytes: Span<UInt8>, _ at: Int) -> Bool {
    let piece = pieces[at]
    guard piece.isNumber, piece.count == 4 else { return false }
    switch (bytes[Int(piece.start)], bytes[Int(piece.start) + 1]) {
    case (UInt8(ascii: "1"), UInt8(ascii: "9")), (UInt8(ascii: "2"), UInt8(ascii: "0")): return true
    default: return false
    }
  }

  /// Whether the pieces are a day, a month and a year.
  private func isDate(_ first: Int, _ last: Int) -> Bool {
    guard last == first + 4, pieces[first].isNumber, pieces[first + 2].isNumber,
      pieces[first + 4].isNumber
    else { return false }
    let counts = [pieces[first].count, pieces[first + 2].count, pieces[first + 4].count]
    return counts[1] <= 2
      && (counts[0] <= 2 && (counts[2] == 4 || counts[2] == 2) || counts[0] == 4 && counts[2] <= 2)
  }
}
