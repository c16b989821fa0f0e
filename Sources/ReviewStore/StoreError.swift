import CSQLite

/// Why a store cannot be opened, read or written.
public struct StoreError: Error, Sendable, CustomStringConvertible {
  /// The groups of failures a caller may tell apart.
  public enum Kind: String, Sendable {
    case missing, cannotOpen, notAStore, newerVersion, oldLibrary
    case locked, diskFull, readOnly, damaged, failed
  }

  /// The group of failures it belongs to.
  public let kind: Kind
  /// The store as the caller named it.
  public let path: String
  /// What is wrong, with SQLite's own message where there is one.
  public let message: String
  /// What to do about it.
  public let hint: String

  /// One line: file, what is wrong and what to do.
  public var description: String { "\(path): \(message). hint: \(hint)" }

  init(_ kind: Kind, path: String, message: String, hint: String) {
    self.kind = kind
    self.path = path
    self.message = message
    self.hint = hint
  }

  /// A failure that SQLite reports with a result code, extended or not, and a message.
  init(code: Int32, message: String, path: String) {
    let (kind, what, hint): (Kind, String, String) =
      switch code & 0xff {
      case SQLITE_BUSY, SQLITE_LOCKED:
        (.locked, "is locked by another import", "wait until that one has ended and try again")
      case SQLITE_NOTADB:
        (.notAStore, "is no store", "give a file that mine --db has made, or a new name")
      case SQLITE_FULL:
        (.diskFull, "the disk is full", "make room and run it again: what was imported stays")
      case SQLITE_READONLY, SQLITE_PERM:
        (.readOnly, "cannot be written", "ask for permission to write the file and its folder")
      case SQLITE_CANTOPEN:
        (.cannotOpen, "cannot be opened", "check the name, the folder and the permissions")
      case SQLITE_CORRUPT:
        (.damaged, "is damaged", "restore a copy, or import the dumps into a new store")
      case SQLITE_IOERR:
        (.failed, "cannot be read or written", "check the disk or the connection and try again")
      default: (.failed, "the store failed", "check it with sqlite3 and PRAGMA integrity_check")
      }
    self.init(kind, path: path, message: "\(what) (SQLite: \(message))", hint: hint)
  }
}
