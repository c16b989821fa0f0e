/// The id of a review that has none of its own: a hash of what it says, and its number among those that say it.
public struct HashedID {
  /// Sixteen hexadecimal digits.
  public let hash: String
  /// From 1.
  public let number: Int64

  /// - Returns: nil for an id that does not look like one.
  public init?(_ id: String) {
    let parts = id.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].utf8.count == 16, parts[1].utf8.first != UInt8(ascii: "0"),
      parts[0].utf8.allSatisfy({ $0 &- 0x30 < 10 || $0 &- 0x61 < 6 }),
      parts[1].utf8.allSatisfy({ $0 &- 0x30 < 10 }), let number = Int64(parts[1])
    else { return nil }
    hash = String(parts[0])
    self.number = number
  }
}
