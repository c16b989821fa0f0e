import Lexicon

/// Something that a review is about or does, which it does once however often it says so.
public enum Mention: Sendable, Hashable {
  case driver(Driver)
  case flag(String)
  /// A form of the lexicon, in small letters.
  case word(String)

  public var kind: String {
    switch self {
    case .driver: "driver"
    case .flag: "flag"
    case .word: "word"
    }
  }

  public var name: String {
    switch self {
    case .driver(let driver): driver.name
    case .flag(let flag): flag
    case .word(let form): form
    }
  }
}
