import Foundation

/// The standard streams: results go to stdout, everything said about them to stderr.
enum Console {
  /// - Throws: `OutputError`, also where the reader of a pipe has gone away.
  static func out(_ line: String) throws(OutputError) {
    try OutputFile(nil).write(Array((line + "\n").utf8))
  }

  /// Progress, summaries and other notes.
  static func note(_ line: String) {
    // Nothing can be said about a failure to say something.
    try? FileHandle.standardError.write(contentsOf: Data((line + "\n").utf8))
  }

  /// What went wrong; it may name what stands in a dump.
  static func error(_ text: String) { note("verhaal: " + Terminal.safeLines(text)) }
}
