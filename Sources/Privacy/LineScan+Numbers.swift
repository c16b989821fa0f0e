/// Numbers that stand for a person: phone, BSN, national number, card, date of birth, postcode, IP address.
extension LineScan {
  /// Looks at what a number begins or ends; returns the piece to go on with.
  mutating func scanNumber(_ bytes: Span<UInt8>, _ at: Int) -> Int {
    let piece = pieces[at]
    let isInside = at > 0 && piece.isJoined && (pieces[at - 1].isText || isPointBefore(at))
    if at + 1 < pieces.count, pieces[at + 1].isJoined,
      pieces[at + 1].isMark(UInt8(ascii: "-")) || pieces[at + 1].isWord || pieces[at + 1].isNumber
    {
      findPlate(bytes, at)
    } else if isNear(.plate, at, reach: 3) {
      findPlate(bytes, at)
    }
    findAddress(bytes, at)
    if isInside { return at + 1 }
    if let end = findIPv4(bytes, at) { return end + 1 }
    if piece.count == 4 { findPostcode(bytes, at) }
    run.read(bytes, pieces, from: at)
    let birth = findBirthdate(bytes, at)
    if let birth { return birth + 1 }
    if let end = findLong(bytes, at) { return end + 1 }
    return at + 1
  }

  /// Whether a joined point, comma or currency sign stands before, as in amounts and versions.
  private func isPointBefore(_ at: Int) -> Bool {
    switch pieces[at - 1].form {
    case UInt8(ascii: ","):
      at > 1 && pieces[at - 1].isJoined && pieces[at - 2].isNumber && !isBeyondAmounts(at - 2)
    case UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "-"):
      at > 1 && pieces[at - 1].isJoined && pieces[at - 2].isNumber
    default: false
    }
  }

  /// Whether a number has more digits than an amount before its comma: "0612345678,0687654321".
  private func isBeyondAmounts(_ at: Int) -> Bool { pieces[at].count >= 8 }

  /// Whether nothing is joined to the end of a number.
  private func isWhole(_ at: Int) -> Bool {
    guard at + 1 < pieces.count, pieces[at + 1].isJoined else { return true }
    let next = pieces[at + 1]
    if next.isText { return false }
    guard at + 2 < pieces.count, pieces[at + 2].isJoined else { return true }
    switch next.form {
    case UInt8(ascii: ","): return !pieces[at + 2].isNumber || isBeyondAmounts(at)
    case UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "-"): return !pieces[at + 2].isNumber
    default: return true
    }
  }

  /// A phone number, BSN, national number or card; the piece with which it ends.
  private mutating func findLong(_ bytes: Span<UInt8>, _ at: Int) -> Int? {
    guard run.digits.count >= 6 else { return nil }
    let isProduct = isNear(.product, at, reach: 4)
    let isOrder = isNear(.order, at, reach: 4) || isNear(.parcel, at, reach: 2)
    if let end = run.piece(ending: 11), isWhole(end), !isProduct,
      CheckDigits.isNationalNumber(run.digits[..<11]) || isNear(.national, at)
    {
      add(.nationalNumber, at, end)
      return end
    }
    for count in [19, 18, 17, 16, 15, 14, 13] {
      guard let end = run.piece(ending: count), isWhole(end) else { continue }
      let passes = CheckDigits.isCard(run.digits[..<count])
      let isNamed = isNear(.card, at)
      guard passes && (isNamed || looksLikeCard(count) && !isOrder && !isProduct) else { continue }
      add(.card, at, end)
      return end
    }
    // "bsn-nummer is": what is called a BSN and passes is no phone number, though those are announced so too.
    if let end = run.piece(ending: 9), isWhole(end), isNear(.bsn, at),
      CheckDigits.isBSN(run.digits[..<9])
    {
      add(.bsn, at, end)
      return end
    }
    if let end = findPhone(bytes, at, isBlocked: isProduct || isOrder) { return end }
    if let end = run.piece(ending: 9), isWhole(end) {
      let named = isNear(.bsn, at)
      // A number of nine digits passes in one of eleven: it must stand alone and be none of an order or a product.
      let alone = run.groups[0].digits == 9 && !isOrder && !isProduct
      if named || alone && CheckDigits.isBSN(run.digits[..<9]) {
        add(.bsn, at, end)
        return end
      }
    }
    return nil
  }

  private func looksLikeCard(_ count: Int) -> Bool {
    let prefix =
      Int(run.digits[0]) * 1000 + Int(run.digits[1]) * 100 + Int(run.digits[2]) * 10
      + Int(run.digits[3])
    switch count {
    case 16:
      return 4000..<5000 ~= prefix || 5100..<5600 ~= prefix || 2221..<2721 ~= prefix
        || 6000..<7000 ~= prefix
    case 15: return 3400..<3500 ~= prefix || 3700..<3800 ~= prefix
    case 17: return prefix == 6703
    default: return false
    }
  }

  // MARK: Phones

  private mutating func findPhone(_ bytes: Span<UInt8>, _ at: Int, isBlocked: Bool) -> Int? {
    let digits = run.digits
    var first = at
    if at > 0, pieces[at - 1].isMark(UInt8(ascii: "(")) { first = at - 1 }
    let isNamed = isNearest(.phone, at)
    if at > 0, pieces[at - 1].isMark(UInt8(ascii: "+")), pieces[at].isJoined {
      first = at - 1
      if first > 0, pieces[first - 1].isMark(UInt8(ascii: "(")) { first -= 1 }
      if let end = national(behind: 2, country: Int(digits[0]) * 10 + Int(digits[1])) {
        add(.phone, first, end)
        return end
      }
      for count in [14, 13, 12, 11, 10] where digits[0] != 0 {
        if let end = run.piece(ending: count), isWhole(end) {
          add(.phone, first, end)
          return end
        }
      }
      return nil
    }
    if isBlocked && !isNamed { return nil }
    guard digits[0] == 0 else {
      // Without the leading 0, or a local number: only where it is called a phone number.
      guard isNamed else { return nil }
      for count in [9, 8, 7, 6] {
        if let end = run.piece(ending: count), isWhole(end), isTight(count) {
          add(.phone, first, end)
          return end
        }
      }
      return nil
    }
    if digits.count > 4, digits[1] == 0, digits[2] == 3 {
      if let end = national(behind: 4, country: 30 + Int(digits[3])) {
        add(.phone, first, end)
        return end
      }
    }
    // Numbers of companies: 0800, 0900 and the like.
    if digits.count > 3, digits[2] == 0, digits[1] == 8 || digits[1] == 9 { return nil }
    if digits[1] == 0 { return nil }
    if let end = run.piece(ending: 10), isWhole(end), isTight(10) {
      add(.phone, first, end)
      return end
    }
    // Belgian lines have nine digits: in groups, or named.
    if let end = run.piece(ending: 9), isWhole(end), isTight(9),
      isNamed || run.groups[0].digits <= 3 && run.groups.count > 1 || first < at
    {
      add(.phone, first, end)
      return end
    }
    return nil
  }

  /// The end of a number of the Netherlands or Belgium behind the code of the country.
  private func national(behind code: Int, country: Int) -> Int? {
    let digits = run.digits
    guard country == 31 || country == 32, digits.count > code else { return nil }
    let start = digits[code] == 0 ? code + 1 : code
    for count in country == 31 ? [9] : [9, 8] {
      if let end = run.piece(ending: start + count), isWhole(end) { return end }
    }
    return nil
  }

  /// Whether the groups look like those of one number: none of a single digit, no dates.
  private func isTight(_ count: Int) -> Bool {
    var before = 0
    for group in run.groups {
      if group.digits - before < 2 { return false }
      before = group.digits
      if before == count { return true }
    }
    return false
  }

  // MARK: Dates of birth

  /// A date behind a cue, or before an age; the piece with which it ends.
  private mutating func findBirthdate(_ bytes: Span<UInt8>, _ at: Int) -> Int? {
    let isNamed = isNear(.birth, at, reach: 7)
    guard let date = date(bytes, at) else { return nil }
    var isAge = false
    if !isNamed, date.hasYear {
      // "(3-5-1970, 55 jaar)"
      var next = date.end + 1
      while next < pieces.count, next <= date.end + 2, pieces[next].isMark { next += 1 }
      if next + 1 < pieces.count, pieces[next].isNumber, pieces[next].count <= 3,
        pieces[next + 1].isWord, pieces.hashes[next + 1] == LineScan.year
      {
        isAge = true
      }
    }
    guard isNamed || isAge else { return nil }
    add(.birthdate, at, date.end)
    return date.end
  }

  private static let year = Words.hash("jaar")

  private func value(_ bytes: Span<UInt8>, _ at: Int) -> Int {
    var value = 0
    for i in Int(pieces[at].start)..<min(Int(pieces[at].end), Int(pieces[at].start) + 6) {
      value = value * 10 + Int(bytes[i] - 0x30)
    }
    return value
  }

  /// The date that begins with a number: in figures with a year, or with the name of a month.
  private func date(_ bytes: Span<UInt8>, _ at: Int) -> (end: Int, hasYear: Bool)? {
    let piece = pieces[at]
    if piece.count <= 2, at + 1 < pieces.count {
      var month = at + 1
      if pieces[month].isMark(UInt8(ascii: "-")) || pieces[month].isMark(UInt8(ascii: ".")) {
        month += 1
      }
      if month < pieces.count, pieces[month].classes.contains(.month), value(bytes, at) <= 31 {
        var year = month + 1
        if year < pieces.count, pieces[year].isMark { year += 1 }
        if year < pieces.count, pieces[year].isNumber,
          pieces[year].count == 4 || pieces[year].count == 2
        {
          return (year, pieces[year].count == 4)
        }
        return (month, false)
      }
    }
    guard run.groups.count >= 3 else {
      // 12031961
      guard piece.count == 8, isNear(.birth, at) else { return nil }
      return (at, true)
    }
    let lengths = [
      run.groups[0].digits, run.groups[1].digits - run.groups[0].digits,
      run.groups[2].digits - run.groups[1].digits,
    ]
    let end = run.groups[2].piece
    let numbers = (0..<3).map { value(bytes, run.groups[$0].piece) }
    let isDayFirst = lengths[0] <= 2 && lengths[1] <= 2 && (lengths[2] == 4 || lengths[2] == 2)
    let isYearFirst = lengths[0] == 4 && lengths[1] <= 2 && lengths[2] <= 2
    if isDayFirst, 1...31 ~= numbers[0], 1...31 ~= numbers[1] { return (end, lengths[2] == 4) }
    if isYearFirst, 1...12 ~= numbers[1], 1...31 ~= numbers[2] { return (end, true) }
    return nil
  }

  // MARK: Postcodes

  private mutating func findPostcode(_ bytes: Span<UInt8>, _ at: Int) {
    let piece = pieces[at]
    guard bytes[Int(piece.start)] != 0x30 else { return }
    var first = at
    if at > 0, piece.isJoined {
      guard pieces[at - 1].isMark(UInt8(ascii: "-")), at > 1, pieces[at - 2].count == 1,
        pieces[at - 2].isWord, bytes[Int(pieces[at - 2].start)] | 0x20 == UInt8(ascii: "b")
      else {
        if !pieces[at - 1].isMark(UInt8(ascii: "(")) { return }
        findDutchPostcode(bytes, at)
        return
      }
      first = at - 2
    }
    if findDutchPostcode(bytes, at) { return }
    guard isWhole(at), at + 1 < pieces.count || isNear(.postcode, at) else { return }
    let isPlace =
      at + 1 < pieces.count && pieces[at + 1].classes.contains(.place)
      && !pieces[at + 1].isJoined
    if first < at || isPlace || isNear(.postcode, at, reach: 3) { add(.postcode, first, at) }
  }

  @discardableResult
  private mutating func findDutchPostcode(_ bytes: Span<UInt8>, _ at: Int) -> Bool {
    guard at + 1 < pieces.count else { return false }
    let letters = pieces[at + 1]
    guard letters.isWord, letters.count == 2 else { return false }
    // Nothing is joined behind the letters: "2000 mg/dag", "1234 AB-3".
    if at + 2 < pieces.count, pieces[at + 2].isJoined, pieces[at + 2].isText { return false }
    let code = [bytes[Int(letters.start)] | 0x20, bytes[Int(letters.start) + 1] | 0x20]
    guard code[0] &- 0x61 < 26, code[1] &- 0x61 < 26 else { return false }
    // SA, SD and SS are not given out.
    if code[0] == UInt8(ascii: "s"),
      [UInt8(ascii: "a"), UInt8(ascii: "d"), UInt8(ascii: "s")].contains(code[1])
    {
      return false
    }
    let isNamed = isNear(.postcode, at, reach: 3) || isBehindAddress(at)
    let isPlaceNext =
      at + 2 < pieces.count && pieces[at + 2].isWord && pieces[at + 2].isCapital
      && !pieces[at + 2].traits.contains(.sentenceStart)
    if !isNamed {
      let isUnit = LineScan.units.contains(String(decoding: code, as: UTF8.self))
      if isUnit || isNear(.product, at, reach: 3) { return false }
      if at > 0, isAmountMark(at - 1) { return false }
      if !letters.traits.contains(.capitals) && !letters.isJoined && !isPlaceNext { return false }
      // A year before a short word.
      if !letters.traits.contains(.capitals), letters.classes.contains(.plain) { return false }
    }
    add(.postcode, at, at + 1)
    return true
  }

  /// Pairs of letters behind a number that are units, currencies or sorts.
  private static let units: Set<String> = [
    "eu", "cm", "mm", "km", "dm", "kg", "mg", "gr", "ml", "cl", "dl", "gb", "mb", "tb", "kb", "hz",
    "kw", "mw", "pk", "cc", "db", "px", "cd", "lp", "tv", "pc", "xl", "lt", "pm", "am", "bc", "wh",
    "ah", "va", "pa", "nm", "lm", "dv", "ad", "rp", "hd", "uk", "us", "en", "of", "is", "in", "op",
    "te", "nl", "be", "x2", "st", "jr", "ma", "fm", "nu", "ik", "je", "ze", "we", "al", "ca", "bv",
    "nv", "ex", "dl", "gt", "gs", "st", "ft",
  ]

  private func isAmountMark(_ at: Int) -> Bool {
    // Euro and dollar signs, and "x" of dimensions.
    pieces[at].isMark(UInt8(ascii: "$")) || pieces[at].isMark(Piece.otherMark)
      || pieces[at].isWord && pieces[at].count == 1
  }

  /// Whether an address ended right before.
  private func isBehindAddress(_ at: Int) -> Bool {
    guard let last = findings.last, last.kind == .address else { return false }
    return Int(pieces[at].start) - last.end <= 3
  }

  // MARK: IP addresses

  private mutating func findIPv4(_ bytes: Span<UInt8>, _ at: Int) -> Int? {
    guard at + 6 < pieces.count else { return nil }
    var digits = 0
    for part in 0..<4 {
      let number = pieces[at + 2 * part]
      guard number.isNumber, number.count <= 3, part == 0 || number.isJoined,
        value(bytes, at + 2 * part) <= 255
      else { return nil }
      digits += number.count
      if part < 3 {
        guard pieces[at + 2 * part + 1].isMark(UInt8(ascii: ".")),
          pieces[at + 2 * part + 1].isJoined
        else { return nil }
      }
    }
    let end = at + 6
    if end + 2 < pieces.count, pieces[end + 1].isMark(UInt8(ascii: ".")), pieces[end + 1].isJoined,
      pieces[end + 2].isNumber, pieces[end + 2].isJoined
    {
      return nil
    }
    guard isNear(.ip, at) || digits > 5 && !isNear(.version, at, reach: 3) else { return nil }
    add(.ip, at, end)
    return end
  }

  /// An address of eight groups, or fewer with `::`, around a colon.
  mutating func findIPv6(_ bytes: Span<UInt8>, _ at: Int) {
    let colon = Int(pieces[at].start)
    if let last = findings.last, last.kind == .ip, last.end > colon { return }
    func isPart(_ byte: UInt8) -> Bool {
      byte == UInt8(ascii: ":") || byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 6
    }
    var start = colon
    while start > 0 && colon - start < 5 && isPart(bytes[start - 1]) { start -= 1 }
    var end = colon
    while end < bytes.count && end - start < 40 && isPart(bytes[end]) { end += 1 }
    // A colon that ends a sentence is none of it.
    if end - start > 2, bytes[end - 1] == UInt8(ascii: ":"), bytes[end - 2] != UInt8(ascii: ":") {
      end -= 1
    }
    guard end - start >= 6 else { return }
    if start > 0, (bytes[start - 1] | 0x20) &- 0x61 < 26 || bytes[start - 1] >= 0x80 { return }
    if end < bytes.count, (bytes[end] | 0x20) &- 0x61 < 26 || bytes[end] >= 0x80 { return }
    var groups = 0
    var length = 0
    var gaps = 0
    for i in start..<end {
      if bytes[i] == UInt8(ascii: ":") {
        if i > start, bytes[i - 1] == UInt8(ascii: ":") { gaps += 1 }
        if length > 4 { return }
        groups += length > 0 ? 1 : 0
        length = 0
      } else {
        length += 1
      }
    }
    if length > 4 { return }
    groups += length > 0 ? 1 : 0
    guard gaps == 0 && groups == 8 || gaps == 1 && (3...7).contains(groups) else { return }
    findings.append(Finding(start: start, end: end, kind: .ip))
  }
}
