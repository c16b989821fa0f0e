/// A column of a record that has no role of its own.
public struct ReviewField: Sendable, Equatable {
  /// The column's name, in the batch's bytes.
  public var name: ByteRange
  /// The value as UTF-8 text, nested JSON compact, in the batch's bytes.
  public var value: ByteRange
}
