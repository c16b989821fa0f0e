import ReviewIO
import StoryAnalysis

/// Reads dumps, analyses their chunks on several threads and hands the results on in input order.
///
/// What is handed on depends on the input alone, not on threads or chunks. At most a few chunks are
/// held at a time.
struct DumpRun: Sendable {
  let analyzer: Analyzer
  let options: ReaderOptions
  let threads: Int
  var detail: AnalysisDetail = []

  /// What became of one chunk.
  struct Result<Payload: Sendable>: Sendable {
    let payload: Payload
    let identities: [ReviewIdentity]
    let diagnostics: [Diagnostic]
    let recordCount: Int
  }

  /// Reads one dump from its start to its end.
  ///
  /// - Parameters:
  ///   - reader: the opened dump.
  ///   - work: turns an analysed chunk into what is to be handed on; runs on any thread.
  ///   - deliver: takes the results in input order, on the calling task.
  /// - Throws: `InputError` when the dump cannot be read any further (what came before has been
  ///   delivered), and what `deliver` throws.
  func run<Payload: Sendable>(
    _ reader: ReviewReader,
    work: @escaping @Sendable (AnalyzedBatch, [ReviewIdentity]) -> Payload,
    deliver: (Result<Payload>) throws -> Void
  ) async throws {
    let layout = reader.layout
    let parser = RecordParser(layout: layout, options: options)
    let analyzer = analyzer
    let detail = detail
    let process: @Sendable (DumpChunk) -> Result<Payload> = { chunk in
      let batch = AnalyzedBatch(
        parser.parse(chunk), layout: layout, analyzer: analyzer, detail: detail)
      let identities = batch.reviews.reviews.map { batch.identity(of: $0) }
      return Result(
        payload: work(batch, identities), identities: identities,
        diagnostics: batch.reviews.diagnostics, recordCount: batch.reviews.recordCount)
    }
    keepFreedMemory()
    if threads == 1 {
      while let chunk = try reader.nextChunk() { try deliver(process(chunk)) }
    } else {
      try await runConcurrently(reader, process, deliver)
    }
  }

  /// Makes the allocator keep what one chunk frees for the next.
  ///
  /// glibc gives memory back to the system after every chunk, and takes it again page by page, until it has seen one
  /// block of such a size come and go (mallopt(3), M_MMAP_THRESHOLD): it saves 4 to 7 % of the time. The block is never
  /// touched and takes no memory.
  private func keepFreedMemory() {
    var block: [UInt8] = []
    block.reserveCapacity(DumpRun.keptBytes)
    withExtendedLifetime(block) {}
  }

  private static let keptBytes = 24 << 20

  private func runConcurrently<Payload: Sendable>(
    _ reader: ReviewReader, _ process: @escaping @Sendable (DumpChunk) -> Result<Payload>,
    _ deliver: (Result<Payload>) throws -> Void
  ) async throws {
    try await withThrowingTaskGroup(of: (Int, Result<Payload>).self) { group in
      var waiting: [Int: Result<Payload>] = [:]
      var issued = 0
      var delivered = 0
      var failure: InputError?
      var isAtEnd = false
      while true {
        // A slow chunk holds later results back: counting those too keeps memory bounded.
        reading: while !isAtEnd && issued - delivered < threads + 2 {
          do throws(InputError) {
            // What is done is not kept back while nothing comes.
            switch try reader.next(waits: issued == delivered) {
            case .chunk(let chunk):
              let number = issued
              group.addTask { (number, process(chunk)) }
              issued += 1
            case .pause: break reading
            case .end: isAtEnd = true
            }
          } catch {
            failure = error
            isAtEnd = true
          }
        }
        if let next = waiting.removeValue(forKey: delivered) {
          // One at a time, so that the other threads have work while it is taken in.
          try deliver(next)
          delivered += 1
          continue
        }
        guard let (number, result) = try await group.next() else { break }
        waiting[number] = result
      }
      if let failure { throw failure }
    }
  }
}
