import CSQLite

/// A prepared statement; whoever runs it often keeps it.
///
/// Parameters count from 1, columns from 0, as in SQLite. What is bound is copied, and texts are bound anew for each run.
@safe struct Statement: ~Copyable {
  private let database: Database
  private let handle: OpaquePointer
  private let bound = BoundBytes()

  init(_ database: Database, _ sql: String) throws(StoreError) {
    self.database = database
    var prepared: OpaquePointer?
    let code = unsafe sqlite3_prepare_v3(
      database.handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &prepared, nil)
    guard code == SQLITE_OK, let prepared = unsafe prepared else { throw database.failure(code) }
    unsafe handle = prepared
  }

  deinit { unsafe sqlite3_finalize(handle) }

  // MARK: Running

  /// Goes to the next row.
  ///
  /// - Returns: false at the end; the statement can then be run again.
  func step() throws(StoreError) -> Bool {
    let code = unsafe sqlite3_step(handle)
    if code == SQLITE_ROW { return true }
    guard code == SQLITE_DONE else {
      let failure = database.failure(code)
      reset()
      throw failure
    }
    reset()
    return false
  }

  /// Runs a statement whose rows do not matter.
  func run(_ values: SQLValue...) throws(StoreError) {
    bind(values)
    while try step() {}
  }

  /// Ends a query of which rows are left.
  func reset() {
    unsafe sqlite3_reset(handle)
    bound.removeAll()
  }

  // MARK: Parameters

  func bind(_ values: [SQLValue]) {
    for (index, value) in values.enumerated() {
      switch value {
      case .null: bindNull(index + 1)
      case .integer(let integer): bind(integer, index + 1)
      case .real(let real): bind(real, index + 1)
      case .text(let text): bind(text, index + 1)
      }
    }
  }

  func bindNull(_ index: Int) { unsafe sqlite3_bind_null(handle, Int32(index)) }

  func bind(_ value: Int64, _ index: Int) {
    unsafe sqlite3_bind_int64(handle, Int32(index), value)
  }

  func bind(_ value: Double, _ index: Int) {
    unsafe sqlite3_bind_double(handle, Int32(index), value)
  }

  func bind(_ text: String, _ index: Int) {
    var text = text
    text.withUTF8 { unsafe bindText(UnsafeRawBufferPointer($0), index) }
  }

  /// Binds valid UTF-8.
  func bind(text: Span<UInt8>, _ index: Int) {
    unsafe text.withUnsafeBytes { unsafe bindText($0, index) }
  }

  private func bindText(_ text: UnsafeRawBufferPointer, _ index: Int) {
    // Without an address it would be null, not an empty text.
    guard let base = text.baseAddress else {
      unsafe sqlite3_bind_text(handle, Int32(index), "", 0, nil)
      return
    }
    let kept = unsafe bound.keep(text)
    unsafe sqlite3_bind_text64(
      handle, Int32(index), (kept ?? base).assumingMemoryBound(to: CChar.self), UInt64(text.count),
      kept == nil ? Statement.copied : nil, UInt8(SQLITE_UTF8))
  }

  func bind(blob: Span<UInt8>, _ index: Int) {
    unsafe blob.withUnsafeBytes { blob in
      let kept = unsafe bound.keep(blob)
      _ = unsafe sqlite3_bind_blob64(
        handle, Int32(index), kept ?? blob.baseAddress, UInt64(blob.count),
        kept == nil ? Statement.copied : nil)
    }
  }

  /// SQLITE_TRANSIENT, which C has as a cast.
  static var copied: sqlite3_destructor_type {
    unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
  }

  // MARK: Columns

  var columnCount: Int { Int(unsafe sqlite3_column_count(handle)) }

  func name(_ column: Int) -> String {
    unsafe sqlite3_column_name(handle, Int32(column)).map { unsafe String(cString: $0) } ?? ""
  }

  /// The failure for a row that the program cannot have written.
  func damage(_ what: String) -> StoreError {
    StoreError(
      .damaged, path: database.path, message: "is damaged: \(what)",
      hint: "restore a copy, or import the dumps into a new store")
  }

  func isNull(_ column: Int) -> Bool {
    unsafe sqlite3_column_type(handle, Int32(column)) == SQLITE_NULL
  }

  func integer(_ column: Int) -> Int64 { unsafe sqlite3_column_int64(handle, Int32(column)) }
  func real(_ column: Int) -> Double { unsafe sqlite3_column_double(handle, Int32(column)) }

  func text(_ column: Int) -> String { String(decoding: bytes(column), as: UTF8.self) }
  func optionalText(_ column: Int) -> String? { isNull(column) ? nil : text(column) }

  /// A text or blob as bytes.
  func bytes(_ column: Int) -> [UInt8] {
    guard let start = unsafe sqlite3_column_blob(handle, Int32(column)) else { return [] }
    let count = Int(unsafe sqlite3_column_bytes(handle, Int32(column)))
    return unsafe Array(UnsafeRawBufferPointer(start: start, count: count))
  }
}
