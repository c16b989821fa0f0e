/// Streets with a number.
extension LineScan {
  /// An address that ends with the number of a house and what is added to it.
  mutating func findAddress(_ bytes: Span<UInt8>, _ at: Int) {
    let number = pieces[at]
    // Also "Kerkstraat12".
    guard number.count <= 4, at > 0, !number.isJoined || pieces[at - 1].isWord,
      bytes[Int(number.start)] != 0x30
    else { return }
    if at + 1 < pieces.count, pieces[at + 1].isJoined {
      let next = pieces[at + 1]
      // Times, amounts, percentages and dimensions.
      if next.isMark(UInt8(ascii: "%")) || next.isMark(UInt8(ascii: ":")) { return }
      if next.isMark(UInt8(ascii: ",")) || next.isMark(UInt8(ascii: ".")), at + 2 < pieces.count,
        pieces[at + 2].isNumber, pieces[at + 2].isJoined
      {
        return
      }
      if next.isWord && next.count > 2 { return }
    }
    var street = at - 1
    if pieces[street].isMark(UInt8(ascii: ".")) { street -= 1 }
    if street > 0, pieces[street].isWord, pieces[street].classes.contains(.connect),
      bytes[Int(pieces[street].start)] | 0x20 == UInt8(ascii: "n")
    {
      street -= 1
    }
    if street > 0, pieces[street].isMark(UInt8(ascii: ",")) { street -= 1 }
    guard street >= 0, pieces[street].isWord, let first = streetStart(bytes, street) else { return }
    let isCapital = pieces[street].isCapital
    if at + 1 < pieces.count, pieces[at + 1].classes.contains(.unit), !pieces[at + 1].isJoined {
      return
    }
    if number.count == 4 && !isCapital { return }
    add(.address, first, additionEnd(bytes, at))
    // "Jansen, Molenweg 3"
    if first > 1, pieces[first - 1].isMark(UInt8(ascii: ",")), pieces[first - 2].isCapital,
      pieces[first - 2].classes.contains(.surname)
    {
      add(.person, first - 2, first - 2)
    }
  }

  /// As in "Steenweg op Gent".
  private static let op = Words.hash("op")

  /// The first piece of a street's name that ends with a word.
  private func streetStart(_ bytes: Span<UInt8>, _ at: Int) -> Int? {
    let word = pieces[at]
    if word.traits.contains(.brand) { return nil }
    // "Oude Gracht", "Lange Nieuwstraat".
    if word.classes.contains(.streetword), at > 0, pieces[at - 1].isWord, !word.isJoined,
      pieces[at - 1].isCapital,
      word.isCapital || pieces[at - 1].classes.contains(.oldnew),
      !pieces[at - 1].classes.contains(.plain) || pieces[at - 1].classes.contains(.oldnew)
    {
      return extended(at - 1)
    }
    if !word.classes.contains(.generic) {
      for ending in words.streets where ends(bytes, word, with: ending, longer: true) {
        return extended(at)
      }
      if word.isCapital, !word.traits.contains(.sentenceStart), !word.classes.contains(.plain),
        word.classes.isDisjoint(with: [.place, .company, .given])
      {
        for ending in words.weakStreets where ends(bytes, word, with: ending, longer: true) {
          return extended(at)
        }
      }
    }
    // "Singel 201", "Markt 3": only where the address ends with it.
    if word.classes.contains(.streetword), word.isCapital, !word.traits.contains(.sentenceStart),
      at + 1 < pieces.count, pieces[at + 1].isNumber
    {
      let end = additionEnd(bytes, at + 1)
      if end + 1 == pieces.count || pieces[end + 1].isMark(UInt8(ascii: ",")) { return at }
    }
    // "laan van meerdervoort", "rue de la Loi".
    var back = at - 1
    while back >= 0 && at - back <= 4 && pieces[back].isWord {
      // Without a capital only "laan": "weg van", "straat van" are common words.
      if pieces[back].classes.contains(.streetword),
        pieces[back].isCapital
          || pieces[back].count == 4
            && bytes[Int(pieces[back].start)] == UInt8(ascii: "l") && back + 2 <= at,
        pieces[back + 1].classes.contains(.particle)
          || pieces[back].isCapital && word.isCapital
            && (back + 1 == at || back + 2 == at && pieces.hashes[back + 1] == LineScan.op)
      {
        return extended(back)
      }
      back -= 1
    }
    return nil
  }

  /// Back over what belongs to the name before a word: names, "Burgemeester", "van den".
  private func extended(_ start: Int) -> Int {
    var first = start
    var at = start - 1
    guard pieces[start].isCapital else { return start }
    while at >= 0, start - at <= 5, pieces[at].isWord, !pieces[at + 1].isJoined {
      let piece = pieces[at]
      let belongs =
        piece.isCapital
        && (piece.classes.contains(.oldnew) || piece.classes.contains(.particle)
          || !piece.traits.contains(.sentenceStart) && !piece.classes.contains(.plain))
        && !piece.classes.contains(.company)
      if belongs {
        first = at
      } else if !piece.classes.contains(.particle) {
        break
      }
      at -= 1
    }
    // "De" and "Het" at the start of a sentence are no part of it.
    if first < start, pieces[first].traits.contains(.sentenceStart),
      pieces[first].classes.contains(.plain), !pieces[first].classes.contains(.oldnew)
    {
      return start
    }
    return first
  }

  /// The last piece of what is added to the number of a house: "a", "bis", "-2", "bus 4", "III".
  private func additionEnd(_ bytes: Span<UInt8>, _ number: Int) -> Int {
    var end = number
    func isShort(_ at: Int) -> Bool {
      pieces[at].isText && pieces[at].count <= (pieces[at].isNumber ? 4 : 3)
    }
    if end + 1 < pieces.count, pieces[end + 1].isJoined, pieces[end + 1].isWord,
      pieces[end + 1].count <= 2
    {
      end += 1
    }
    if end + 2 < pieces.count, pieces[end + 1].isJoined, pieces[end + 2].isJoined,
      pieces[end + 1].isMark(UInt8(ascii: "-")) || pieces[end + 1].isMark(UInt8(ascii: "/")),
      isShort(end + 2)
    {
      end += 2
    }
    if end + 1 < pieces.count, !pieces[end + 1].isJoined, pieces[end + 1].isWord {
      let next = pieces[end + 1]
      if next.classes.contains(.addition) {
        let hasNumber = end + 2 < pieces.count && pieces[end + 2].isNumber
        let needsNumber =
          next.count == 3 && bytes[Int(next.start)] | 0x20 == UInt8(ascii: "b")
          && bytes[Int(next.start) + 1] | 0x20 == UInt8(ascii: "u")
        if needsNumber {
          if hasNumber { end += 2 }
        } else if !next.classes.contains(.plain) {
          end += 1
        }
      } else if next.count == 1, next.isCapital, end == number {
        end += 1
      }
    }
    return end
  }
}
