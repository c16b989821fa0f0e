/// Keeps what people have decided about reviews, permission and closed cases, while an import replaces these.
struct ReviewDecisions: ~Copyable {
  private let lapsePermission: Statement
  private let reopenCase: Statement
  private let takePermission: Statement
  private let withdrawPermission: Statement

  init(_ database: Database) throws(StoreError) {
    let isChanged = "(SELECT text FROM review_text WHERE review = ?1) <> ?2"
    // Without the hand that set it, so that what comes with the new text counts.
    let lapsePermission = try Statement(
      database,
      """
      UPDATE permission SET status = 'ask', date = NULL, by_hand = 0
      WHERE review = ?1 AND status IN ('asked', 'allowed') AND \(isChanged)
      """)
    let reopenCase = try Statement(
      database, "DELETE FROM followup WHERE review = ?1 AND \(isChanged)")
    let takePermission = try Statement(
      database,
      """
      INSERT INTO permission (review, status, date, by_hand) VALUES (?1, ?2, ?3, 0)
      ON CONFLICT (review) DO UPDATE SET (status, date, by_hand) = (excluded.status, excluded.date, 0)
      WHERE permission.by_hand = 0 OR (excluded.status = 'refused' AND permission.status <> 'refused')
      """)
    let withdrawPermission = try Statement(
      database,
      """
      UPDATE permission SET status = 'ask', date = NULL WHERE review = ? AND status = 'allowed' AND by_hand = 0
      """)
    self.lapsePermission = lapsePermission
    self.reopenCase = reopenCase
    self.takePermission = takePermission
    self.withdrawPermission = withdrawPermission
  }

  /// Lets go of what was decided about a text, where another comes in its place; a refusal stays.
  ///
  /// To be called while the old text is there.
  func replaceText(of review: Int64, by text: Span<UInt8>) throws(StoreError) {
    lapsePermission.bind(review, 1)
    lapsePermission.bind(text: text, 2)
    try lapsePermission.run()
    reopenCase.bind(review, 1)
    reopenCase.bind(text: text, 2)
    try reopenCase.run()
  }

  /// Takes over the permission that comes with a review.
  ///
  /// What was set by hand stays, unless the customer refuses; and what a dump has allowed, and no longer says, is to be
  /// asked for.
  func take(_ permission: Permission?, of review: Int64) throws(StoreError) {
    guard let permission else { return try withdrawPermission.run(.integer(review)) }
    try takePermission.run(
      .integer(review), .text(permission.status.rawValue),
      permission.date.map(SQLValue.text) ?? .null)
  }
}
