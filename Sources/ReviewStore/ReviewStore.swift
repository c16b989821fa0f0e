import CSQLite
import Essentials

/// A SQLite file with reviews, their analyses and their moments.
///
/// Many may read it while one writes. For use from one thread at a time.
public final class ReviewStore {
  /// What a store is opened for.
  public enum Access: Sendable {
    /// The file must be there and is not changed, unless it is of an older version.
    case reading
    /// The file is made where it is not there, readable by its owner alone.
    case writing
  }

  /// The file as the caller named it.
  public let path: String
  /// Whether opening made the file.
  public let isNew: Bool
  let database: Database

  /// Opens a store, and brings one of an older version up to date.
  ///
  /// - Throws: `StoreError` for a file that is no store, is of a newer version, or cannot be opened.
  public init(path: String, _ access: Access) throws(StoreError) {
    self.path = path
    guard sqlite3_libversion_number() >= ReviewStore.oldestLibrary else {
      throw StoreError(
        .oldLibrary, path: path,
        message: "SQLite 3.37 is needed, this is \(unsafe String(cString: sqlite3_libversion()))",
        hint: "install a newer libsqlite3")
    }
    switch access {
    case .reading:
      isNew = false
      guard Self.fileExists(path) else { throw Self.missing(path) }
      database = try Self.openForReading(path)
      try Self.check(database)
      if try database.number("PRAGMA user_version") < Schema.version {
        try Self.bringUpToDate(database)
      }
      // It is opened for writing only so that nothing stays behind when it is closed.
      try database.run("PRAGMA query_only = ON; PRAGMA cache_size = -65536")
    case .writing:
      isNew = Self.makeFile(path)
      do throws(StoreError) {
        database = try Database(path, flags: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)
        try Self.check(database, mayBeEmpty: true)
        try Self.prepare(database)
      } catch {
        if isNew { Self.removeFiles(path) }
        throw error
      }
      try finishPurge()
    }
  }

  /// Whether a file begins as a SQLite file does.
  public static func isStore(_ path: String) -> Bool {
    var status = stat()
    guard unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return false }
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var head = [UInt8](repeating: 0, count: 16)
    return unsafe read(descriptor, &head, head.count) == head.count
      && head == Array("SQLite format 3\0".utf8)
  }

  /// Brings everything into the file itself, so that nothing waits beside it; done when the work on a store ends.
  public func settle() throws(StoreError) {
    // Where others are reading, a part waits until one of them is the last.
    try database.run("PRAGMA wal_checkpoint(TRUNCATE)")
  }

  /// Removes the file again, where opening made it and nothing came of it.
  public func discardNew() {
    guard isNew, (try? count) == 0 else { return }
    Self.removeFiles(path)
  }

  /// The number of reviews.
  public var count: Int {
    get throws(StoreError) { Int(try database.number("SELECT count(*) FROM review")) }
  }

  /// The versions of the analysers whose verdicts stand in it, in no order.
  public var analyzers: [String] {
    get throws(StoreError) {
      let statement = try Statement(
        database,
        "SELECT version FROM analyzer WHERE analyzer IN (SELECT DISTINCT analyzer FROM review)")
      var versions: [String] = []
      while try statement.step() { versions.append(statement.text(0)) }
      return versions
    }
  }

  // MARK: Opening

  /// The first version with STRICT tables.
  private static let oldestLibrary: Int32 = 3_037_000

  private static func missing(_ path: String) -> StoreError {
    StoreError(
      .missing, path: path, message: "there is no such file",
      hint: "make a store with verhaal mine DUMP --db \(path)")
  }

  private static func fileExists(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0
  }

  /// Makes the file if it is not there; SQLite gives the files beside it the same mode.
  private static func makeFile(_ path: String) -> Bool {
    let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    if descriptor >= 0 {
      close(descriptor)
      return true
    }
    var status = stat()
    // An empty file becomes a store too.
    if unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size == 0 {
      unsafe chmod(path, 0o600)
    }
    return false
  }

  private static func removeFiles(_ path: String) {
    for suffix in ["", "-wal", "-shm"] { unsafe unlink(path + suffix) }
  }

  private static func openForReading(_ path: String) throws(StoreError) -> Database {
    do throws(StoreError) {
      let database = try Database(path, flags: SQLITE_OPEN_READWRITE)
      _ = try database.number("PRAGMA schema_version")
      return database
    } catch {
      guard error.kind == .cannotOpen || error.kind == .readOnly else { throw error }
      // In a folder that cannot be written nobody else writes it either; only what stands beside it would be missed.
      var log = stat()
      guard unsafe stat(path + "-wal", &log) != 0 || log.st_size == 0 else {
        throw StoreError(
          .readOnly, path: path,
          message: "its last changes stand in \(path)-wal, which cannot be used here",
          hint: "copy both to a folder that can be written")
      }
      return try Database(
        path, name: "file:\(percentEncoded(path))?immutable=1",
        flags: SQLITE_OPEN_READONLY | SQLITE_OPEN_URI)
    }
  }

  private static func percentEncoded(_ path: String) -> String {
    var encoded = ""
    for byte in path.utf8 {
      if (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == UInt8(ascii: "/") {
        encoded.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        encoded += "%" + hexadecimal(byte)
      }
    }
    return encoded
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16)
  }

  /// Refuses what is no store or is of a newer version.
  private static func check(
    _ database: Database, mayBeEmpty: Bool = false
  ) throws(StoreError) {
    let id = try database.number("PRAGMA application_id")
    let version = try database.number("PRAGMA user_version")
    if id == Schema.applicationID {
      guard version >= 0 else {
        throw StoreError(
          .damaged, path: database.path, message: "is damaged: its version is \(version)",
          hint: "restore a copy, or import the dumps into a new store")
      }
      guard version <= Schema.version else {
        throw StoreError(
          .newerVersion, path: database.path,
          message:
            "the store has version \(version), and this program knows up to \(Schema.version)",
          hint: "install a newer verhaal, or import the dumps into a new store")
      }
      return try Schema.check(database, version: version)
    }
    let tables = try database.number("SELECT count(*) FROM sqlite_schema")
    guard mayBeEmpty, id == 0, tables == 0 else {
      throw StoreError(
        .notAStore, path: database.path, message: "is no store, but another SQLite database",
        hint: "give a file that mine --db has made, or a new name")
    }
  }

  /// What the log beside a store keeps of the room that one step took, as when the full-text index merges large parts.
  private static let journalBytes = 128 << 20

  /// Sets the connection up for writing, in a file that is up to date.
  private static func prepare(_ database: Database) throws(StoreError) {
    // Larger pages than usual take a tenth less time to fill: texts fit in them. Only a new file gets them.
    try database.run(
      """
      PRAGMA page_size = 16384;
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = NORMAL;
      PRAGMA foreign_keys = ON;
      PRAGMA secure_delete = FAST;
      PRAGMA cache_size = -16384;
      PRAGMA wal_autocheckpoint = 2000;
      PRAGMA journal_size_limit = \(journalBytes);
      """)
    try bringUpToDate(database)
  }

  /// Runs the migrations that the file has not had.
  private static func bringUpToDate(_ database: Database) throws(StoreError) {
    guard try database.number("PRAGMA user_version") < Schema.version else { return }
    try database.defineSignature()
    try database.transaction { () throws(StoreError) in
      // Another one may have done it in the meantime.
      let version = try database.number("PRAGMA user_version")
      guard version < Schema.version else { return }
      for migration in Schema.migrations[Int(version)...] { try database.run(migration) }
      try database.run(
        """
        PRAGMA application_id = \(Schema.applicationID);
        PRAGMA user_version = \(Schema.version);
        """)
    }
    // So that the file itself says what it is.
    try database.run("PRAGMA wal_checkpoint(PASSIVE)")
  }
}
