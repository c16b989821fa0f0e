/// Names of persons.
extension LineScan {
  /// The piece behind the name that begins at a word, given the cues right before it.
  func name(_ bytes: Span<UInt8>, _ at: Int, _ cues: Cues) -> Int? {
    let first = pieces[at]
    guard first.isWord, !first.traits.contains(.brand) else { return nil }
    // A name is not part of a compound or an address.
    if at > 0 && first.isJoined && pieces[at - 1].isText { return nil }
    if at > 1 && first.isJoined && pieces[at - 1].isMark(UInt8(ascii: "-"))
      && pieces[at - 1].isJoined && pieces[at - 2].isText && cues.isEmpty
    {
      return nil
    }
    // "Sint Maarten" is an island.
    if at > 0, cues.isEmpty {
      let before = pieces[at - 1].isMark(UInt8(ascii: ".")) && at > 1 ? at - 2 : at - 1
      if pieces[before].classes.contains(.saint) { return nil }
    }
    if cues.isEmpty && (isCompound(at) || isNear(.product, at, reach: 1)) { return nil }
    var next = at
    var initials = 0
    while initials < LineScan.mostInitials, isInitial(bytes, next, withCue: !cues.isEmpty) {
      initials += 1
      next += 2
    }
    if initials > 0 {
      if let end = surname(next, afterGiven: !cues.isEmpty || initials > 1, cues) {
        if !cues.isEmpty || initials > 1 || followsBreak(at)
          || pieces[end - 1].classes.contains(.surname)
        {
          return end
        }
        return nil
      }
      if next < pieces.count, isGiven(next, withCue: true), pieces[next].isCapital {
        return afterGiven(bytes, next + 1, isCapital: true)
      }
      return cues.isDisjoint(with: [.signoff, .title, .shortTitle]) || initials < 2 ? nil : next
    }
    if isGiven(at, withCue: !cues.isEmpty) || beginsAsPerson(bytes, at) {
      return afterGiven(bytes, at + 1, isCapital: first.isCapital)
    }
    guard !cues.isEmpty else { return nil }
    if !cues.isDisjoint(with: [.title, .shortTitle, .signoff]) {
      // A single letter without its full stop: "mw J de Vries".
      if first.count == 1, first.isCapital, let end = surname(at + 1, afterGiven: true, cues) {
        return end
      }
      if let end = surname(at, afterGiven: true, cues), isSurnameBehindTitle(at, end, cues) {
        return end
      }
    }
    if first.isCapital, isUnknownName(at, cues) {
      return afterGiven(bytes, at + 1, isCapital: true)
    }
    if !first.isCapital, mayBeLowercaseName(at, cues) { return at + 1 }
    return nil
  }

  /// More initials than this are none, so that a line of nothing else is not read again from each.
  private static let mostInitials = 8

  /// A letter with a full stop behind it.
  func isInitial(_ bytes: Span<UInt8>, _ at: Int, withCue: Bool = false) -> Bool {
    guard at + 1 < pieces.count else { return false }
    let letter = pieces[at]
    return letter.isWord && letter.count <= 2 && pieces[at + 1].isMark(UInt8(ascii: "."))
      && pieces[at + 1].isJoined && (letter.isCapital || withCue)
      && (letter.count == 1 || letter.isCapital && !letter.classes.contains(.plain) && withCue)
  }

  /// Whether a name without a capital is the first half of a word such as "petra-achtig".
  private func isCompound(_ at: Int) -> Bool {
    guard at + 2 < pieces.count, !pieces[at].isCapital, pieces[at + 1].isMark(UInt8(ascii: "-")),
      pieces[at + 1].isJoined
    else { return false }
    let second = pieces[at + 2]
    return second.isWord && second.isJoined && !second.isCapital && second.count > 1
      && second.classes.isDisjoint(with: .given)
  }

  /// Whether a line begins here, or what stands before cannot go on into a name.
  private func followsBreak(_ at: Int) -> Bool {
    guard at > 0 else { return true }
    return pieces[at - 1].isMark && !pieces[at - 1].isMark(UInt8(ascii: "-"))
  }

  private func isGiven(_ at: Int, withCue: Bool) -> Bool {
    guard at < pieces.count, pieces[at].isWord else { return false }
    let piece = pieces[at]
    let classes = piece.classes
    guard !classes.isDisjoint(with: .given), !piece.traits.contains(.brand) else { return false }
    if classes.contains(.plain) && !piece.isCapital { return false }
    if classes.contains(.month) && isMonth(at) { return false }
    if withCue { return !classes.contains(.plain) || !piece.traits.contains(.sentenceStart) }
    if isFirstOfTwo(at) { return true }
    if classes.contains(.plain) && !classes.contains(.capital) { return false }
    if classes.contains(.name) { return true }
    guard classes.contains(.capital) || classes.contains(.cue) else { return false }
    guard piece.isCapital else { return false }
    if classes.contains(.capital) && !piece.traits.contains(.sentenceStart)
      && !piece.traits.contains(.capitals) && !isAmongCapitals(at)
    {
      return true
    }
    // Before a surname: "Roos van Dam", "Victoria Jansen".
    guard let end = surname(at + 1, afterGiven: false, []) else { return false }
    return pieces[end - 1].classes.contains(.surname) || end > at + 2
  }

  /// Whether another given name is joined to one: "Dirk-Jan" is a person where "Dirk" may be a shop.
  private func isFirstOfTwo(_ at: Int) -> Bool {
    guard at + 2 < pieces.count, pieces[at].isCapital, pieces[at + 1].isMark(UInt8(ascii: "-")),
      pieces[at + 1].isJoined
    else { return false }
    let second = pieces[at + 2]
    return second.isJoined && second.isCapital && !second.classes.isDisjoint(with: .given)
  }

  /// Whether words with capitals stand on either side, as in titles and names of products.
  private func isAmongCapitals(_ at: Int) -> Bool {
    let before =
      at > 0 && pieces[at - 1].isWord && pieces[at - 1].isCapital
      && !pieces[at - 1].traits.contains(.sentenceStart)
    let after = at + 1 < pieces.count && pieces[at + 1].isNumber
    return before || after
  }

  /// A given name that is something else, too, before what people do, "en" and a name, or where they work.
  private func beginsAsPerson(_ bytes: Span<UInt8>, _ at: Int) -> Bool {
    let piece = pieces[at]
    guard piece.isCapital, at + 1 < pieces.count, !piece.traits.contains(.brand) else {
      return false
    }
    if !piece.classes.isDisjoint(with: .given), isOfDesk(at + 1) { return true }
    guard piece.classes.contains(.capital) else { return false }
    let next = pieces[at + 1]
    if next.classes.contains(.act) && !next.isCapital { return true }
    return next.isWord && next.count == 2 && bytes[Int(next.start)] == UInt8(ascii: "e")
      && at + 2 < pieces.count && pieces[at + 2].isCapital
      && !pieces[at + 2].classes.isDisjoint(with: .given)
      && !pieces[at + 2].traits.contains(.brand)
  }

  /// Whether "en haar vriend" or the like stands behind a word and the further parts of its name.
  func isBeforeKin(_ at: Int) -> Bool {
    // "Gastvrouw en haar man": a role, not a name.
    if pieces[at].classes.contains(.cueEnd) { return false }
    var next = at + 1
    while next + 1 < pieces.count, next <= at + 4, pieces[next].isMark(UInt8(ascii: "-")),
      pieces[next].isJoined
    {
      next += 2
    }
    return next + 2 < pieces.count && pieces.hashes[next] == LineScan.and
      && LineScan.owners.contains(pieces.hashes[next + 1])
      && pieces[next + 2].classes.contains(.kin) && !pieces[next + 2].isCapital
      && (at == 0 || !LineScan.articles.contains(pieces.hashes[at - 1]))
  }

  private static let and = Words.hash("en")
  private static let owners = [Words.hash("haar"), Words.hash("zijn"), Words.hash("hun")]
  private static let articles = ["de", "het", "een", "onze", "mijn"].map { Words.hash($0) }

  /// Whether "van de receptie" or the like begins at a piece.
  private func isOfDesk(_ at: Int) -> Bool {
    at + 2 < pieces.count
      && (pieces.hashes[at] == LineScan.from || pieces.hashes[at] == LineScan.behind)
      && pieces[at + 1].classes.contains(.particle) && pieces[at + 2].classes.contains(.desk)
  }

  private static let from = Words.hash("van")
  private static let behind = Words.hash("achter")

  /// Whether "jan" stands among dates.
  private func isMonth(_ at: Int) -> Bool {
    func isDate(_ near: Int) -> Bool {
      guard near >= 0 && near < pieces.count else { return false }
      return pieces[near].isNumber
        || pieces[near].classes.contains(.month) && pieces[near].classes.isDisjoint(with: .given)
    }
    return isDate(at - 1) || isDate(at + 1)
      || (at + 2 < pieces.count && pieces[at + 1].isMark && isDate(at + 2))
      || (at > 1 && pieces[at - 1].isMark && isDate(at - 2))
  }

  /// The end of a name from the piece behind its first given name on.
  private func afterGiven(_ bytes: Span<UInt8>, _ start: Int, isCapital: Bool) -> Int {
    var next = hyphenated(start)
    var given = 1
    while given < 4, next < pieces.count, pieces[next].isWord, !pieces[next].isJoined,
      !pieces[next].classes.isDisjoint(with: .given), pieces[next].isCapital == isCapital,
      isCapital || pieces[next].classes.contains(.name),
      !pieces[next].classes.contains(.plain), !pieces[next].traits.contains(.brand)
    {
      next = hyphenated(next + 1)
      given += 1
    }
    if isCapital && isInitial(bytes, next) && !pieces[next].isJoined {
      // "Achmed B.": the full stop may be that of the sentence.
      return surname(next + 2, afterGiven: true, []) ?? next + 1
    }
    return surname(next, afterGiven: true, [], isCapital: isCapital) ?? next
  }

  /// Past "-" and a word, and past "'" and a word behind a single letter.
  private func hyphenated(_ start: Int) -> Int {
    var next = start
    while next + 1 < pieces.count, pieces[next].isJoined, pieces[next + 1].isWord,
      pieces[next + 1].isJoined,
      pieces[next].isMark(UInt8(ascii: "-")) && pieces[next + 1].count > 1
        || pieces[next].isMark(UInt8(ascii: "'")) && next > 0 && pieces[next - 1].count == 1
    {
      next += 2
    }
    return next
  }

  /// The end of the particles and the surname that begin at a piece.
  private func surname(
    _ start: Int, afterGiven: Bool, _ cues: Cues, isCapital: Bool = true
  ) -> Int? {
    var next = start
    var particles = 0
    var isCompound = false
    while next < pieces.count && particles < 3 {
      let piece = pieces[next]
      if piece.isWord, !piece.isJoined || next == start, piece.classes.contains(.particle),
        next + 1 < pieces.count
      {
        // "van der", "ten": what follows is hardly anything but a name.
        if piece.count >= 3 && !isPlainParticle(next) { isCompound = true }
        next += 1
      } else if piece.isMark(UInt8(ascii: "'")), !piece.isJoined, next + 1 < pieces.count,
        pieces[next + 1].isWord, pieces[next + 1].isJoined, pieces[next + 1].count == 1
      {
        isCompound = true
        next += 2
      } else if piece.isWord, piece.count == 1, !piece.isCapital, !piece.isJoined || next == start,
        next + 2 < pieces.count, pieces[next + 1].isMark(UInt8(ascii: "'")),
        pieces[next + 1].isJoined, pieces[next + 2].isWord, pieces[next + 2].isJoined,
        pieces[next + 2].isCapital
      {
        // "d'Hondt", "l'Ami".
        next += 2
      } else {
        break
      }
      particles += 1
    }
    guard next < pieces.count else { return nil }
    let word = pieces[next]
    guard word.isWord, !word.isJoined || next == start || pieces[next - 1].isMark,
      word.count > 1 || next + 1 < pieces.count && pieces[next + 1].isMark(UInt8(ascii: "'")),
      !word.classes.contains(.company), !word.traits.contains(.brand)
    else { return nil }
    let isSurname = word.classes.contains(.surname)
    let isWord = word.classes.contains(.nameword)
    let isPlain = word.classes.contains(.plain) || word.classes.contains(.month)
    if word.isCapital {
      guard !isPlain || isWord && (particles > 0 || isCapital) else { return nil }
      // A capital behind a given name without one begins something else, as do abbreviations.
      if particles == 0 && !isCapital && !isSurname && !isWord { return nil }
      if word.traits.contains(.capitals) && !isSurname && !isWord && word.count < 4 { return nil }
      if !afterGiven && particles == 0 && !isSurname && cues.isEmpty { return nil }
    } else {
      let isLikely =
        isSurname || isWord && !isPlain && (particles > 0 || afterGiven)
        || particles > 0 && isCompound && word.count > 2 && !isPlain
      guard isLikely, afterGiven || particles > 0 else { return nil }
      // "de bakker", "van de berg": only behind a name or a title.
      if particles > 0 && !afterGiven { return nil }
    }
    let second = hyphenated(next + 1)
    // "Jansen-de Vries".
    if second > next + 1, pieces[second - 1].classes.contains(.particle),
      let end = surname(second, afterGiven: true, cues, isCapital: isCapital)
    {
      return end
    }
    next = second
    if word.isCapital, next < pieces.count, pieces[next].isWord, pieces[next].isCapital,
      !pieces[next].isJoined, pieces[next].classes.contains(.surname)
    {
      next = hyphenated(next + 1)
    }
    return next
  }

  /// Whether a particle is an article or "van", which stand before any noun.
  private func isPlainParticle(_ at: Int) -> Bool {
    !pieces[at].classes.isDisjoint(with: [.plain])
  }

  /// Whether what stands behind a title or at the end of a message is a surname.
  private func isSurnameBehindTitle(_ start: Int, _ end: Int, _ cues: Cues) -> Bool {
    let last = pieces[end - 1]
    if last.isCapital { return !last.classes.contains(.company) }
    if !last.classes.isDisjoint(with: [.surname, .nameword]) { return true }
    return end - start > 1
  }

  /// Whether a word with a capital that nobody knows is a name, behind a cue.
  private func isUnknownName(_ at: Int, _ cues: Cues) -> Bool {
    let piece = pieces[at]
    guard piece.count > 2, !piece.traits.contains(.capitals),
      piece.classes.isDisjoint(with: [.plain, .company, .month, .unit]),
      !cues.isDisjoint(with: [.title, .shortTitle, .role, .introduce, .deed, .signoff])
    else { return false }
    // "geholpen door ConsuMatic.nl", "door Wooncentrum 88".
    if at + 1 < pieces.count {
      let next = pieces[at + 1]
      if next.isJoined && (next.isNumber || next.isMark(UInt8(ascii: "&"))) { return false }
      if next.isNumber { return false }
      if next.isMark(UInt8(ascii: ".")), next.isJoined, at + 2 < pieces.count,
        pieces[at + 2].isWord, pieces[at + 2].isJoined
      {
        return false
      }
    }
    return true
  }

  /// Whether a word without a capital that nobody knows is a name, behind a cue.
  private func mayBeLowercaseName(_ at: Int, _ cues: Cues) -> Bool {
    let piece = pieces[at]
    guard piece.count > 2, piece.classes.isDisjoint(with: [.plain, .company, .unit, .month, .act])
    else { return false }
    if cues.contains(.shortTitle) { return true }
    guard cues.contains(.signoff) else { return false }
    // The last word of the message.
    var next = at + 1
    while next < pieces.count && pieces[next].isMark { next += 1 }
    return next == pieces.count
  }
}
