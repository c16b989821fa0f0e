extension ReviewStore {
  /// A field and how it divides the reviews.
  public struct FieldValues: Sendable {
    public let name: String
    /// How many different values it has, the empty one aside.
    public let values: Int
    /// How many reviews have one.
    public let reviews: Int
  }

  /// The fields, ordered by name; reads every review.
  public func fieldValues() throws(StoreError) -> [FieldValues] {
    let statement = try Statement(
      database,
      """
      SELECT f.key, count(DISTINCT f.value), count(*) FROM review AS r, json_each(r.fields) AS f
      WHERE f.value <> '' GROUP BY 1 ORDER BY 1
      """)
    var fields: [FieldValues] = []
    while try statement.step() {
      fields.append(
        FieldValues(
          name: statement.text(0), values: Int(statement.integer(1)),
          reviews: Int(statement.integer(2))))
    }
    return fields
  }

  /// How many reviews with an experience have a date from one day to another, both as `yyyy-mm-dd` and included.
  public func experienceCount(from first: String, to last: String) throws(StoreError) -> Int {
    let statement = try Statement(
      database,
      "SELECT count(*) FROM review WHERE basis = 'experience' AND date BETWEEN ? AND ?")
    statement.bind([.text(first), .text(last)])
    return try statement.step() ? Int(statement.integer(0)) : 0
  }
}
