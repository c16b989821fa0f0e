/// A run of bytes in a batch.
public struct ByteRange: Sendable, Equatable {
  /// The offset of the first byte.
  public var start: Int
  /// The number of bytes.
  public var count: Int

  /// Makes the run of `count` bytes from `start`.
  public init(start: Int, count: Int) {
    self.start = start
    self.count = count
  }

  init(_ range: Range<Int>) { self.init(start: range.lowerBound, count: range.count) }

  /// The same run as a range, to subscript with.
  public var range: Range<Int> { start..<(start + count) }
}
