extension ReviewStore {
  /// A review with what tells copies of it.
  public struct Signed {
    public let source: String
    public let id: String
    /// `yyyy-mm-dd`, where it is known.
    public let date: String?
    /// Title and text.
    public let text: [UInt8]
    /// As `CopyClusters` takes it.
    public let signature: [UInt8]
  }

  /// Goes through the reviews with so many words, in the order of import.
  ///
  /// - Parameter source: of this source only.
  public func forEachSignature(
    source: String?, leastWords: Int, _ take: (Signed) -> Void
  ) throws(StoreError) {
    let statement = try Statement(
      database,
      """
      SELECT s.name, r.id, r.date, t.text, t.minhash
      FROM review AS r JOIN source AS s ON s.source = r.source JOIN review_text AS t ON t.review = r.review
      WHERE r.words >= ?1 AND (?2 IS NULL OR s.name = ?2) ORDER BY r.review
      """)
    statement.bind([.integer(Int64(leastWords)), source.map(SQLValue.text) ?? .null])
    while try statement.step() {
      take(
        Signed(
          source: statement.text(0), id: statement.text(1), date: statement.optionalText(2),
          text: statement.bytes(3), signature: statement.bytes(4)))
    }
  }
}
