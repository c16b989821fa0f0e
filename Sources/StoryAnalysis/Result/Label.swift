/// The verdict on a review.
public enum Label: String, CaseIterable, Sendable {
  /// All went as expected: nothing to tell.
  case neutralSatisfied = "neutral-satisfied"
  /// Better than expected.
  case enthusiastic
  /// Fell short.
  case dissatisfied
}
