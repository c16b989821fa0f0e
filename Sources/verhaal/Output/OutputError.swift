import Foundation

/// Results could not be written.
struct OutputError: Error, CustomStringConvertible {
  let path: String
  /// The system's error number at the time.
  let code: Int32

  init(path: String) {
    self.path = path
    code = errno
  }

  var isBrokenPipe: Bool { code == EPIPE }

  var description: String {
    "\(path): cannot be written: \(unsafe String(cString: strerror(code)))"
  }
}
