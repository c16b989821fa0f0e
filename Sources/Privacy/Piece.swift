/// A word, a number, a mark or a mask in a line.
struct Piece {
  var start: Int32
  var end: Int32
  /// What is known of a word.
  var classes: WordClasses = []
  /// Its number among the words with phrases, or 0.
  var entry: UInt16 = 0
  /// `word`, `number` or `mask`, or the ASCII code of a mark; typographic ones as their plain form.
  var form: UInt8
  var traits: Traits

  struct Traits: OptionSet {
    let rawValue: UInt8
    static let capital = Traits(rawValue: 1)
    /// All letters are capitals, and there are more than one.
    static let capitals = Traits(rawValue: 2)
    static let afterSpace = Traits(rawValue: 4)
    static let sentenceStart = Traits(rawValue: 8)
    /// Part of a brand.
    static let brand = Traits(rawValue: 16)
  }

  static let word: UInt8 = 1
  static let number: UInt8 = 2
  static let mask: UInt8 = 3
  /// A mark that no rule asks for.
  static let otherMark: UInt8 = 0x7F

  var isWord: Bool { form == Piece.word }
  var isNumber: Bool { form == Piece.number }
  var isText: Bool { form <= Piece.number }
  var isMark: Bool { form > Piece.mask }
  var count: Int { Int(end &- start) }
  var isCapital: Bool { traits.contains(.capital) }
  /// Whether it follows what is before it without white space.
  var isJoined: Bool { !traits.contains(.afterSpace) }

  func isMark(_ mark: UInt8) -> Bool { form == mark }
}
