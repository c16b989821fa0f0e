import Foundation
import StoryAnalysis

/// What the program takes at growing sizes, and for input that nobody expects.
struct Growth {
  /// Of JSON Lines to JSON Lines on one core, the smaller dumps first.
  private(set) var sizes: [Measurement] = []
  private(set) var extremes: [Measurement] = []
  /// What was wrong, with the name of the row.
  private(set) var differences: [String] = []

  /// How much more or less a byte takes than in the first dump, as a share; the CPU counts, which waits for no one.
  func change(of size: Measurement) -> Double {
    guard let first = sizes.first else { return .nan }
    return first.ratePerCPU / size.ratePerCPU - 1
  }

  private static let megabytes = [10, 100, 1000]
  /// What the dumps of the sizes gave.
  private var found: [(input: BenchInput, answers: [Passage.Found])] = []

  /// - Parameter report: is told what is being done.
  init(
    _ pool: SentencePool, seed: UInt64, verhaal: String, rounds: Int,
    in folder: String, report: (String) -> Void
  ) throws {
    let folder = folder + "/growth"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for size in Self.megabytes {
      report("growth, \(size) MB")
      let input = try BenchInput(
        pool, seed: seed, bytes: size * 1_000_000, in: folder, allFormats: false)
      let passage = Passage("\(Text.grouped(size)) MB", input.path, bytes: input.bytes)
      var measurement = Measurement(
        passage.name, bytes: input.bytes, reviews: input.reviewCount,
        count: Text.counted(input.reviewCount, "review"))
      var answers: [Passage.Found] = []
      for _ in 0..<rounds {
        let (run, answer) = try passage.run(verhaal, in: folder)
        measurement.add(run)
        if !answers.contains(answer) { answers.append(answer) }
      }
      sizes.append(measurement)
      found.append((input, answers))
    }
    for extreme in Extreme.all {
      report("growth, \(extreme.name)")
      try measure(extreme, verhaal, in: folder)
    }
  }

  /// Holds what was found against the reference; afterwards, as this program then holds more.
  mutating func check(_ analyzer: Analyzer) {
    for (size, (input, answers)) in zip(sizes, found) {
      let reference = Reference(input, analyzer)
      differences += answers.compactMap {
        $0.difference(from: reference).map { "\(size.name): \($0)" }
      }
    }
  }

  private mutating func measure(_ extreme: Extreme, _ verhaal: String, in folder: String) throws {
    let (path, output) = (folder + "/extreme.jsonl", folder + "/written")
    let file = try FileHandle.writing(path)
    let bytes = try extreme.write(to: file)
    try file.close()
    let run = try ChildRun(verhaal, ["mine", "-q", "--threads", "1", path], output: output)
    var (lines, stories) = (0, 0)
    let written = try FileHandle(forReadingFrom: URL(fileURLWithPath: output))
    while let block = try written.read(upToCount: 1 << 20), !block.isEmpty {
      lines += block.count { $0 == UInt8(ascii: "\n") }
    }
    if extreme.lines > 0 {
      stories = try Answer(of: output, .jsonl).stories
    }
    var measurement = Measurement(
      extreme.name, bytes: bytes, reviews: extreme.lines,
      count: extreme.lines == 0 ? "refused" : Text.counted(lines, "line"))
    measurement.add(run)
    extremes.append(measurement)
    if run.status != extreme.status {
      differences.append(
        "\(extreme.name): exit code: expected \(extreme.status), found \(run.status)")
    }
    if lines != extreme.lines {
      differences.append("\(extreme.name): lines: expected \(extreme.lines), found \(lines)")
    }
    if extreme.isEmpty && stories > 0 {
      differences.append("\(extreme.name): stories: expected 0, found \(stories)")
    }
  }
}
