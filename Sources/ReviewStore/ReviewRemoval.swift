/// Takes reviews, or what was said of them, out of every table and index.
struct ReviewRemoval: ~Copyable {
  private let unindexMoments: Statement
  private let removeMoments: Statement
  private let unindexText: Statement
  private let removeText: Statement
  private let removePermission: Statement
  private let removeFollowup: Statement
  private let removeReview: Statement

  init(_ database: Database) throws(StoreError) {
    // An index over another table's text must be told what it held.
    let unindexMoments = try Statement(
      database,
      """
      INSERT INTO moment_search (moment_search, rowid, text)
      SELECT 'delete', moment, text FROM moments WHERE review = ?
      """)
    let removeMoments = try Statement(database, "DELETE FROM moment WHERE review = ?")
    let unindexText = try Statement(
      database,
      """
      INSERT INTO text_search (text_search, rowid, text)
      SELECT 'delete', review, text FROM review_text WHERE review = ?
      """)
    let removeText = try Statement(database, "DELETE FROM review_text WHERE review = ?")
    let removePermission = try Statement(database, "DELETE FROM permission WHERE review = ?")
    let removeFollowup = try Statement(database, "DELETE FROM followup WHERE review = ?")
    let removeReview = try Statement(database, "DELETE FROM review WHERE review = ?")
    self.unindexMoments = unindexMoments
    self.removeMoments = removeMoments
    self.unindexText = unindexText
    self.removeText = removeText
    self.removePermission = removePermission
    self.removeFollowup = removeFollowup
    self.removeReview = removeReview
  }

  /// The moments alone, before others take their place.
  func removeMoments(of review: Int64) throws(StoreError) {
    try unindexMoments.run(.integer(review))
    try removeMoments.run(.integer(review))
  }

  /// Text and moments, before others take their place.
  func removeTexts(of review: Int64) throws(StoreError) {
    try removeMoments(of: review)
    try unindexText.run(.integer(review))
    try removeText.run(.integer(review))
  }

  func removeAll(of review: Int64) throws(StoreError) {
    try removeTexts(of: review)
    try removePermission.run(.integer(review))
    try removeFollowup.run(.integer(review))
    try removeReview.run(.integer(review))
  }
}
