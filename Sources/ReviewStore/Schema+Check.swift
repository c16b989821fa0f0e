import CSQLite

extension Schema {
  /// Refuses a file in which something else goes by the name of a table, index or view of ours.
  ///
  /// A view in the place of a table could make any query endless. What others put beside is left alone: it is not read,
  /// and its triggers do not run.
  ///
  /// - Parameter version: the migrations that the file has had.
  static func check(_ database: Database, version: Int64) throws(StoreError) {
    let model = try Database(":memory:", flags: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)
    try model.defineSignature()
    for migration in migrations[..<Int(version)] { try model.run(migration) }
    let found = try objects(of: database)
    for (name, expected) in try objects(of: model).sorted(by: { $0.key < $1.key })
    where found[name] != expected {
      throw StoreError(
        .damaged, path: database.path,
        message: "is damaged: ‘\(name)’ is not the \(expected.type) that mine --db makes",
        hint: "restore a copy, or import the dumps into a new store")
    }
  }

  private struct Object: Equatable {
    let type: String
    let sql: String
  }

  /// What the schema of a file holds, by name.
  private static func objects(of database: Database) throws(StoreError) -> [String: Object] {
    let statement = try Statement(
      database, "SELECT name, type, sql FROM sqlite_schema WHERE sql IS NOT NULL")
    var objects: [String: Object] = [:]
    while try statement.step() {
      let name = statement.text(0)
      // The tables in which an index keeps itself are as the version of SQLite has made them.
      let isInner = ["text_search_", "moment_search_"].contains { name.hasPrefix($0) }
      let sql = statement.text(2)
      objects[name] = Object(
        type: statement.text(1),
        sql: isInner ? String(sql.prefix { $0 != "'" && $0 != "\"" && $0 != "(" }) : sql)
    }
    return objects
  }
}
