extension ReviewStore {
  /// A review that is to be forgotten.
  public struct Match: Sendable, Equatable {
    /// Its place in the store.
    public let review: Int64
    public let source: String
    public let id: String
    /// `yyyy-mm-dd`, where it is known.
    public let date: String?
    /// Title and text.
    public let text: String
  }

  /// The reviews with an id, of one source or of all.
  public func matches(id: String, source: String? = nil) throws(StoreError) -> [Match] {
    try matches("r.id = ?1", source, .text(id))
  }

  /// The reviews that hold some words one after another in title or text, or a text in a field; neither case nor accents
  /// count.
  public func matches(words: String, source: String? = nil) throws(StoreError) -> [Match] {
    // By scalars, as SQLite reads it: a quote that carries an accent ends a phrase too.
    let quoted = String(words.unicodeScalars.replacing(["\""], with: ["\"", "\""]))
    let phrase = "\"" + quoted + "\""
    // SQLite itself knows no more than the case of the letters a to z.
    let tokenizer = try WordTokenizer()
    let wanted = tokenizer.folded(words)
    var others: Set<Int64> = []
    let fields = try Statement(
      database, "SELECT r.review, f.value FROM review AS r, json_each(r.fields) AS f")
    while try fields.step() {
      if !wanted.isEmpty, tokenizer.folded(fields.text(1)).contains(wanted) {
        others.insert(fields.integer(0))
      }
    }
    let list = "[" + others.sorted().map(String.init).joined(separator: ",") + "]"
    return try matches(
      """
      (r.review IN (SELECT rowid FROM text_search WHERE text_search MATCH ?3)
        OR r.review IN (SELECT value FROM json_each(?1)))
      """, source, .text(list), phrase: .text(phrase))
  }

  /// Removes reviews so that nothing of them is left in the file or beside it.
  ///
  /// Rows go with zeros in their place, the full-text indexes are merged into one segment, which leaves out what was
  /// removed, the file is written anew, as pages that were divided can hold stale copies, and the log is emptied. (FTS5
  /// has an option of its own for this, from SQLite 3.42, after which older versions could no longer read the index.) It
  /// takes as long as copying the store.
  public func forget(_ matches: [Match]) throws(StoreError) {
    guard !matches.isEmpty else { return }
    try database.run("PRAGMA secure_delete = ON")
    try database.transaction { () throws(StoreError) in
      let removal = try ReviewRemoval(database)
      for match in matches { try removal.removeAll(of: match.review) }
      try database.run(
        """
        DELETE FROM source WHERE source NOT IN (SELECT source FROM review);
        INSERT OR IGNORE INTO unfinished VALUES ('purge');
        """)
    }
    try finishPurge()
  }

  /// Does what a removal that was broken off has left to do.
  func finishPurge() throws(StoreError) {
    guard try database.number("SELECT count(*) FROM unfinished WHERE task = 'purge'") > 0 else {
      return
    }
    try database.run(
      """
      PRAGMA secure_delete = ON;
      INSERT INTO text_search (text_search) VALUES ('optimize');
      INSERT INTO moment_search (moment_search) VALUES ('optimize');
      VACUUM;
      """)
    try emptyLog()
    try database.run("DELETE FROM unfinished WHERE task = 'purge'")
    try emptyLog()
  }

  private func emptyLog() throws(StoreError) {
    guard try database.number("PRAGMA wal_checkpoint(TRUNCATE)") == 0 else {
      throw StoreError(
        .locked, path: path,
        message: "the reviews are removed, but the log beside the file is read by another program",
        hint: "end that program and run any command that writes the store, such as this one")
    }
  }

  private func matches(
    _ condition: String, _ source: String?, _ value: SQLValue, phrase: SQLValue? = nil
  ) throws(StoreError) -> [Match] {
    let statement = try Statement(
      database,
      """
      SELECT r.review, s.name, r.id, r.date, t.text
      FROM review AS r JOIN source AS s ON s.source = r.source JOIN review_text AS t ON t.review = r.review
      WHERE \(condition) AND (?2 IS NULL OR s.name = ?2)
      ORDER BY r.review
      """)
    statement.bind([value, source.map(SQLValue.text) ?? .null] + (phrase.map { [$0] } ?? []))
    var matches: [Match] = []
    while try statement.step() {
      matches.append(
        Match(
          review: statement.integer(0), source: statement.text(1), id: statement.text(2),
          date: statement.optionalText(3), text: statement.text(4)))
    }
    return matches
  }
}
