import Lexicon
import StoryAnalysis

/// Writes reviews into a store, some thousand in a transaction.
///
/// A run that is broken off leaves whole transactions behind, and the same run again does the rest.
public final class ReviewImport {
  /// What was written so far.
  public private(set) var count = ImportCount()

  private let database: Database
  private let find: Statement
  private let insertReview: Statement
  private let updateReview: Statement
  private let updateAnalysis: Statement
  private let insertText: Statement
  private let indexText: Statement
  private let insertMoment: Statement
  private let indexMoment: Statement
  private let removal: ReviewRemoval
  private let decisions: ReviewDecisions
  private var sources: [String: Int64] = [:]
  private var analyzers: [String: Int64] = [:]
  private let verdicts = VerdictColumns()
  /// Reviews in the open transaction; nil if there is none.
  private var pending: Int?

  /// Reviews in one transaction, at least.
  private static let transactionSize = 4_000

  public init(_ store: ReviewStore) throws(StoreError) {
    let database = store.database
    // Each row refers to others that are written with it: to have them looked up again is a twelfth of the writing.
    try database.run("PRAGMA foreign_keys = OFF")
    let find = try Statement(
      database, "SELECT review, content, analyzer FROM review WHERE source = ? AND id = ?")
    let verdict = VerdictColumns.names
    let verdictPlaces = "?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16"
    let insertReview = try Statement(
      database,
      """
      INSERT INTO review (analyzer, \(verdict), date, rating, rating_scale, fields, content, source, id)
      VALUES (?3, \(verdictPlaces), ?17, ?18, ?19, ?20, ?21, ?1, ?2)
      ON CONFLICT (source, id) DO NOTHING
      """)
    let updateReview = try Statement(
      database,
      """
      UPDATE review SET (analyzer, \(verdict), date, rating, rating_scale, fields, content)
        = (?3, \(verdictPlaces), ?17, ?18, ?19, ?20, ?21) WHERE review = ?1
      """)
    let updateAnalysis = try Statement(
      database,
      "UPDATE review SET (analyzer, \(verdict)) = (?3, \(verdictPlaces)) WHERE review = ?1")
    let insertText = try Statement(
      database,
      "INSERT INTO review_text (review, title_bytes, text, letters, minhash) VALUES (?, ?, ?, ?, ?)"
    )
    let indexText = try Statement(database, "INSERT INTO text_search (rowid, text) VALUES (?, ?)")
    let insertMoment = try Statement(
      database,
      """
      INSERT INTO moment
        (review, place, start_byte, end_byte, start_utf16, end_utf16, valence, memorability, drivers)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    let indexMoment = try Statement(
      database, "INSERT INTO moment_search (rowid, text) VALUES (?, ?)")
    let removal = try ReviewRemoval(database)
    let decisions = try ReviewDecisions(database)
    self.database = database
    self.find = find
    self.insertReview = insertReview
    self.updateReview = updateReview
    self.updateAnalysis = updateAnalysis
    self.insertText = insertText
    self.indexText = indexText
    self.insertMoment = insertMoment
    self.indexMoment = indexMoment
    self.removal = removal
    self.decisions = decisions
  }

  deinit { if pending != nil { database.rollBack() } }

  /// Takes reviews in.
  ///
  /// - Parameter suffixes: what stands behind the id of each; empty where it stands alone.
  /// - Throws: `StoreError`; what was committed before stays, and the rest of the transaction is taken back.
  public func add(_ rows: ReviewRows, suffixes: [String]) throws(StoreError) {
    try begin()
    let source = try key(of: rows.source, in: "source (name)", known: &sources)
    let analyzer = try key(of: rows.analyzer, in: "analyzer (version)", known: &analyzers)
    // Table by table: what is worked on then stays near the processor.
    var added: [Addition] = []
    added.reserveCapacity(rows.count)
    for index in rows.rows.indices {
      try add(rows, index, suffix: suffixes[index], source, analyzer, &added)
    }
    try insertTexts(of: rows, &added)
    try end(rows.count)
  }

  /// Puts analyses in the place of those that stored reviews have.
  ///
  /// - Parameters:
  ///   - texts: some stored reviews.
  ///   - analyses: one for each of them.
  ///   - version: of the analyser.
  public func replace(
    _ texts: StoredTexts, with analyses: [Analysis], version: String
  ) throws(StoreError) {
    try begin()
    let analyzer = try key(of: version, in: "analyzer (version)", known: &analyzers)
    for (index, review) in texts.reviews.enumerated() {
      try removal.removeMoments(of: review)
      updateAnalysis.bind(review, 1)
      updateAnalysis.bind(analyzer, 3)
      verdicts.bind(analyses[index], to: updateAnalysis, from: 4)
      try updateAnalysis.run()
      try insertMoments(of: analyses[index], review)
      count.analyzedAnew += 1
    }
    try end(texts.reviews.count)
  }

  /// Commits what is left.
  public func finish() throws(StoreError) {
    guard pending != nil else { return }
    pending = nil
    try database.run("COMMIT")
  }

  // MARK: Transactions

  private func begin() throws(StoreError) {
    guard pending == nil else { return }
    try database.run("BEGIN IMMEDIATE")
    pending = 0
    // Another program may have changed them since.
    sources = [:]
    analyzers = [:]
  }

  private func end(_ reviews: Int) throws(StoreError) {
    pending = (pending ?? 0) + reviews
    if let pending, pending >= ReviewImport.transactionSize { try finish() }
  }

  // MARK: Rows

  /// A row whose texts and moments are not written yet.
  private struct Addition {
    /// Place among the rows.
    let index: Int
    let review: Int64
  }

  private func add(
    _ rows: ReviewRows, _ index: Int, suffix: String, _ source: Int64, _ analyzer: Int64,
    _ added: inout [Addition]
  ) throws(StoreError) {
    let row = rows.rows[index]
    // Most reviews are new: to ask first would be to look for the id twice.
    insertReview.bind(source, 1)
    bindID(of: rows, row, suffix, to: insertReview)
    try write(rows, row, analyzer, to: insertReview)
    let review: Int64
    if database.changes > 0 {
      review = database.lastRow
      count.new += 1
      if let permission = row.permission { try decisions.take(permission, of: review) }
    } else {
      guard let known = try replace(rows, row, suffix, source, analyzer, &added) else { return }
      review = known
    }
    added.append(Addition(index: index, review: review))
  }

  /// Puts a review in the place of the stored one with its id, whose texts then are gone.
  ///
  /// - Returns: nil where nothing has changed.
  private func replace(
    _ rows: ReviewRows, _ row: ReviewRows.Row, _ suffix: String, _ source: Int64, _ analyzer: Int64,
    _ added: inout [Addition]
  ) throws(StoreError) -> Int64? {
    find.bind(source, 1)
    bindID(of: rows, row, suffix, to: find)
    guard try find.step() else { return nil }
    let review = find.integer(0)
    let isSame = find.integer(1) == Int64(bitPattern: row.content)
    let isSameAnalyzer = find.integer(2) == analyzer
    find.reset()
    if isSame && isSameAnalyzer {
      count.unchanged += 1
      return nil
    }
    // It may have been added just now.
    try insertTexts(of: rows, &added)
    if isSame {
      count.analyzedAnew += 1
    } else {
      count.changed += 1
      try decisions.replaceText(of: review, by: rows.bytes.span.extracting(row.text))
      try decisions.take(row.permission, of: review)
    }
    try removal.removeTexts(of: review)
    updateReview.bind(review, 1)
    try write(rows, row, analyzer, to: updateReview)
    return review
  }

  private func bindID(
    of rows: ReviewRows, _ row: ReviewRows.Row, _ suffix: String, to statement: borrowing Statement
  ) {
    if suffix.isEmpty {
      statement.bind(text: rows.identifiers.span.extracting(row.id), 2)
    } else {
      statement.bind(String(decoding: rows.identifiers[row.id], as: UTF8.self) + suffix, 2)
    }
  }

  private func write(
    _ rows: ReviewRows, _ row: ReviewRows.Row, _ analyzer: Int64, to statement: borrowing Statement
  ) throws(StoreError) {
    statement.bind(analyzer, 3)
    verdicts.bind(rows.analyses[row.analysis], to: statement, from: 4)
    if let date = row.date {
      statement.bind(text: rows.bytes.span.extracting(date), 17)
    } else {
      statement.bindNull(17)
    }
    if let rating = row.rating {
      statement.bind(rating.asDouble, 18)
    } else {
      statement.bindNull(18)
    }
    if let scale = row.ratingScale { statement.bind(scale, 19) } else { statement.bindNull(19) }
    statement.bind(text: rows.fields.span.extracting(row.fields), 20)
    statement.bind(Int64(bitPattern: row.content), 21)
    try statement.run()
  }

  /// Writes texts and moments of what was added, which then is done.
  private func insertTexts(
    of rows: ReviewRows, _ added: inout [Addition]
  ) throws(StoreError) {
    for addition in added { try insertText(of: rows, addition) }
    for addition in added {
      indexText.bind(addition.review, 1)
      indexText.bind(text: rows.bytes.span.extracting(rows.rows[addition.index].text), 2)
      try indexText.run()
    }
    for addition in added {
      let analysis = rows.rows[addition.index].analysis
      try insertMoments(of: rows.analyses[analysis], addition.review)
    }
    added.removeAll(keepingCapacity: true)
  }

  private func insertText(of rows: ReviewRows, _ addition: Addition) throws(StoreError) {
    let row = rows.rows[addition.index]
    insertText.bind(addition.review, 1)
    insertText.bind(Int64(row.titleLength), 2)
    insertText.bind(text: rows.bytes.span.extracting(row.text), 3)
    if let letters = row.letters {
      insertText.bind(Int64(bitPattern: letters), 4)
      let signature = rows.signature(addition.index)
      insertText.bind(blob: rows.signatures.span.extracting(signature), 5)
    } else {
      insertText.bindNull(4)
      insertText.bindNull(5)
    }
    try insertText.run()
  }

  private func insertMoments(of analysis: Analysis, _ review: Int64) throws(StoreError) {
    for (place, moment) in analysis.moments.enumerated() {
      insertMoment.bind(review, 1)
      insertMoment.bind(Int64(place), 2)
      insertMoment.bind(Int64(moment.start), 3)
      insertMoment.bind(Int64(moment.end), 4)
      insertMoment.bind(Int64(moment.startUTF16), 5)
      insertMoment.bind(Int64(moment.endUTF16), 6)
      insertMoment.bind(moment.valence.asDouble, 7)
      insertMoment.bind(moment.memorability.asDouble, 8)
      insertMoment.bind(verdicts.list(moment.drivers), 9)
      try insertMoment.run()
      indexMoment.bind(database.lastRow, 1)
      indexMoment.bind(moment.text, 2)
      try indexMoment.run()
    }
  }

  /// The key of a name in a small table, which gets it where it is new.
  private func key(
    of name: String, in table: String, known: inout [String: Int64]
  ) throws(StoreError) -> Int64 {
    if let key = known[name] { return key }
    let insertion = try Statement(database, "INSERT OR IGNORE INTO \(table) VALUES (?)")
    try insertion.run(.text(name))
    let column = table.split(separator: "(")[1].dropLast()
    let key = try database.number(
      "SELECT rowid FROM \(table.split(separator: " ")[0]) WHERE \(column) = ?", .text(name))
    known[name] = key
    return key
  }
}
