import Essentials
import ReviewIO
import ReviewStore

/// A part and what it is, told by its first bytes.
struct PartFile {
  enum Kind {
    /// A store that `mine --db` has made.
    case store
    /// The lines of `mine --with-text`.
    case lines
    /// Figures of `stats --json`.
    case figures
  }

  let path: String
  let kind: Kind

  /// The longest line that is read, in bytes: a review of 16 MiB with escapes and its moments.
  static let longestLine = 128 << 20

  /// - Parameter assumed: what it is where that cannot be looked at beforehand, as of a pipe, or where it is empty.
  /// - Throws: `InputError` where it cannot be read.
  init(path: String, assumed: Kind) throws {
    self.path = path
    if ReviewStore.isStore(path) {
      kind = .store
    } else if OutputFile.isStream(path) {
      kind = assumed
    } else {
      var found = assumed
      var reader = try LineReader(path: path, limit: PartFile.longestLine)
      _ = try reader.next { line, _ in
        guard let line, line.count > 0 else { return }
        found = FigurePart.begins(line) ? .figures : .lines
      }
      kind = found
    }
  }

  /// Refuses a file that is given twice, also by another name.
  static func checkDistinct(_ paths: [String]) throws(UsageError) {
    var seen: [[UInt64]: String] = [:]
    for path in paths {
      var key: [UInt64] = []
      if path != "-" {
        var status = stat()
        guard unsafe stat(path, &status) == 0 else { continue }
        key = [
          UInt64(truncatingIfNeeded: status.st_dev), UInt64(truncatingIfNeeded: status.st_ino),
        ]
      }
      if let other = seen.updateValue(path, forKey: key) {
        throw UsageError(
          "\(path) and \(other) are the same part: its reviews would count twice",
          hint: "give each once")
      }
    }
  }
}
