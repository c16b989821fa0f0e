import Essentials

/// The standard streams: results go to stdout, everything said about them to stderr.
enum Console {
  /// - Throws: `OutputError`, also where the reader of a pipe has gone away.
  static func out(_ line: String) throws(OutputError) {
    try OutputFile(nil).write(Array((line + "\n").utf8))
  }

  /// Summaries and other notes.
  static func note(_ line: String) { show(line + "\n") }

  /// What stands on stderr as it is, such as a line that the next one takes the place of.
  static func show(_ text: String) {
    // Nothing can be said about a failure to say something.
    _ = unsafe Array(text.utf8).withUnsafeBytes { unsafe Descriptor.put($0, to: STDERR_FILENO) }
  }

  /// What went wrong; it may name what stands in a dump.
  static func error(_ text: String) { note("verhaal: " + Terminal.safeLines(text)) }
}
