import Lexicon
import ReviewIO
import ReviewStore
import StoryAnalysis

/// A store that reviews are imported into, from its opening to what is said about it.
///
/// Whoever changes the store does it uninterrupted, since a signal closes it on another thread.
@safe final class StoreImport: @unchecked Sendable {
  private let store: ReviewStore
  private let writer: ReviewImport
  private let run: DumpRun
  private let choice: FieldChoice
  private var leftOut: Set<String> = []
  private var permissions = PermissionCount()
  /// What a signal does meanwhile.
  private var ending: Int?

  init(_ path: String, run: DumpRun, choice: FieldChoice) throws(StoreError) {
    store = try ReviewStore(path: path, .writing)
    writer = try ReviewImport(store)
    self.run = run
    self.choice = choice
    ending = Interruption.begin { [weak self] in self?.end() }
  }

  deinit { if let ending { Interruption.end(ending) } }

  func add(_ chunk: StoredChunk, _ occurrences: [Occurrence]) throws(StoreError) {
    leftOut.formUnion(chunk.leftOut)
    permissions.add(chunk.permissions)
    let suffixes = chunk.stored.map { occurrences[$0].suffix }
    try Interruption.uninterrupted { () throws(StoreError) in
      try writer.add(chunk.rows, suffixes: suffixes)
    }
  }

  /// Reviews that are read together, to be analysed anew.
  private static let blockSize = 1_000

  /// Analyses every review of the store anew.
  func refresh() async throws {
    var last: Int64 = 0
    while true {
      var blocks: [StoredTexts] = []
      for _ in 0..<run.threads {
        let block = try Interruption.uninterrupted {
          try store.texts(after: last, most: Self.blockSize)
        }
        guard let end = block.reviews.last else { break }
        blocks.append(block)
        last = end
      }
      if blocks.isEmpty { return }
      let analyzer = run.analyzer
      let analyses = await withTaskGroup(of: (Int, [Analysis]).self) { group in
        for (number, block) in blocks.enumerated() {
          group.addTask { (number, analyzer.analyze(block.bytes, texts: block.texts)) }
        }
        var analyses = [[Analysis]](repeating: [], count: blocks.count)
        for await (number, result) in group { analyses[number] = result }
        return analyses
      }
      for (block, results) in zip(blocks, analyses) {
        try Interruption.uninterrupted {
          try writer.replace(block, with: results, version: analyzer.version)
        }
      }
    }
  }

  /// Removes a store that was made for an import of which nothing came.
  func discardNew() { store.discardNew() }

  /// Commits what is left and brings it into the file itself.
  func finish() throws(StoreError) {
    try Interruption.uninterrupted { () throws(StoreError) in try close() }
  }

  private func close() throws(StoreError) {
    try writer.finish()
    try store.settle()
  }

  /// Keeps what is stored already, where a signal ends the import.
  private func end() -> String? {
    do {
      try close()
    } catch {
      // What was committed before stays; the next one who opens the store takes the rest back.
      return error.description
    }
    store.discardNew()
    return "\(counts); the same command again does the rest"
  }

  /// How many reviews were stored.
  private var counts: String {
    let count = writer.count
    var parts = ["\(Number.grouped(count.new)) new", "\(Number.grouped(count.changed)) changed"]
    parts.append("\(Number.grouped(count.unchanged)) unchanged")
    if count.analyzedAnew > 0 {
      parts.append("\(Number.grouped(count.analyzedAnew)) analysed anew")
    }
    return "stored in \(store.path): " + parts.joined(separator: ", ")
  }

  /// What became of the reviews and of their fields, a line each.
  func summary(_ report: ReadingReport) -> [String] {
    var lines = [counts]
    if !leftOut.isEmpty {
      let names = leftOut.sorted().map(Terminal.safe).joined(separator: ", ")
      lines.append("not stored, as personal: \(names) (--keep-field NAME stores a field)")
    }
    if let said = permissions.summary { lines.append(said) }
    let unused = choice.unused(report.layouts).map(Terminal.safe)
    if !unused.isEmpty && !report.layouts.isEmpty {
      lines.append("--keep-field: no dump has \(unused.joined(separator: ", "))")
    }
    return lines
  }
}
