/// Why there is no brief.
public enum BriefError: Error, Sendable, CustomStringConvertible {
  /// A column that no review of the period has a value in.
  case noField(String, known: [String])
  /// A column with too many values to be put in a table.
  case tooManyValues(String, count: Int, most: Int)

  /// What is wrong, and what to do.
  public var description: String {
    switch self {
    case .noField(let name, let known):
      "--by: no review of the period has a value in a column ‘\(name.withoutControls())’. hint: "
        + (known.isEmpty
          ? "the store has no columns; leave it out"
          : "give one of " + known.prefix(20).map { $0.withoutControls() }.joined(separator: ", "))
    case .tooManyValues(let name, let count, let most):
      "--by: the column ‘\(name.withoutControls())’ has \(count) values in the period. hint: give one with at most \(most), "
        + "such as a shop or a product group"
    }
  }
}
