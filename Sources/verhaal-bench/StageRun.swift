import Foundation
import ReviewIO
import StoryAnalysis

/// The stages of an analysis on one core, timed within one process on the blocks that the program uses.
///
/// The time is that of the thread on the CPU.
struct StageRun {
  private(set) var counts = StageCounts()
  /// Seconds of each.
  private(set) var read = 0.0
  private(set) var tokenize = 0.0
  private(set) var lookUp = 0.0
  private(set) var match = 0.0
  /// The whole analysis, in which the three before come once more.
  private(set) var analyze = 0.0

  /// What is left of an analysis without its first steps: evaluations, scores, moments.
  var model: Double { analyze - tokenize - lookUp - match }

  /// - Throws: `InputError` where the dump cannot be read.
  init(_ path: String, _ analyzer: Analyzer) throws {
    Self.keepFreedMemory()
    func time(_ total: inout Double, _ work: () throws -> Void) rethrows {
      let start = Self.now
      try work()
      total += Self.now - start
    }
    let options = ReaderOptions()
    let reader = try ReviewReader(path: path, options: options)
    let parser = RecordParser(layout: reader.layout, options: options)
    var steps = AnalysisSteps(analyzer)
    while true {
      var batch: ReviewBatch?
      try time(&read) { batch = try reader.nextChunk().map(parser.parse) }
      guard let batch else { break }
      let texts = batch.reviews.map {
        AnalyzedText(range: $0.text.range, titleLength: $0.titleLength)
      }
      var rest = texts[...]
      while !rest.isEmpty {
        let block = Analyzer.block(of: rest)
        rest = rest[block.endIndex...]
        time(&tokenize) { steps.tokenize(block, in: batch.bytes) }
        time(&lookUp) { steps.lookUp(in: batch.bytes) }
        time(&match) { steps.match() }
        counts.add(steps)
      }
      time(&analyze) {
        for analysis in analyzer.analyze(batch.bytes, texts: texts) { counts.add(analysis) }
      }
    }
  }

  /// Seconds that reading takes without anything else.
  static func seconds(reading path: String) throws -> Double {
    let start = now
    let reader = try ReviewReader(path: path, options: ReaderOptions())
    let parser = RecordParser(layout: reader.layout, options: ReaderOptions())
    while let chunk = try reader.nextChunk() { _ = parser.parse(chunk) }
    return now - start
  }

  private static var now: Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1_000_000_000
  }

  /// As the program does: glibc gives less back to the system once it has seen so large a block.
  private static func keepFreedMemory() {
    var block: [UInt8] = []
    block.reserveCapacity(24 << 20)
    withExtendedLifetime(block) {}
  }
}
