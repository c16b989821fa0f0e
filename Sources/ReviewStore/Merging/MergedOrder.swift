import CSQLite

/// Puts lines about reviews in the order in which a merged store has these, in a temporary file that SQLite keeps.
public final class MergedOrder {
  private let database: Database
  private let ids: StagedIDs
  private let insert: Statement

  public init() throws(StoreError) {
    let database = try Database(":memory:", flags: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)
    try database.run("BEGIN")
    let ids = try StagedIDs(
      database, columns: "number INTEGER NOT NULL, date TEXT, line BLOB NOT NULL")
    let insert = try Statement(
      database,
      "INSERT INTO staged (source, stem, hashed, number, date, line) VALUES (?, ?, ?, ?, ?, ?)")
    self.database = database
    self.ids = ids
    self.insert = insert
  }

  /// - Parameters:
  ///   - id: with the number that its part gave it.
  ///   - date: `yyyy-mm-dd`.
  public func add(_ line: [UInt8], source: String, id: String, date: String?) throws(StoreError) {
    let hash = HashedID(id)
    insert.bind(source, 1)
    insert.bind(hash?.hash ?? id, 2)
    insert.bind(hash == nil ? 0 as Int64 : 1, 3)
    insert.bind(hash?.number ?? 0, 4)
    if let date { insert.bind(date, 5) } else { insert.bindNull(5) }
    insert.bind(blob: line.span, 6)
    try insert.run()
    if hash == nil { try ids.note(id, source: source) }
  }

  /// Hands the lines on, equal ones behind each other.
  public func forEachLine(_ body: ([UInt8]) throws -> Void) throws {
    try ids.findStems()
    let lines = try Statement(
      database,
      "SELECT line FROM staged ORDER BY \(StagedIDs.order), number, date IS NULL, date, line")
    while try lines.step() { try body(lines.bytes(0)) }
  }
}
