/// What a word can be where personal data is looked for.
struct WordClasses: OptionSet, Sendable {
  let rawValue: UInt32

  /// A given name that is hardly ever anything else.
  static let name = WordClasses(rawValue: 1 << 0)
  /// A given name that is a word, too.
  static let capital = WordClasses(rawValue: 1 << 1)
  /// A given name that is a brand, a product or a place, too.
  static let cue = WordClasses(rawValue: 1 << 2)
  static let surname = WordClasses(rawValue: 1 << 3)
  /// A surname that is a word, too.
  static let nameword = WordClasses(rawValue: 1 << 4)
  static let particle = WordClasses(rawValue: 1 << 5)
  /// No name, wherever it stands.
  static let plain = WordClasses(rawValue: 1 << 6)
  static let company = WordClasses(rawValue: 1 << 7)
  static let month = WordClasses(rawValue: 1 << 8)
  static let place = WordClasses(rawValue: 1 << 9)
  static let streetword = WordClasses(rawValue: 1 << 10)
  /// Ends like a street, but is none.
  static let generic = WordClasses(rawValue: 1 << 11)
  static let oldnew = WordClasses(rawValue: 1 << 12)
  static let addition = WordClasses(rawValue: 1 << 13)
  static let unit = WordClasses(rawValue: 1 << 14)
  static let act = WordClasses(rawValue: 1 << 15)
  static let connect = WordClasses(rawValue: 1 << 16)
  /// Phrases of cues end with it.
  static let cueEnd = WordClasses(rawValue: 1 << 17)
  /// Brands of more words begin with it.
  static let brandStart = WordClasses(rawValue: 1 << 18)

  /// The last part of an address of a page.
  static let domain = WordClasses(rawValue: 1 << 19)
  /// A saint's name follows: a place, a feast or a street.
  static let saint = WordClasses(rawValue: 1 << 20)
  /// Where people work who help others.
  static let desk = WordClasses(rawValue: 1 << 21)
  /// Who belongs to somebody: "… en haar vriend" begins with a name.
  static let kin = WordClasses(rawValue: 1 << 22)

  static let given: WordClasses = [.name, .capital, .cue]

  static let named: [String: WordClasses] = [
    "name": .name, "capital": .capital, "cue": .cue, "surname": .surname, "nameword": .nameword,
    "particle": .particle, "plain": .plain, "company": .company, "month": .month, "place": .place,
    "streetword": .streetword, "generic": .generic, "oldnew": .oldnew, "addition": .addition,
    "unit": .unit, "act": .act, "connect": .connect, "domain": .domain, "saint": .saint,
    "desk": .desk, "kin": .kin,
  ]
}
