import ReviewIO

/// What became of the files of a run.
struct ReadingReport {
  var layouts: [DumpLayout] = []
  var recordCount = 0
  var unreadableCount = 0
  var failedFiles = 0

  /// Failed when a file could not be read, or when nothing of a non-empty input could.
  var exitCode: ExitCode {
    failedFiles > 0 || (recordCount > 0 && unreadableCount == recordCount) ? .failed : .done
  }
}
