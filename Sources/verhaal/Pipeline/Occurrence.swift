/// Which of the reviews that share an id a review is, in input order.
struct Occurrence: Sendable, Hashable {
  /// Whether the review has an id of its own.
  let isNamed: Bool
  /// From 1.
  let number: Int32

  /// What stands behind the id: nothing or `#2` for a named review, `-1` or `-2` for a hash.
  var suffix: String {
    if isNamed { return number > 1 ? "#\(number)" : "" }
    return "-\(number)"
  }

  /// The first one, as which a review is written before its number is known.
  var first: Occurrence { Occurrence(isNamed: isNamed, number: 1) }
}
