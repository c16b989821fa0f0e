import Lexicon
import StoryAnalysis

/// Puts the reviews of parts together in a new store, the same whatever the order of the parts.
///
/// They are gathered in a table that SQLite keeps in a temporary file, and written at the end by source, then by id, the
/// shorter first. So memory does not go by their number.
public final class ReviewMerge {
  private let database: Database
  private let verdicts = VerdictColumns()
  private let ids: StagedIDs
  private let stage: Statement
  private var part: Int64 = 0
  private var analyzer: String?

  /// The columns by which equal reviews of different parts are ordered; the first is kept.
  private static let order = """
    rating DESC, rating_scale DESC, fields DESC, title_bytes DESC, \(VerdictColumns.names), moments, content,
      permission, permission_date, by_hand, done
    """

  /// - Parameter store: a new one, in which nobody else looks before the merge is finished.
  public init(_ store: ReviewStore) throws(StoreError) {
    let database = store.database
    // What fails halfway is thrown away, so nothing needs to be kept for it.
    try database.run(
      """
      PRAGMA journal_mode = MEMORY;
      PRAGMA synchronous = OFF;
      PRAGMA foreign_keys = OFF;
      PRAGMA temp.cache_size = -65536;
      BEGIN;
      CREATE TEMP TABLE placed (
        review INTEGER PRIMARY KEY, staged INTEGER NOT NULL, id TEXT NOT NULL
      ) STRICT;
      """)
    let ids = try StagedIDs(
      database,
      columns: """
        part INTEGER NOT NULL, id TEXT NOT NULL, date TEXT, rating REAL, rating_scale TEXT,
        label TEXT, p_neutral_satisfied REAL, p_enthusiastic REAL, p_dissatisfied REAL, valence REAL, story INTEGER,
        story_probability REAL, memorability REAL, basis TEXT, language TEXT, words INTEGER, drivers TEXT, flags TEXT,
        fields TEXT NOT NULL, content INTEGER NOT NULL, title_bytes INTEGER NOT NULL, letters INTEGER,
        moments TEXT NOT NULL, permission TEXT, permission_date TEXT, by_hand INTEGER, done TEXT, minhash BLOB,
        text TEXT NOT NULL
        """)
    let stage = try Statement(
      database,
      """
      INSERT INTO staged (part, source, stem, hashed, id, date, rating, rating_scale, fields, content, title_bytes,
        letters, moments, permission, permission_date, by_hand, done, minhash, text, \(VerdictColumns.names))
      VALUES (\(repeatElement("?", count: Self.firstVerdict - 1 + VerdictColumns.count).joined(separator: ", ")))
      """)
    self.database = database
    self.stage = stage
    self.ids = ids
  }

  private static let firstVerdict = 20

  // MARK: Gathering

  /// Says that what comes is of another part than what came before.
  public func beginPart() { part += 1 }

  /// Takes a review of a part.
  ///
  /// - Parameters:
  ///   - analyzer: whose verdict it has; the same for all.
  ///   - hash: the hash that its id is made of, where it is; it then is a review of its own, whatever others say.
  public func add(_ review: PartReview, analyzer: String, hash: String?) throws(StoreError) {
    self.analyzer = analyzer
    stage.bind(part, 1)
    stage.bind(review.source, 2)
    stage.bind(hash ?? review.id, 3)
    stage.bind(hash == nil ? 0 as Int64 : 1, 4)
    stage.bind(review.id, 5)
    bind(review.date, 6)
    if let rating = review.rating { stage.bind(rating.asDouble, 7) } else { stage.bindNull(7) }
    bind(review.ratingScale, 8)
    stage.bind(text: review.fields.span, 9)
    stage.bind(Int64(bitPattern: review.content), 10)
    stage.bind(Int64(review.titleLength), 11)
    if let letters = review.letters {
      stage.bind(Int64(bitPattern: letters), 12)
      stage.bind(blob: review.minhash.span, 18)
    } else {
      stage.bindNull(12)
      stage.bindNull(18)
    }
    stage.bind(json(review.analysis.moments), 13)
    bind(review.decision.permission?.status.rawValue, 14)
    bind(review.decision.permission?.date, 15)
    stage.bind(review.decision.isByHand ? 1 as Int64 : 0, 16)
    bind(review.decision.done, 17)
    stage.bind(text: review.text.span, 19)
    verdicts.bind(review.analysis, to: stage, from: Self.firstVerdict)
    try stage.run()
    if hash == nil { try ids.note(review.id, source: review.source) }
  }

  private func bind(_ text: String?, _ place: Int) {
    if let text { stage.bind(text, place) } else { stage.bindNull(place) }
  }

  /// Moments as arrays of their columns, scores in ten-thousandths.
  private func json(_ moments: [Moment]) -> String {
    "["
      + moments.map {
        "[\($0.start),\($0.end),\($0.startUTF16),\($0.endUTF16),\($0.valence),\($0.memorability),"
          + verdicts.list($0.drivers) + "]"
      }.joined(separator: ",") + "]"
  }

  // MARK: Writing

  /// Writes what was gathered.
  public func finish() throws(StoreError) -> MergeCount {
    try ids.findStems()
    var count = MergeCount()
    try place(&count)
    count.joined = Int(try database.number("SELECT count(*) FROM staged")) - count.reviews
    count.renumbered = Int(
      try database.number(
        """
        SELECT count(*) FROM placed AS p CROSS JOIN staged AS t ON t.staged = p.staged WHERE p.id <> t.id
        """))
    if let analyzer {
      try Statement(database, "INSERT INTO analyzer (version) VALUES (?)").run(.text(analyzer))
    }
    let rows = "placed AS p CROSS JOIN staged AS t ON t.staged = p.staged"
    try database.run(
      """
      INSERT INTO source (name) SELECT DISTINCT source FROM staged ORDER BY source;
      INSERT INTO review (review, source, id, date, rating, rating_scale, analyzer, fields, content, \(VerdictColumns.names))
      SELECT p.review, s.source, p.id, date, rating, rating_scale, 1, fields, content, \(VerdictColumns.names)
      FROM \(rows) CROSS JOIN source AS s ON s.name = t.source ORDER BY p.review;
      INSERT INTO review_text (review, title_bytes, text, letters, minhash)
      SELECT p.review, title_bytes, text, letters, minhash FROM \(rows) ORDER BY p.review;
      INSERT INTO moment (review, place, start_byte, end_byte, start_utf16, end_utf16, valence, memorability, drivers)
      SELECT p.review, m.key, json_extract(m.value, '$[0]'), json_extract(m.value, '$[1]'),
        json_extract(m.value, '$[2]'), json_extract(m.value, '$[3]'), json_extract(m.value, '$[4]') / 10000.0,
        json_extract(m.value, '$[5]') / 10000.0, json_extract(m.value, '$[6]')
      FROM \(rows) CROSS JOIN json_each(t.moments) AS m WHERE t.story = 1 ORDER BY p.review, m.key;
      INSERT INTO permission (review, status, date, by_hand)
      SELECT p.review, permission, permission_date, by_hand FROM \(rows) WHERE permission IS NOT NULL ORDER BY p.review;
      INSERT INTO followup (review, done)
      SELECT p.review, done FROM \(rows) WHERE done IS NOT NULL ORDER BY p.review;
      INSERT INTO text_search (text_search) VALUES ('rebuild');
      INSERT INTO moment_search (moment_search) VALUES ('rebuild');
      COMMIT;
      DROP TABLE temp.placed;
      DROP TABLE temp.numbered;
      DROP TABLE temp.staged;
      """)
    return count
  }

  /// Gives every review its place and id.
  private func place(_ count: inout MergeCount) throws(StoreError) {
    let insert = try Statement(
      database, "INSERT INTO placed (review, staged, id) VALUES (?, ?, ?)")
    let groups = try Statement(
      database,
      """
      SELECT source, stem, hashed, count(*), min(staged) FROM staged GROUP BY source, stem, hashed
      ORDER BY \(StagedIDs.order)
      """)
    // Within a part the last word on a review counts, as in an import; only lines have more than one.
    let named = try Statement(
      database,
      """
      SELECT staged, number, permission, permission_date, by_hand, done
      FROM (
        SELECT *, dense_rank() OVER (ORDER BY date IS NULL, date, text) AS number,
          row_number() OVER (PARTITION BY date, text, part, id ORDER BY staged DESC) AS age
        FROM staged WHERE source = ? AND stem = ? AND hashed = 0
      )
      WHERE age = 1 ORDER BY number, \(Self.order)
      """)
    let hashed = try Statement(
      database,
      """
      SELECT staged FROM staged WHERE source = ? AND stem = ? AND hashed = 1
      ORDER BY date IS NULL, date, text, \(Self.order)
      """)
    let decide = try Statement(
      database,
      "UPDATE staged SET (permission, permission_date, by_hand, done) = (?2, ?3, ?4, ?5) WHERE staged = ?1"
    )
    func add(_ staged: Int64, _ id: String) throws(StoreError) {
      count.reviews += 1
      try insert.run(.integer(Int64(count.reviews)), .integer(staged), .text(id))
    }
    while try groups.step() {
      let stem = groups.text(1)
      let isHashed = groups.integer(2) == 1
      if groups.integer(3) == 1 {
        try add(groups.integer(4), isHashed ? stem + "-1" : stem)
        continue
      }
      let key = [SQLValue.text(groups.text(0)), .text(stem)]
      if isHashed {
        hashed.bind(key)
        var number = 0
        while try hashed.step() {
          number += 1
          try add(hashed.integer(0), "\(stem)-\(number)")
        }
        continue
      }
      named.bind(key)
      var last: (staged: Int64, number: Int64, decision: PartDecision)?
      func settle() throws(StoreError) {
        guard let last else { return }
        try decide.run(
          .integer(last.staged),
          last.decision.permission.map { .text($0.status.rawValue) } ?? .null,
          last.decision.permission?.date.map(SQLValue.text) ?? .null,
          .integer(last.decision.isByHand ? 1 : 0), last.decision.done.map(SQLValue.text) ?? .null)
      }
      while try named.step() {
        let (staged, number) = (named.integer(0), named.integer(1))
        let decision = PartDecision(
          permission: named.isNull(2) ? nil : Permission(named, status: 2, date: 3),
          isByHand: named.integer(4) != 0, done: named.optionalText(5))
        if last?.number == number {
          last?.decision.join(decision)
          continue
        }
        try settle()
        last = (staged, number, decision)
        try add(staged, number == 1 ? stem : "\(stem)#\(number)")
      }
      try settle()
    }
  }
}
