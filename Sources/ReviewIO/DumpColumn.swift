/// A column of delimited text, or a path in JSON objects (`review.text`).
public struct DumpColumn: Sendable, Equatable {
  /// The header, or `column1`… where there is none.
  public let name: String
  /// What it is used for.
  public var role: ColumnRole
  /// Whether its name, or most values in the sample, are those of data about a person.
  public internal(set) var isPersonal = false
}
