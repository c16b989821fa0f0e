/// What phrases, negators and frames have made of a token.
struct TokenStanding: OptionSet {
  let rawValue: UInt8

  /// A phrase or shield speaks for it.
  static let covered = TokenStanding(rawValue: 1 << 0)
  /// An idiom says how it is told.
  static let told = TokenStanding(rawValue: 1 << 1)
  /// A negator or frame turns round or empties what it says, or its clause blames: it tells of no care, and is no
  /// stock phrase.
  static let turned = TokenStanding(rawValue: 1 << 2)
  /// It belongs to a negator that turned a word round: what it says is said by that word.
  static let spent = TokenStanding(rawValue: 1 << 3)
  /// It is told of another, of another time or of what did not happen, to the end of its clause.
  static let unrealClause = TokenStanding(rawValue: 1 << 4)
  /// The same, to the end of its sentence.
  static let unrealSentence = TokenStanding(rawValue: 1 << 5)

  static let unreal: TokenStanding = [.unrealClause, .unrealSentence]
}
