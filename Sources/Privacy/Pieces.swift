/// The words, numbers and marks of one line.
struct Pieces {
  private(set) var all: [Piece] = []
  /// The hash of each piece, as phrases name it.
  private(set) var hashes: [UInt64] = []

  var count: Int { all.count }

  @inline(__always)
  subscript(at: Int) -> Piece { all[at] }

  /// Cuts the bytes of a line, any bytes.
  mutating func cut(_ bytes: Span<UInt8>, _ words: Words) {
    all.removeAll(keepingCapacity: true)
    hashes.removeAll(keepingCapacity: true)
    let count = bytes.count
    let table = Letters.classes
    let classes = table.span
    var at = 0
    var afterSpace = true
    var startsSentence = true
    var small = false
    while at < count {
      let start = at
      switch classes[Int(bytes[at])] {
      case .space:
        at &+= 1
        afterSpace = true
        continue
      case .digit:
        repeat { at &+= 1 } while at < count && bytes[at] &- 0x30 < 10
        append(
          Piece(start: Int32(start), end: Int32(at), form: Piece.number, traits: []),
          Words.markHash(bytes[start]), afterSpace, startsSentence)
        startsSentence = false
      case .letter:
        let word = cutWord(bytes, &at, words, &small)
        append(word.piece, word.hash, afterSpace, startsSentence)
        startsSentence = false
      case .mark:
        if bytes[at] == UInt8(ascii: "["), let end = Pieces.maskEnd(bytes, at) {
          at = end
          append(
            Piece(start: Int32(start), end: Int32(at), form: Piece.mask, traits: []), 0, afterSpace,
            startsSentence)
          startsSentence = false
        } else {
          at &+= 1
          appendMark(bytes[start], start..<at, afterSpace, &startsSentence)
        }
      case .high:
        let (scalar, length) = Pieces.scalar(bytes, at)
        if Pieces.isLetter(scalar) {
          let word = cutWord(bytes, &at, words, &small)
          append(word.piece, word.hash, afterSpace, startsSentence)
          startsSentence = false
        } else {
          at &+= length
          if Pieces.isSpace(scalar) {
            afterSpace = true
            continue
          }
          appendMark(Pieces.plainMark(scalar), start..<at, afterSpace, &startsSentence)
        }
      }
      afterSpace = false
    }
    // Capitals say nothing in a line that has nothing else.
    if !small { for at in all.indices { all[at].traits.remove([.capital, .capitals]) } }
    markBrands(words)
  }

  @inline(__always)
  private mutating func append(
    _ piece: Piece, _ hash: UInt64, _ afterSpace: Bool, _ startsSentence: Bool
  ) {
    var piece = piece
    if afterSpace { piece.traits.insert(.afterSpace) }
    if startsSentence { piece.traits.insert(.sentenceStart) }
    all.append(piece)
    hashes.append(hash)
  }

  private mutating func appendMark(
    _ mark: UInt8, _ range: Range<Int>, _ afterSpace: Bool, _ startsSentence: inout Bool
  ) {
    append(
      Piece(
        start: Int32(range.lowerBound), end: Int32(range.upperBound), form: mark, traits: []),
      Words.markHash(mark), afterSpace, startsSentence)
    switch mark {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":"),
      UInt8(ascii: "\""), UInt8(ascii: "*"), Piece.otherMark:
      startsSentence = true
    default: break
    }
  }

  @inline(__always)
  private func cutWord(
    _ bytes: Span<UInt8>, _ at: inout Int, _ words: Words, _ small: inout Bool
  ) -> (piece: Piece, hash: UInt64) {
    let start = at
    let count = bytes.count
    var hash = Letters.seed
    var capitals = 0
    var letters = 0
    var startsCapital = false
    while at < count {
      let byte = bytes[at]
      let folded = byte | 0x20
      if folded &- 0x61 < 26 {
        if byte != folded {
          if letters == 0 { startsCapital = true }
          capitals &+= 1
        }
        letters &+= 1
        hash = Letters.hash(hash, folded)
        at &+= 1
      } else if byte >= 0x80 {
        let (scalar, length) = Pieces.scalar(bytes, at)
        guard Pieces.isLetter(scalar) else { break }
        if scalar &- 0xC0 < 192 {
          let plain = Letters.plain[Int(scalar &- 0xC0)]
          if plain == UInt8(ascii: "-") { break }
          if Letters.isCapital(scalar) {
            if letters == 0 { startsCapital = true }
            capitals &+= 1
          }
          letters &+= 1
          hash = Letters.hash(hash, plain)
        } else if scalar &- 0x300 >= 0x70 {
          letters &+= 1
          for i in at..<(at &+ length) { hash = Letters.hash(hash, bytes[i]) }
        }
        at &+= length
      } else {
        break
      }
    }
    if at == start { at &+= 1 }
    if capitals < letters { small = true }
    let known = words.find(hash)
    var traits: Piece.Traits = startsCapital ? .capital : []
    if capitals == letters && letters > 1 { traits.insert(.capitals) }
    return (
      Piece(
        start: Int32(start), end: Int32(at), classes: known.classes, entry: known.entry,
        form: Piece.word, traits: traits), hash
    )
  }

  /// Takes out of what can be a name the brands that begin with one.
  private mutating func markBrands(_ words: Words) {
    for at in all.indices where all[at].classes.contains(.brandStart) {
      for brand in words.brands[all[at].entry] ?? [] {
        var next = at + 1
        var found = 0
        while next < all.count && found < brand.count && next <= at + 8 {
          if all[next].isWord {
            guard hashes[next] == brand[found] else { break }
            found += 1
          } else if !all[next].isMark {
            break
          }
          next += 1
        }
        if found == brand.count { for i in at..<next { all[i].traits.insert(.brand) } }
      }
    }
  }

  // MARK: Scalars

  /// The scalar at a byte above 0x7F and its length; a byte that begins none stands for the Latin-1 letter.
  @inline(__always)
  static func scalar(_ bytes: Span<UInt8>, _ at: Int) -> (UInt32, Int) {
    let first = UInt32(bytes[at])
    func next(_ offset: Int) -> UInt32? {
      guard at &+ offset < bytes.count, bytes[at &+ offset] & 0xC0 == 0x80 else { return nil }
      return UInt32(bytes[at &+ offset] & 0x3F)
    }
    if first &- 0xC2 < 0x1E {
      if let second = next(1) { return ((first & 0x1F) &<< 6 | second, 2) }
    } else if first &- 0xE0 < 0x10 {
      if let second = next(1), let third = next(2) {
        return ((first & 0x0F) &<< 12 | second &<< 6 | third, 3)
      }
    } else if first &- 0xF0 < 5, let second = next(1), let third = next(2), let fourth = next(3) {
      return ((first & 7) &<< 18 | second &<< 12 | third &<< 6 | fourth, 4)
    }
    return (first, 1)
  }

  @inline(__always)
  static func isLetter(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xC0...0x24F: scalar != 0xD7 && scalar != 0xF7
    case 0x250...0x1FFF, 0x3040...0xD7FF: true
    default: false
    }
  }

  /// White space that does not break, and that of printers.
  @inline(__always)
  static func isSpace(_ scalar: UInt32) -> Bool {
    scalar == 0xA0 || scalar == 0x202F || scalar == 0x2009
  }

  /// The sign of ASCII that is meant by another one; `Piece.otherMark` where there is none.
  static func plainMark(_ scalar: UInt32) -> UInt8 {
    switch scalar {
    case 0x2018, 0x2019, 0xB4: UInt8(ascii: "'")
    case 0x201C, 0x201D, 0x201E, 0xAB, 0xBB: UInt8(ascii: "\"")
    case 0x2010...0x2015, 0x2212: UInt8(ascii: "-")
    case 0x2026: UInt8(ascii: ".")
    default: Piece.otherMark
    }
  }

  private static let masks = PersonalKind.allCases.map { Array($0.mask.utf8) }

  /// The end of the mask that begins here.
  static func maskEnd(_ bytes: Span<UInt8>, _ start: Int) -> Int? {
    for mask in masks where start + mask.count <= bytes.count {
      if mask.indices.allSatisfy({ bytes[start + $0] == mask[$0] }) { return start + mask.count }
    }
    return nil
  }
}
