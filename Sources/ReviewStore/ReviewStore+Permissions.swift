extension ReviewStore {
  /// What is decided about using a review outside.
  public func permission(of review: Match) throws(StoreError) -> Permission {
    let statement = try Statement(
      database, "SELECT status, date FROM permission WHERE review = ?")
    statement.bind([.integer(review.review)])
    return try statement.step() ? Permission(statement, status: 0, date: 1) : .none
  }

  /// Decides by hand about using reviews outside; an import then changes it only where a customer refuses.
  public func set(_ permission: Permission, of reviews: [Match]) throws(StoreError) {
    try database.transaction { () throws(StoreError) in
      let statement = try Statement(
        database,
        "INSERT OR REPLACE INTO permission (review, status, date, by_hand) VALUES (?, ?, ?, 1)")
      for review in reviews {
        try statement.run(
          .integer(review.review), .text(permission.status.rawValue),
          permission.date.map(SQLValue.text) ?? .null)
      }
    }
  }

  /// How many reviews have each status.
  ///
  /// - Parameter source: of this source only.
  public func permissionCounts(source: String? = nil) throws(StoreError) -> [PermissionStatus: Int]
  {
    let statement = try Statement(
      database,
      """
      SELECT coalesce(p.status, 'internal'), NULL, count(*)
      FROM review AS r JOIN source AS s ON s.source = r.source LEFT JOIN permission AS p ON p.review = r.review
      WHERE ?1 IS NULL OR s.name = ?1
      GROUP BY 1
      """)
    statement.bind([source.map(SQLValue.text) ?? .null])
    var counts: [PermissionStatus: Int] = [:]
    while try statement.step() {
      counts[Permission(statement, status: 0, date: 1).status] = Int(statement.integer(2))
    }
    return counts
  }

  /// A review with what is decided about using it outside.
  public struct Permitted: Sendable {
    public let source: String
    public let id: String
    public let permission: Permission
  }

  /// The reviews with one of some statuses, by status, then in the order of import.
  public func reviews(
    with statuses: [PermissionStatus], source: String? = nil
  ) throws(StoreError) -> [Permitted] {
    let statement = try Statement(
      database,
      """
      SELECT s.name, r.id, p.status, p.date
      FROM permission AS p JOIN review AS r ON r.review = p.review JOIN source AS s ON s.source = r.source
      WHERE p.status = ?2 AND (?1 IS NULL OR s.name = ?1)
      ORDER BY r.review
      """)
    var reviews: [Permitted] = []
    for status in statuses {
      statement.bind([source.map(SQLValue.text) ?? .null, .text(status.rawValue)])
      while try statement.step() {
        reviews.append(
          Permitted(
            source: statement.text(0), id: statement.text(1),
            permission: Permission(statement, status: 2, date: 3)))
      }
    }
    return reviews
  }
}
