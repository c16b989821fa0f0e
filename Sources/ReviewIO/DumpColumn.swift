/// A column of delimited text, or a path in JSON objects (`review.text`).
public struct DumpColumn: Sendable, Equatable {
  /// The header, or `column1`… where there is none.
  public let name: String
  /// What it is used for.
  public var role: ColumnRole
}
