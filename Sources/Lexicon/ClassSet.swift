/// A set of word classes, one bit a class.
///
/// The first bits are what the tokenizer sees (kinds and shapes); the rest are the files of
/// `classes/`, in the order in which they are read.
public struct ClassSet: OptionSet, Sendable, Hashable {
  public let rawValue: UInt128

  @inlinable
  public init(rawValue: UInt128) { self.rawValue = rawValue }

  @inlinable
  public init(bit: Int) { self.rawValue = 1 << UInt128(bit) }

  /// Classes that every lexicon has, in the order of their bits.
  public static let builtinNames = [
    "number", "money", "time", "date", "grade", "url", "email", "handle", "hashtag",
    "emoji", "punctuation", "unknown", "name", "caps", "elongated", "emphasised",
    "positive", "negative", "delight", "breach",
  ].map { "#" + $0 }

  @inlinable public static var number: ClassSet { ClassSet(bit: 0) }
  @inlinable public static var money: ClassSet { ClassSet(bit: 1) }
  @inlinable public static var time: ClassSet { ClassSet(bit: 2) }
  @inlinable public static var date: ClassSet { ClassSet(bit: 3) }
  @inlinable public static var grade: ClassSet { ClassSet(bit: 4) }
  @inlinable public static var url: ClassSet { ClassSet(bit: 5) }
  @inlinable public static var email: ClassSet { ClassSet(bit: 6) }
  @inlinable public static var handle: ClassSet { ClassSet(bit: 7) }
  @inlinable public static var hashtag: ClassSet { ClassSet(bit: 8) }
  /// An emoji or an emoticon.
  @inlinable public static var emoji: ClassSet { ClassSet(bit: 9) }
  /// Punctuation or a symbol.
  @inlinable public static var punctuation: ClassSet { ClassSet(bit: 10) }
  /// A word that no table holds.
  @inlinable public static var unknown: ClassSet { ClassSet(bit: 11) }
  /// A word that no table holds, with a capital inside a sentence.
  @inlinable public static var name: ClassSet { ClassSet(bit: 12) }
  /// A word of at least four letters, all capitals.
  @inlinable public static var caps: ClassSet { ClassSet(bit: 13) }
  /// A word with a letter held on ("heeeel").
  @inlinable public static var elongated: ClassSet { ClassSet(bit: 14) }
  /// A word with an accent for emphasis ("ZÓ", "écht").
  @inlinable public static var emphasised: ClassSet { ClassSet(bit: 15) }
  /// Valence at least 0.3.
  @inlinable public static var positive: ClassSet { ClassSet(bit: 16) }
  /// Valence at most -0.3.
  @inlinable public static var negative: ClassSet { ClassSet(bit: 17) }
  /// Delight at least 0.5.
  @inlinable public static var delight: ClassSet { ClassSet(bit: 18) }
  /// Breach at least 0.5.
  @inlinable public static var breach: ClassSet { ClassSet(bit: 19) }

  /// The classes that are seen in a token; all others are known of its form.
  @inlinable public static var seen: ClassSet { ClassSet(rawValue: 0xFFFF) }

  /// Every class there can be.
  @inlinable public static var all: ClassSet { ClassSet(rawValue: .max) }

  /// How many classes fit.
  public static let capacity = 128

  /// Calls `body` with the bit of every class in the set, ascending.
  @inlinable
  public func forEachBit(_ body: (Int) -> Void) {
    var rest = rawValue
    while rest != 0 {
      body(rest.trailingZeroBitCount)
      rest &= rest - 1
    }
  }
}
