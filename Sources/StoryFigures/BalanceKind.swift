/// What is weighed in a balance.
public enum BalanceKind: CaseIterable, Sendable {
  /// Enthusiastic against dissatisfied reviews.
  case verdict
  /// Good against bad stories.
  case story
}
