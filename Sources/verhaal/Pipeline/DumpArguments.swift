import Essentials
import Lexicon
import ReviewIO
import StoryAnalysis

/// The flags that say how dumps are read and analysed, as they were meant.
struct DumpArguments: Sendable {
  let files: [String]
  let run: DumpRun
  let isQuiet: Bool
  /// Whether nothing is said of grades, not even of those that cannot be read.
  let hidesGrades: Bool

  /// - Parameter files: the dumps, where they are not the operands.
  /// - Throws: `UsageError` for values that make no sense, `LexiconError` for a bad lexicon folder.
  init(
    _ arguments: Arguments, files: [String]? = nil, detail: AnalysisDetail = [],
    hidesGrades: Bool = false
  ) throws {
    self.files = files ?? (arguments.operands.isEmpty ? ["-"] : arguments.operands)
    self.hidesGrades = hidesGrades
    isQuiet = arguments.has("quiet")
    if self.files.count(where: { $0 == "-" }) > 1 {
      throw UsageError("stdin (-) can be read only once")
    }
    let analyzer = try arguments.analyzer()
    let cores = ProcessInfo.processInfo.activeProcessorCount
    run = DumpRun(
      analyzer: analyzer, options: try DumpArguments.options(arguments),
      threads: try arguments.number("threads", maximum: 1_024) ?? cores, detail: detail)
  }

  private static func options(_ arguments: Arguments) throws(UsageError) -> ReaderOptions {
    var options = ReaderOptions()
    options.format = arguments["format"].flatMap(DumpFormat.init)
    options.encoding = arguments["encoding"].flatMap(DumpEncoding.init)
    options.sheet = arguments["sheet"]
    options.scale = arguments["scale"].flatMap(RatingScale.init)
    options.textColumns = arguments.all("text")
    options.titleColumn = arguments["title"]
    options.idColumn = arguments["id"]
    options.ratingColumn = arguments["rating"]
    options.dateColumn = arguments["date"]
    options.source = arguments["source"]
    if let delimiter = arguments["delimiter"] {
      let bytes = Array((delimiter == "tab" || delimiter == "\\t" ? "\t" : delimiter).utf8)
      guard bytes.count == 1, let byte = bytes.first, byte < 0x80 else {
        throw UsageError("--delimiter is one character, such as ; or tab")
      }
      options.delimiter = byte
    }
    if let bytes = try arguments.number("max-record-bytes", minimum: 1) {
      options.maximumRecordBytes = bytes
    }
    return options
  }

  /// Reads every file, and says on stderr what was wrong with it.
  ///
  /// - Parameters:
  ///   - countsReviews: whether reviews count as done once they are delivered, or only where they go out.
  ///   - deliver: takes the results in input order with the occurrence of every review.
  /// - Returns: what was read.
  /// - Throws: what `deliver` throws; a file that cannot be read is counted and the others go on.
  func forEachChunk<Payload: Sendable>(
    countsReviews: Bool = true,
    work: @escaping @Sendable (AnalyzedBatch, [ReviewIdentity]) -> Payload,
    deliver: (Payload, [Occurrence]) throws -> Void
  ) async throws -> ReadingReport {
    var report = ReadingReport()
    for file in files {
      var diagnostics = DiagnosticPrinter()
      var progress = Progress(file == "-" ? "stdin" : file, isQuiet: isQuiet)
      var register = IdentityRegister()
      var readRecords = 0
      do {
        let reader = try ReviewReader(path: file, options: run.options)
        noteSharedSource(reader.layout, after: report.layouts)
        report.layouts.append(reader.layout)
        try await run.run(reader, work: work) { result in
          let occurrences = result.identities.map { register.occurrence(of: $0) }
          if !result.diagnostics.isEmpty { progress.clear() }
          for diagnostic in result.diagnostics
          where !hidesGrades || ![.badRating, .ratingOutOfScale].contains(diagnostic.kind) {
            diagnostics.show(diagnostic)
          }
          for (number, occurrence) in occurrences.enumerated()
          where occurrence.isNamed && occurrence.number > 1 {
            diagnostics.showRepeatedID(
              file: reader.layout.place,
              record: reader.number(ofRecord: readRecords + number + 1))
          }
          readRecords += result.recordCount
          try deliver(result.payload, occurrences)
          if countsReviews { Interruption.count(result.recordCount) }
          progress.update(
            reviews: result.recordCount, bytesRead: reader.bytesRead, totalBytes: reader.totalBytes)
        }
        progress.clear()
      } catch let error as InputError {
        progress.clear()
        Console.error(error.description)
        report.failedFiles += 1
      }
      diagnostics.finish(file: file)
      report.recordCount += readRecords
      report.unreadableCount += diagnostics.unreadableCount
    }
    return report
  }

  /// Says that files of one name are one source, in which an id stands for one review.
  private func noteSharedSource(_ layout: DumpLayout, after others: [DumpLayout]) {
    guard !isQuiet, run.options.source == nil,
      let other = others.first(where: { $0.source == layout.source && $0.place != layout.place })
    else { return }
    Console.note(
      "\(Terminal.safe(layout.place)): is of the source ‘\(Terminal.safe(layout.source))’, as "
        + "\(Terminal.safe(other.place)) is: an id in both is one review. hint: --source names "
        + "a source")
  }
}
