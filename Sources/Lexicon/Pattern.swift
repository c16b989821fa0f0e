/// A sequence of tokens that a rule looks for.
///
/// Kept to twelve bytes, for a search jumps about in thousands of them.
public struct Pattern: Sendable {
  /// The most places that a pattern has room for.
  static let mostPlaces = 255
  /// In so many ways, at most, gaps and places that may be left out let a pattern lie over a text: a search may have to
  /// try them all at every token.
  static let mostWays = 100_000

  /// Number of the rule in `Lexicon.rules`.
  public let rule: Int32
  private let firstPlace: Int32
  private let count: UInt8
  private let anchorOffset: UInt8
  /// Whether a match keeps the rule from matching there.
  public let isException: Bool
  private let flags: UInt8

  /// - Parameters:
  ///   - places: its places in `PatternIndex.elements`, at most `mostPlaces`.
  ///   - anchor: the one by which the pattern is found.
  ///   - isRow: whether its places stand right behind one another and none can be left out.
  ///   - startFixesAnchor: whether those up to the anchor do.
  init(
    rule: Int, places: Range<Int>, anchor: Int, isException: Bool, atSentenceStart: Bool,
    atSentenceEnd: Bool, isRow: Bool, startFixesAnchor: Bool
  ) {
    self.rule = Int32(rule)
    firstPlace = Int32(places.lowerBound)
    count = UInt8(places.count)
    anchorOffset = UInt8(anchor - places.lowerBound)
    self.isException = isException
    flags =
      (atSentenceStart ? 1 : 0) | (atSentenceEnd ? 2 : 0) | (isRow ? 4 : 0)
      | (startFixesAnchor ? 8 : 0)
  }

  /// Its places, in `PatternIndex.elements`.
  public var first: Int { Int(firstPlace) }
  public var end: Int { first + Int(count) }
  /// The place by which the pattern is found: the one that is rarest.
  public var anchor: Int { first + Int(anchorOffset) }
  public var atSentenceStart: Bool { flags & 1 != 0 }
  public var atSentenceEnd: Bool { flags & 2 != 0 }
  /// Whether its places stand right behind one another and none can be left out, as in most patterns.
  var isRow: Bool { flags & 4 != 0 }
  /// Whether that holds up to the anchor, so that it can stand in one place only as seen from the start.
  var startFixesAnchor: Bool { flags & 8 != 0 }
}
