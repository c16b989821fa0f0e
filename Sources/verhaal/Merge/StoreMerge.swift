import Essentials
import ReviewIO
import ReviewStore

/// Parts that become one new store, which appears whole or not at all.
struct StoreMerge {
  let parts: [PartFile]
  /// The store to be made.
  let path: String
  let choice: FieldChoice
  let isQuiet: Bool

  /// What was read of the parts.
  private struct Reading {
    var analyzer: String?
    var records = 0
    var unreadable = 0

    /// - Throws: `PartError` where it is not the analyser of the parts before.
    mutating func take(_ version: String, of path: String) throws(PartError) {
      if let analyzer, analyzer != version {
        throw PartError.analyzers(path, version, other: analyzer)
      }
      analyzer = version
    }
  }

  /// - Throws: `PartError`, `StoreError`, `InputError` and `OutputError`; nothing is left behind then.
  func run() throws -> ExitCode {
    try checkTarget()
    let output = try OutputFile(path, isPrivate: true)
    guard let temporary = output.temporaryPath else {
      throw UsageError("--db takes a file, not \(path)")
    }
    guard let (count, reading) = try build(temporary) else { return .failed }
    // What stands beside the file meanwhile may not be left there.
    try Interruption.uninterrupted { try ReviewStore(path: temporary, .writing).settle() }
    try output.finish()
    if !isQuiet { show(count, reading) }
    return .done
  }

  private func checkTarget() throws(PartError) {
    func size(_ path: String) -> Int? {
      var status = stat()
      return unsafe stat(path, &status) == 0 ? Int(status.st_size) : nil
    }
    if let size = size(path), size > 0 || OutputFile.isStream(path) {
      throw PartError(
        path: path, message: "exists already",
        hint: "give it as a part, and another name with --db")
    }
    for suffix in ["-wal", "-journal"] where size(path + suffix) != nil {
      throw PartError(
        path: path + suffix, message: "is left of another store of this name",
        hint: "remove it, or give another name with --db")
    }
  }

  /// - Returns: nil where no record of the parts could be read.
  private func build(_ temporary: String) throws -> (MergeCount, Reading)? {
    let merge = try Interruption.uninterrupted {
      try ReviewMerge(try ReviewStore(path: temporary, .writing))
    }
    var reading = Reading()
    var progress = Progress("merge", isQuiet: isQuiet)
    for part in parts {
      merge.beginPart()
      switch part.kind {
      case .store: try read(store: part.path, into: merge, &reading, &progress)
      case .lines: try read(lines: part.path, into: merge, &reading, &progress)
      case .figures: break
      }
    }
    progress.clear()
    if reading.records > 0 && reading.unreadable == reading.records {
      Console.error("no record of the parts could be read; \(path) was not made")
      return nil
    }
    return (try merge.finish(), reading)
  }

  private func read(
    store path: String, into merge: ReviewMerge, _ reading: inout Reading,
    _ progress: inout Progress
  ) throws {
    let store = try ReviewStore(path: path, .reading)
    let analyzers = try store.analyzers.sorted()
    if analyzers.count > 1 { throw PartError.analyzers(path, analyzers[0], other: analyzers[1]) }
    guard let analyzer = analyzers.first else { return }
    try reading.take(analyzer, of: path)
    var printer = DiagnosticPrinter()
    try store.forEachPart { review, part in
      reading.records += 1
      switch part {
      case .success(let part):
        try merge.add(part, analyzer: analyzer, hash: part.hash)
      case .failure(let flaw):
        progress.clear()
        printer.show(
          .ofPart(.notMined, file: path, record: Int(review), detail: flaw.message))
      }
      progress.update(reviews: 1, bytesRead: 0, totalBytes: nil)
    }
    printer.finish(file: path)
    reading.unreadable += printer.unreadableCount
  }

  private func read(
    lines path: String, into merge: ReviewMerge, _ reading: inout Reading,
    _ progress: inout Progress
  ) throws {
    var printer = DiagnosticPrinter()
    var lines = try LineReader(path: path, limit: PartFile.longestLine)
    var records = 0
    while true {
      let (number, offset) = (lines.count + 1, lines.nextStart)
      let hasNext = try lines.next { line, _ in
        if let line, !line.indices.contains(where: { line[$0] > 0x20 }) { return }
        records += 1
        do {
          guard let line else {
            throw Diagnostic.tooLong(file: path, record: number, limit: PartFile.longestLine)
          }
          let mined = try MinedLine(
            line, choice: choice, file: path, record: number, offset: offset)
          guard case .review(let review, let analyzer) = mined else {
            throw PartError(
              path: "\(path):\(number)", message: "the line lacks text, titleBytes or words",
              hint: "run mine with --with-text or --db")
          }
          try reading.take(analyzer, of: path)
          try merge.add(review, analyzer: analyzer, hash: review.hash)
        } catch let diagnostic as Diagnostic {
          progress.clear()
          printer.show(diagnostic)
        }
        progress.update(reviews: 1, bytesRead: 0, totalBytes: nil)
      }
      if !hasNext { break }
    }
    printer.finish(file: path)
    if records > 0 && printer.unreadableCount == records && !printer.hasKeptErrors {
      throw PartError(
        path: path, message: "holds nothing that mine has written",
        hint: "give stores of mine --db, or lines of mine --with-text")
    }
    reading.records += records
    reading.unreadable += printer.unreadableCount
  }

  private func show(_ count: MergeCount, _ reading: Reading) {
    Console.note(
      "merged \(Number.counted(parts.count, "part")) into \(Terminal.safe(path)): "
        + Number.counted(count.reviews, "review"))
    var notes: [String] = []
    if count.joined > 0 { notes.append("\(Number.grouped(count.joined)) joined as the same") }
    if count.renumbered > 0 { notes.append("\(Number.grouped(count.renumbered)) numbered anew") }
    if reading.unreadable > 0 { notes.append("\(Number.grouped(reading.unreadable)) unreadable") }
    if !notes.isEmpty { Console.note(notes.joined(separator: ", ")) }
  }
}

extension PartReview {
  /// The hash that its id is made of; nil where the id is its own.
  fileprivate var hash: String? {
    guard let hashed = HashedID(id) else { return nil }
    let bytes = text + Array((date ?? "").utf8)
    let content = Fingerprint.content(
      bytes.span, text: 0..<text.count, date: text.count..<bytes.count)
    return Fingerprint.hexadecimal(content) == hashed.hash ? hashed.hash : nil
  }
}
