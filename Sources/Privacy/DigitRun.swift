/// Groups of digits with single separators between, as long numbers are written.
struct DigitRun {
  /// The digits, as numbers.
  var digits: [UInt8] = []
  /// Of each group: how many digits there are up to its end, its piece, and the mark before it (0: a space or nothing).
  var groups: [(digits: Int, piece: Int, mark: UInt8)] = []

  /// The longest number that is looked for has 20 digits.
  private static let most = 20

  /// Reads the groups from a number on.
  mutating func read(_ bytes: Span<UInt8>, _ pieces: Pieces, from start: Int) {
    digits.removeAll(keepingCapacity: true)
    groups.removeAll(keepingCapacity: true)
    var at = start
    var mark: UInt8 = 0
    while at < pieces.count, pieces[at].isNumber, groups.count < 8 {
      let piece = pieces[at]
      guard digits.count + piece.count <= DigitRun.most else { return }
      for i in Int(piece.start)..<Int(piece.end) { digits.append(bytes[i] - 0x30) }
      groups.append((digits.count, at, mark))
      var next = at + 1
      mark = 0
      // "(0)" between the code of a country and the rest is left out by the reader of phone numbers.
      if next + 2 < pieces.count, pieces[next].isMark(UInt8(ascii: "(")),
        pieces[next + 1].isNumber, pieces[next + 1].count == 1,
        pieces[next + 2].isMark(UInt8(ascii: ")")), bytes[Int(pieces[next + 1].start)] == 0x30
      {
        next += 3
      } else if next < pieces.count, DigitRun.isSeparator(pieces[next].form) {
        mark = pieces[next].form
        next += 1
      }
      at = next
    }
  }

  private static func isSeparator(_ mark: UInt8) -> Bool {
    switch mark {
    case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: ")"): true
    default: false
    }
  }

  /// The piece with which the number of so many digits ends, where a group does.
  func piece(ending count: Int) -> Int? {
    for group in groups where group.digits == count { return group.piece }
    return nil
  }
}
