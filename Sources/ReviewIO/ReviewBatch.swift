/// The reviews of one chunk, in input order.
public struct ReviewBatch: Sendable {
  /// Every decoded value as UTF-8, referred to by ranges.
  public var bytes: [UInt8] = []
  /// The reviews, unreadable ones included.
  public var reviews: [ReviewRecord] = []
  /// The other columns, grouped by record in the order of the file.
  public var fields: [ReviewField] = []
  /// What was wrong, in the order it was found.
  public var diagnostics: [Diagnostic] = []
  /// The number of records seen, unreadable ones included.
  public var recordCount = 0

  /// Makes an empty batch.
  public init() {}

  /// The UTF-8 text of a range of this batch's bytes.
  public func string(_ range: ByteRange) -> String {
    String(decoding: bytes[range.range], as: UTF8.self)
  }
}
