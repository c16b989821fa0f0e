import Essentials

/// Results could not be written.
struct OutputError: Error, CustomStringConvertible {
  let path: String
  /// The system's error number at the time.
  let code: Int32
  /// Whether a store stands there, which would be lost.
  let isStore: Bool

  init(path: String, isStore: Bool = false) {
    self.path = path
    self.isStore = isStore
    code = errno
  }

  var isBrokenPipe: Bool { !isStore && code == EPIPE }

  var description: String {
    isStore
      ? "\(path): is a store, which would be lost. hint: name another file"
      : "\(path): cannot be written: \(unsafe String(cString: strerror(code))). hint: \(hint)"
  }

  private var hint: String {
    switch code {
    case ENOSPC, EDQUOT: "make room and run it again"
    case EFBIG: "files may not become so large here (ulimit -f); write elsewhere"
    case EACCES, EPERM, EROFS: "ask for permission to write in its folder, or name another place"
    case ENOENT, ENOTDIR: "make the folder first"
    case EISDIR: "name a file in it"
    default: "check the disk or the connection and try again"
    }
  }
}
