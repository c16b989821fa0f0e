import ReviewIO
import ReviewStore

/// What became of the input of figures.
struct FigureReading {
  /// The sources of the dumps that could be read, or those of the store.
  let sources: [String]
  let unreadableCount: Int
  let exitCode: ExitCode
  private let store: ReviewStore?
  private let report: ReadingReport?

  init(_ report: ReadingReport) {
    sources = report.layouts.map(\.source)
    unreadableCount = report.unreadableCount
    exitCode = report.exitCode
    store = nil
    self.report = report
  }

  init(_ store: ReviewStore) throws(StoreError) {
    sources = try store.sources
    // What could not be read is not in it.
    unreadableCount = 0
    exitCode = .done
    self.store = store
    report = nil
  }

  /// Whether nothing could be read; a store without reviews was.
  var isEmpty: Bool { store == nil && sources.isEmpty }

  /// The columns without a role of their own.
  var fieldNames: [String] {
    get throws(StoreError) {
      if let store { return try store.fieldNames }
      return report?.fieldNames ?? []
    }
  }
}
