import Foundation

/// The standard streams: results go to stdout, everything said about them to stderr.
enum Console {
  static func out(_ line: String) {
    FileHandle.standardOutput.write(Data((line + "\n").utf8))
  }

  /// Progress, summaries and other notes.
  static func note(_ line: String) {
    FileHandle.standardError.write(Data((line + "\n").utf8))
  }

  static func error(_ line: String) { note("verhaal: " + line) }
}
