/// What makes a review the same or another one: fingerprints of its id and of its content.
struct ReviewIdentity: Sendable {
  /// Of the id column, or of title, text and date where there is none.
  let id: UInt64
  /// Of title, text and date.
  let content: UInt64
  /// Whether the review has an id of its own.
  let isNamed: Bool
}
