import Lexicon
import StoryAnalysis

/// A review of a store that somebody may have to act on.
public struct StoredCase: Sendable {
  public let source: String
  public let id: String
  /// `yyyy-mm-dd`, or the year or month alone.
  public let date: String?
  /// In ten-thousandths, on the scale.
  public let rating: Fixed?
  public let ratingScale: String?
  /// 0 to 3, in ten-thousandths.
  public let memorability: Fixed
  public let flags: [String]
  /// The columns without a role of their own, in their order.
  public let fields: [(name: String, value: String)]
  /// Title, a newline and body, or the body alone.
  public let text: [UInt8]
  /// In bytes; 0 if there is none.
  public let titleLength: Int
  /// When it was done with, as `yyyy-mm-dd`; nil while it is not.
  public let done: String?
}

extension ReviewStore {
  /// The reviews with one of some flags, in the order of import.
  ///
  /// - Parameters:
  ///   - firstDay: as `yyyy-mm-dd`; reviews without a date are in no period.
  ///   - lastDay: the same.
  ///   - includingDone: also those that are done with.
  public func cases(
    flaggedAs flags: [String], firstDay: String? = nil, lastDay: String? = nil,
    source: String? = nil, includingDone: Bool = false
  ) throws(StoreError) -> [StoredCase] {
    let places = flags.indices.map { "?\($0 + 4)" }.joined(separator: ", ")
    let statement = try Statement(
      database,
      """
      SELECT s.name, r.id, r.date, r.rating, r.rating_scale, r.memorability, r.flags, t.text, t.title_bytes, f.done,
        r.review
      FROM review AS r JOIN source AS s ON s.source = r.source JOIN review_text AS t ON t.review = r.review
        LEFT JOIN followup AS f ON f.review = r.review
      WHERE r.flags <> '[]' AND EXISTS (SELECT 1 FROM json_each(r.flags) AS j WHERE j.value IN (\(places)))
        AND (?1 IS NULL OR s.name = ?1) AND (?2 IS NULL OR r.date >= ?2) AND (?3 IS NULL OR r.date <= ?3)
        \(includingDone ? "" : "AND f.done IS NULL")
      ORDER BY r.review
      """)
    statement.bind(
      [source, firstDay, lastDay].map { $0.map(SQLValue.text) ?? .null } + flags.map(SQLValue.text))
    let fields = try Statement(
      database,
      "SELECT f.key, f.value FROM review AS r, json_each(r.fields) AS f WHERE r.review = ? ORDER BY f.id"
    )
    var cases: [StoredCase] = []
    while try statement.step() {
      fields.bind([.integer(statement.integer(10))])
      var columns: [(name: String, value: String)] = []
      while try fields.step() { columns.append((fields.text(0), fields.text(1))) }
      cases.append(try StoredCase(statement, fields: columns))
    }
    return cases
  }

  /// Marks reviews as done with, until their text changes.
  ///
  /// - Parameter day: `yyyy-mm-dd`; nil takes the mark back.
  public func setDone(_ day: String?, _ reviews: [Match]) throws(StoreError) {
    try database.transaction { () throws(StoreError) in
      let removal = try Statement(database, "DELETE FROM followup WHERE review = ?")
      let insertion = try Statement(database, "INSERT INTO followup (review, done) VALUES (?, ?)")
      for review in reviews {
        try removal.run(.integer(review.review))
        if let day { try insertion.run(.integer(review.review), .text(day)) }
      }
    }
  }
}

extension StoredCase {
  /// The row that a statement stands at.
  fileprivate init(
    _ row: borrowing Statement, fields: [(name: String, value: String)]
  ) throws(StoreError) {
    source = row.text(0)
    id = row.text(1)
    date = row.optionalText(2)
    rating = try row.optionalFixed(3)
    ratingScale = row.optionalText(4)
    memorability = try row.fixed(5)
    flags = StoredStory.names(row.text(6))
    text = row.bytes(7)
    titleLength = Int(row.integer(8))
    done = row.optionalText(9)
    self.fields = fields
  }
}
