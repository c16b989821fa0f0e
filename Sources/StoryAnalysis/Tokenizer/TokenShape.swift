/// How a token is written, as far as the writing carries meaning.
public struct TokenShape: OptionSet, Sendable, Hashable {
  public let rawValue: UInt8

  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// The token begins with a capital letter.
  public static let capitalised = TokenShape(rawValue: 1 << 0)
  /// The token has two letters or more, all of them capitals.
  public static let allCaps = TokenShape(rawValue: 1 << 1)
  /// One letter stands three times in a row or more: `heeeel`.
  public static let elongated = TokenShape(rawValue: 1 << 2)
  /// An accent marks stress, not spelling: `ZÓ`, `één`, `súper`, but not `café`.
  public static let emphasised = TokenShape(rawValue: 1 << 3)
  /// White space or the start of the text goes before the token.
  public static let afterSpace = TokenShape(rawValue: 1 << 4)
  /// The token is a word of ASCII letters and nothing else.
  public static let plain = TokenShape(rawValue: 1 << 5)
}
