import Foundation

@testable import ReviewStore

/// A store that tests look into.
struct StoreFile {
  let path: String

  /// Every value of a query as text, a line each row.
  func rows(_ query: String) throws -> [String] {
    let database = try Database(path, flags: 2)
    let statement = try Statement(database, query)
    var rows: [String] = []
    while try statement.step() {
      rows.append((0..<statement.columnCount).map { statement.text($0) }.joined(separator: "|"))
    }
    return rows
  }

  func run(_ script: String) throws { try Database(path, flags: 2).run(script) }

  /// Runs a script in a database that is made for it.
  func create(_ script: String) throws { try Database(path, flags: 6).run(script) }

  /// All that is stored, the indexes aside, which are checked against it.
  func content() throws -> [String] {
    try run(
      """
      INSERT INTO text_search (text_search, rank) VALUES ('integrity-check', 1);
      INSERT INTO moment_search (moment_search, rank) VALUES ('integrity-check', 1);
      """)
    var content = try rows("PRAGMA integrity_check") + rows("PRAGMA foreign_key_check")
    for table in [
      "source", "analyzer", "review", "review_text", "moment", "permission", "followup",
      "unfinished",
    ] {
      content += try rows("SELECT '\(table)', * FROM \(table) ORDER BY 2")
    }
    return content
  }

  /// The lines of `mine` as the store has them, in its order.
  func minedLines() throws -> [NSDictionary] {
    let database = try Database(path, flags: 2)
    let reviews = try Statement(
      database,
      """
      SELECT review, analyzer, source, id, label, p_neutral_satisfied, p_enthusiastic, p_dissatisfied, valence, story,
        story_probability, memorability, basis, language, drivers, flags, rating, rating_scale, date, fields, text,
        title_bytes, words
      FROM reviews ORDER BY review
      """)
    let moments = try Statement(
      database,
      """
      SELECT start_byte, end_byte, start_utf16, end_utf16, text, valence, memorability, drivers
      FROM moments WHERE review = ? ORDER BY place
      """)
    func json(_ text: String) throws -> Any {
      try JSONSerialization.jsonObject(with: Data(text.utf8))
    }
    let permissions = try Statement(
      database, "SELECT status, date FROM permission WHERE review = ?")
    func permission(of review: Int64) throws -> Any {
      permissions.bind(review, 1)
      defer { permissions.reset() }
      guard try permissions.step() else { return NSNull() }
      return [
        "status": permissions.text(0), "date": permissions.optionalText(1) as Any? ?? NSNull(),
      ]
    }
    var lines: [NSDictionary] = []
    while try reviews.step() {
      var list: [Any] = []
      moments.bind(reviews.integer(0), 1)
      while try moments.step() {
        list.append([
          "start": moments.integer(0), "end": moments.integer(1), "startUTF16": moments.integer(2),
          "endUTF16": moments.integer(3), "text": moments.text(4), "valence": moments.real(5),
          "memorability": moments.real(6), "drivers": try json(moments.text(7)),
        ])
      }
      lines.append([
        "schemaVersion": 1, "analyzer": reviews.text(1), "source": reviews.text(2),
        "id": reviews.text(3),
        "label": reviews.text(4),
        "probabilities": [
          "neutral-satisfied": reviews.real(5), "enthusiastic": reviews.real(6),
          "dissatisfied": reviews.real(7),
        ],
        "valence": reviews.real(8), "story": reviews.integer(9) == 1,
        "storyProbability": reviews.real(10), "memorability": reviews.real(11),
        "basis": reviews.text(12), "language": reviews.optionalText(13) as Any? ?? NSNull(),
        "drivers": try json(reviews.text(14)), "flags": try json(reviews.text(15)), "moments": list,
        "rating": reviews.isNull(16) ? NSNull() : reviews.real(16) as Any,
        "ratingScale": reviews.optionalText(17) as Any? ?? NSNull(),
        "date": reviews.optionalText(18) as Any? ?? NSNull(), "fields": try json(reviews.text(19)),
        "text": reviews.text(20), "titleBytes": reviews.integer(21), "words": reviews.integer(22),
        "permission": try permission(of: reviews.integer(0)), "personal": [String](),
      ])
    }
    return lines
  }
}
