/// A rule that fits at a place in the text, in one number that is higher for what comes later.
///
/// They are ordered by start, then the longer first, then by rule.
public struct RuleMatch: Sendable, Comparable {
  /// There may be no more rules than this.
  static let mostRules = 1 << 18
  /// A pattern of the most places with the widest gaps is shorter.
  @usableFromInline static var lengths: UInt64 { 0x1FFF }

  /// From the highest bit: 32 of the start, 13 that are lower for a longer match, one that marks an exception, 18 of
  /// the rule.
  @usableFromInline let order: UInt64

  /// - Parameter what: as `what(_:isException:)` gives it.
  @inline(__always)
  init(_ what: UInt32, start: Int, length: Int) {
    let short = RuleMatch.lengths &- UInt64(truncatingIfNeeded: length)
    order =
      UInt64(truncatingIfNeeded: start) &<< 32 | short &<< 19 | UInt64(truncatingIfNeeded: what)
  }

  /// What matches: a rule, or an exception of it.
  @inline(__always)
  static func what(_ pattern: Pattern) -> UInt32 {
    UInt32(truncatingIfNeeded: pattern.rule) | (pattern.isException ? 1 << 18 : 0)
  }

  private init(order: UInt64) { self.order = order }

  /// Fills places that wait for a match.
  static let none = RuleMatch(order: 0)

  /// The same match so many tokens later.
  @inline(__always)
  func moved(by tokens: Int) -> RuleMatch {
    RuleMatch(order: order &+ UInt64(truncatingIfNeeded: tokens) &<< 32)
  }

  /// Number in `Lexicon.rules`.
  @inlinable public var rule: Int { Int(truncatingIfNeeded: order & 0x3_FFFF) }
  /// Tokens, half open.
  @inlinable public var start: Int { Int(truncatingIfNeeded: order &>> 32) }
  @inlinable public var end: Int {
    start &+ Int(truncatingIfNeeded: RuleMatch.lengths &- (order &>> 19) & RuleMatch.lengths)
  }
  /// Whether it keeps the rule from matching there.
  @inlinable public var isException: Bool { order & 1 &<< 18 != 0 }

  @inlinable
  public static func < (one: RuleMatch, other: RuleMatch) -> Bool { one.order < other.order }
}
