/// Finds the personal data in one line; kept from line to line for its memory.
struct LineScan {
  let words: Words
  var pieces = Pieces()
  /// In order of their starts only after `settle`.
  var findings: [Finding] = []
  /// The number that is being read; kept for its memory.
  var run = DigitRun()
  /// Behind which piece a cue stood last, by the cue's bit; far below 0 where none did.
  private var cueEnds: [Int] = []
  /// Where a name is likely: behind a cue for persons, or behind "en" after a name.
  private var nameAt = -1
  private var nameCues: Cues = []
  /// The hashes of names that only a cue has told, which may stand elsewhere in the line without one.
  private var told: [UInt64] = []

  init(words: Words) { self.words = words }

  /// Looks through a line without its end.
  ///
  /// - Parameter before: what the line before announced.
  /// - Returns: what this line announces to the next.
  mutating func scan(_ bytes: Span<UInt8>, after before: Cues) -> Cues {
    findings.removeAll(keepingCapacity: true)
    told.removeAll(keepingCapacity: true)
    pieces.cut(bytes, words)
    guard pieces.count > 0 else { return before }
    cueEnds.removeAll(keepingCapacity: true)
    for bit in 0..<22 {
      cueEnds.append(before.contains(Cues(rawValue: 1 << UInt32(bit))) ? 0 : -1000)
    }
    nameAt = before.isDisjoint(with: .persons) ? -1 : 0
    nameCues = before.intersection(.persons)
    if !before.isDisjoint(with: [.order]) { findOrder(bytes, from: 0, isSure: true) }
    var at = 0
    while at < pieces.count {
      let piece = pieces[at]
      var next = at &+ 1
      switch piece.form {
      case Piece.word: next = scanWord(bytes, at)
      case Piece.number: next = scanNumber(bytes, at)
      case UInt8(ascii: "@"): next = max(next, scanAt(bytes, at))
      case UInt8(ascii: ":"): findIPv6(bytes, at)
      default: break
      }
      at = max(next, at &+ 1)
    }
    if !told.isEmpty { findAgain() }
    settle()
    return announcement(behind: before)
  }

  /// Whether a cue ended not more than `reach` pieces before.
  func isNear(_ cue: Cues, _ at: Int, reach: Int = 6) -> Bool {
    at - cueEnds[cue.rawValue.trailingZeroBitCount] <= reach
  }

  /// Whether a cue ended shortly before, and none of another number after it.
  func isNearest(_ cue: Cues, _ at: Int) -> Bool {
    guard isNear(cue, at) else { return false }
    let end = cueEnds[cue.rawValue.trailingZeroBitCount]
    for bit in Cues.phone.rawValue.trailingZeroBitCount..<cueEnds.count where cueEnds[bit] > end {
      return false
    }
    return true
  }

  /// Whether a word ends with a run of letters.
  func ends(_ bytes: Span<UInt8>, _ piece: Piece, with ending: [UInt8], longer: Bool) -> Bool {
    let count = ending.count
    guard longer ? piece.count > count : piece.count >= count else { return false }
    let start = Int(piece.end) - count
    for i in 0..<count where bytes[start + i] | 0x20 != ending[i] { return false }
    return true
  }

  mutating func add(_ kind: PersonalKind, _ first: Int, _ last: Int) {
    findings.append(
      Finding(start: Int(pieces[first].start), end: Int(pieces[last].end), kind: kind))
  }

  // MARK: Words

  private mutating func scanWord(_ bytes: Span<UInt8>, _ at: Int) -> Int {
    let piece = pieces[at]
    let count = pieces.count
    let nextIsJoined = at &+ 1 < count && pieces[at &+ 1].isJoined
    if nextIsJoined {
      let after = pieces[at &+ 1]
      if after.isNumber && piece.count >= 2 { findIBAN(bytes, Int(piece.end) - 2) }
      if after.isMark(UInt8(ascii: "-")) || after.isNumber { findPlate(bytes, at) }
      if after.isMark(UInt8(ascii: ".")) || after.isMark(UInt8(ascii: ":")) {
        if let end = findURL(bytes, at) { return end }
      }
    }
    if piece.count <= 3 && isNear(.plate, at, reach: 4) { findPlate(bytes, at) }
    var cues: Cues = []
    if piece.classes.contains(.cueEnd) {
      cues = cuesEnding(at)
    } else if piece.count > 6 && bytes[Int(piece.end) - 1] | 0x20 == UInt8(ascii: "r")
      && ends(bytes, piece, with: LineScan.numberWord, longer: true)
    {
      cues = .order
    }
    if !cues.isEmpty { note(cues, bytes, at) }
    if at == nameAt, let end = name(bytes, at, nameCues) {
      return accept(end, at, bytes)
    }
    if !piece.classes.isDisjoint(with: .given) || isInitial(bytes, at) {
      if let end = name(bytes, at, []) { return accept(end, at, bytes) }
    }
    if piece.isCapital, isBeforeKin(at), let end = name(bytes, at, .deed) {
      return accept(end, at, bytes)
    }
    return at &+ 1
  }

  private static let numberWord = Array("nummer".utf8)

  private mutating func accept(_ end: Int, _ at: Int, _ bytes: Span<UInt8>) -> Int {
    // The apostrophe of "'t Hart" may have been taken for a quotation mark.
    let hasApostrophe =
      at > 0 && pieces[at].count == 1 && pieces[at].isJoined
      && pieces[at - 1].isMark(UInt8(ascii: "'"))
    add(.person, hasApostrophe ? at - 1 : at, end - 1)
    if pieces[at].isCapital, pieces[at].count > 3, pieces[at].classes.isEmpty {
      told.append(pieces.hashes[at])
    }
    // "Ineke en Wim", "Iris, Bas & Mo".
    if end + 1 < pieces.count {
      let link = pieces[end]
      let isLink =
        link.isMark(UInt8(ascii: "&")) || link.isMark(UInt8(ascii: "+"))
        || link.isMark(UInt8(ascii: ",")) || link.isMark(UInt8(ascii: "/"))
        || link.isWord && link.count == 2 && bytes[Int(link.start)] | 0x20 == UInt8(ascii: "e")
          && bytes[Int(link.start) + 1] | 0x20 == UInt8(ascii: "n")
      if isLink {
        nameAt = end + 1
        // Behind "en" stands a name even if nobody knows it; behind a comma anything may.
        nameCues = link.isWord || link.isMark(UInt8(ascii: "&")) ? .deed : .thanks
      }
    }
    return end
  }

  /// Finds the names that were told by a cue where they stand without one.
  private mutating func findAgain() {
    for at in 0..<pieces.count
    where pieces[at].isWord && pieces[at].isCapital && told.contains(pieces.hashes[at]) {
      add(.person, at, at)
    }
  }

  /// The cues of the longest phrase that ends with a word.
  private func cuesEnding(_ at: Int) -> Cues {
    for phrase in words.phrases[Int(pieces[at].entry)] {
      guard phrase.before.count <= at else { continue }
      var fits = true
      for (offset, hash) in phrase.before.enumerated()
      where pieces.hashes[at &- 1 &- offset] != hash {
        fits = false
        break
      }
      if fits { return phrase.cues }
    }
    return []
  }

  private mutating func note(_ cues: Cues, _ bytes: Span<UInt8>, _ at: Int) {
    var rest = cues.rawValue
    while rest != 0 {
      cueEnds[rest.trailingZeroBitCount] = at
      rest &= rest &- 1
    }
    let persons = cues.intersection(.persons)
    if !persons.isEmpty {
      var next = at &+ 1
      while next < pieces.count, next <= at + 4, isBeforeName(pieces[next], persons) { next += 1 }
      nameAt = next
      nameCues = persons
    }
    if cues.contains(.order) || cues.contains(.parcel) {
      findOrder(bytes, from: at + 1, isSure: cues.contains(.order))
    }
  }

  /// Whether a mark may stand between a cue and the name.
  private func isBeforeName(_ piece: Piece, _ cues: Cues) -> Bool {
    switch piece.form {
    case UInt8(ascii: ":"), UInt8(ascii: "("): true
    case UInt8(ascii: "\""), UInt8(ascii: "'"): !cues.contains(.role)
    case UInt8(ascii: "."): !cues.isDisjoint(with: [.shortTitle, .signoff, .introduce])
    case UInt8(ascii: ","): !cues.isDisjoint(with: [.signoff, .role, .introduce, .thanks])
    case UInt8(ascii: "!"), UInt8(ascii: "-"), UInt8(ascii: "/"): cues.contains(.signoff)
    case Piece.otherMark: cues.contains(.signoff)
    default: false
    }
  }

  // MARK: What was found

  /// Sorts the findings and settles overlaps: the longest counts, then the most specific, and covers both.
  private mutating func settle() {
    guard findings.count > 1 else { return }
    findings.sort { ($0.start, $1.end) < ($1.start, $0.end) }
    var kept = 0
    for next in findings.dropFirst() {
      let last = findings[kept]
      if next.start >= last.end {
        kept += 1
        findings[kept] = next
        continue
      }
      let (a, b) = (last.end - last.start, next.end - next.start)
      let wins = b > a || b == a && next.specificity > last.specificity
      findings[kept].kind = wins ? next.kind : last.kind
      findings[kept].end = max(last.end, next.end)
    }
    findings.removeSubrange((kept + 1)...)
  }

  /// The cues at the end of the line, with nothing but marks behind them.
  private func announcement(behind before: Cues) -> Cues {
    var last = pieces.count - 1
    while last >= 0 && pieces[last].isMark { last -= 1 }
    guard last >= 0 else { return before }
    var cues: Cues = []
    for bit in 0..<22 where cueEnds[bit] == last && pieces[last].isWord {
      cues.insert(Cues(rawValue: 1 << UInt32(bit)))
    }
    return cues.intersection(.acrossLines)
  }
}
