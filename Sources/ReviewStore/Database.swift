import CSQLite

/// A connection to a SQLite file, for use from one thread at a time.
@safe final class Database {
  /// The file as the caller named it.
  let path: String
  let handle: OpaquePointer

  /// How long another connection is waited for, in milliseconds.
  private static let patience: Int32 = 10_000

  /// What is settled once, before the first connection.
  private static let isSetUp = csqlite_leave_out_statistics() == SQLITE_OK

  /// - Parameter flags: those of `sqlite3_open_v2`.
  /// - Throws: `StoreError` when the file cannot be opened; a file that is no database is only found out by what
  ///   is asked of it.
  init(_ path: String, name: String? = nil, flags: Int32) throws(StoreError) {
    self.path = path
    _ = Database.isSetUp
    var opened: OpaquePointer?
    let code = unsafe sqlite3_open_v2(
      name ?? path, &opened, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nil)
    guard code == SQLITE_OK, let opened = unsafe opened else {
      let message = unsafe String(cString: sqlite3_errmsg(opened))
      unsafe sqlite3_close_v2(opened)
      throw StoreError(code: code, message: message, path: path)
    }
    unsafe handle = opened
    unsafe sqlite3_busy_timeout(handle, Database.patience)
    let distrusted = unsafe csqlite_distrust(handle)
    guard distrusted == SQLITE_OK else { throw failure(distrusted) }
  }

  // A connection with statements left open goes away with the last of them.
  deinit { unsafe sqlite3_close_v2(handle) }

  /// Runs statements that give no rows, or whose rows do not matter.
  func run(_ script: String) throws(StoreError) {
    let code = unsafe sqlite3_exec(handle, script, nil, nil, nil)
    guard code == SQLITE_OK else { throw failure(code) }
  }

  /// The number that a query gives in its first row and column; 0 where it gives none.
  func number(_ query: String, _ values: SQLValue...) throws(StoreError) -> Int64 {
    let statement = try Statement(self, query)
    statement.bind(values)
    return try statement.step() ? statement.integer(0) : 0
  }

  /// Does the work in a transaction that is taken back where it fails.
  func transaction<Result>(
    _ work: () throws(StoreError) -> Result
  ) throws(StoreError) -> Result {
    try run("BEGIN IMMEDIATE")
    do throws(StoreError) {
      let result = try work()
      try run("COMMIT")
      return result
    } catch {
      rollBack()
      throw error
    }
  }

  /// Takes the open transaction back, if there is one.
  func rollBack() {
    // SQLite itself has taken it back after some failures.
    try? run("ROLLBACK")
  }

  var lastRow: Int64 { unsafe sqlite3_last_insert_rowid(handle) }

  /// How many rows the last statement changed.
  var changes: Int { Int(unsafe sqlite3_changes64(handle)) }

  /// What a result code means here.
  func failure(_ code: Int32) -> StoreError {
    StoreError(code: code, message: unsafe String(cString: sqlite3_errmsg(handle)), path: path)
  }
}
