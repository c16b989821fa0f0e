import Foundation
import Lexicon
import StoryAnalysis

/// Everything that is measured in one run.
struct Bench {
  let options: BenchOptions
  let input: BenchInput
  let analyzerVersion: String
  private(set) var passages: [Measurement] = []
  private(set) var explain: Measurement
  private(set) var stages: [Measurement] = []
  private(set) var peers: [Measurement] = []
  /// Peers that are not installed.
  private(set) var missing: [String] = []
  private(set) var growth: Growth?
  private(set) var goals: [Goal] = []
  /// What was wrong, with the name of the row.
  private(set) var differences: [String] = []
  /// What is to be known about the expected counts; nil where they were held against those that are kept.
  private(set) var note: String?
  /// What this program itself held at most while it ran the others.
  let ownPeakBytes: Int

  /// - Parameter report: is told what is being done.
  init(_ options: BenchOptions, in folder: String, report: (String) -> Void) throws {
    self.options = options
    let verhaal = options.verhaal ?? Self.besideThis
    let pool = try SentencePool(corpus: options.corpus)
    report("generating \(options.megabytes) MB")
    let input = try BenchInput(
      pool, seed: options.seed, bytes: options.megabytes * 1_000_000, in: folder, allFormats: true)
    self.input = input

    // First what runs by itself: the less is held here, the less is counted with it.
    let ways = Passage.all(input)
    passages = ways.map {
      Measurement(
        $0.name, bytes: $0.bytes, reviews: input.reviewCount,
        count: Text.counted(input.reviewCount, "review"))
    }
    var found = ways.map { _ in [Passage.Found]() }
    for round in 1...options.rounds {
      for (place, way) in ways.enumerated() {
        report("round \(round): \(way.name)")
        let (run, answer) = try way.run(verhaal, in: folder)
        passages[place].add(run)
        if !found[place].contains(answer) { found[place].append(answer) }
      }
    }
    if options.comparesPeers {
      for peer in [SpeedPeer.words] + SpeedPeer.libraries {
        report("peer: \(peer.name)")
        let result = try peer.measure(
          input, python: options.python, rounds: options.rounds, in: folder)
        guard let result else {
          missing.append(peer.name)
          continue
        }
        peers.append(result.measurement)
        if let difference = result.difference { differences.append("\(peer.name): \(difference)") }
      }
    }
    if options.measuresGrowth {
      growth = try Growth(
        pool, seed: options.seed, verhaal: verhaal, rounds: options.rounds, in: folder,
        report: report)
    }
    ownPeakBytes = rusage.ownPeakBytes
    let analyzer = try Analyzer()
    analyzerVersion = analyzer.version
    report("explain")
    let explained = try ExplainRun(
      verhaal, analyzer: analyzer, rounds: options.rounds, in: folder)
    explain = explained.measurement
    differences += explained.differences

    report("reference")
    let reference = Reference(input, analyzer)
    for (way, answers) in zip(ways, found) {
      differences += answers.compactMap {
        $0.difference(from: reference).map { "\(way.name): \($0)" }
      }
    }
    let lines = found.flatMap { $0.compactMap(\.linesHash) }
    for (way, answers) in zip(ways, found)
    where answers.contains(where: { ($0.linesHash ?? lines[0]) != lines[0] }) {
      differences.append("\(way.name): other bytes than \(ways[0].name) writes")
    }
    let expected = ExpectedCounts(
      input: input.fingerprint, analyzer: analyzer.version, lines: lines[0],
      answer: reference.answer, counts: reference.counts)
    if options.updatesExpected { try expected.keep() }
    switch expected.compare(with: try ExpectedCounts.kept()) {
    case .equal: break
    case .differs(let difference): differences.append("reference: \(difference)")
    case .unknown(let reason): note = reason + "; --update-expected keeps these"
    }
    report("stages")
    let inflating = try measureStages(analyzer, reference, verhaal, in: folder)
    if growth != nil {
      report("reference of growth")
      growth?.check(analyzer)
      differences += growth?.differences ?? []
    }
    goals = goals(inflating: inflating)
  }

  /// - Returns: seconds that inflating the dump takes.
  private mutating func measureStages(
    _ analyzer: Analyzer, _ reference: Reference, _ verhaal: String, in folder: String
  ) throws -> Double {
    let counts = reference.counts
    var rows = [
      ("read", counts.records, "record"), ("tokenise", counts.tokens, "token"),
      ("look up", counts.known, "known token"), ("rules", counts.matches, "match"),
      ("model", counts.stories, "story"),
    ].map { name, count, noun in
      Measurement(
        name, bytes: input.bytes, reviews: input.reviewCount,
        count: Text.counted(count, noun))
    }
    var mine = Measurement("mine", bytes: input.bytes, reviews: input.reviewCount)
    var (whole, plain, inflated) = (Double.infinity, Double.infinity, Double.infinity)
    for _ in 0..<options.rounds {
      let run = try StageRun(input.path, analyzer)
      for (place, seconds) in [run.read, run.tokenize, run.lookUp, run.match, run.model]
        .enumerated()
      {
        rows[place].add(seconds: seconds)
      }
      whole = min(whole, run.read + run.analyze)
      // Beside it, as the machine may have been slower or faster before.
      mine.add(try Passage("mine", input.path, bytes: input.bytes).run(verhaal, in: folder).run)
      if let difference = run.counts.difference(from: counts) {
        differences.append("stages: \(difference)")
      }
      plain = min(plain, try StageRun.seconds(reading: input.path))
      if let gzip = input.gzipPath {
        inflated = min(inflated, try StageRun.seconds(reading: gzip))
      }
    }
    var write = Measurement(
      "write", bytes: input.bytes, reviews: input.reviewCount,
      count: Text.counted(input.reviewCount, "line"))
    write.add(seconds: max(0, mine.bestCPU - whole - explain.bestCPU))
    stages = rows + [write]
    return inflated - plain
  }

  /// The figures that are to be reached.
  private func goals(inflating: Double) -> [Goal] {
    var goals: [Goal] = []
    func passage(_ name: String) -> Measurement? { passages.first { $0.name == name } }
    func threads(_ name: String) -> String { name + ", 2 threads" }
    let (json, csv, gzip) = (
      "JSON Lines to JSON Lines", "CSV to JSON Lines", "gzip to JSON Lines"
    )
    guard let one = passage(json), let two = passage(threads(json)), let rows = passage(csv),
      let packed = passage(gzip), let packedOnTwo = passage(threads(gzip)),
      let top = passage("JSON Lines to top \(Reference.topCount)")
    else { return [] }
    // On one core the CPU is compared, which waits for nothing else on the machine.
    if let words = peers.first(where: { $0.name == SpeedPeer.words.name }) {
      goals.append(
        Goal("one core, times as fast as wc -w", words.bestCPU / one.bestCPU, atLeast: 0.4))
    }
    goals.append(Goal("two threads, times as fast as one", one.best / two.best, atLeast: 1.8))
    goals.append(Goal("CSV, times as fast as JSON Lines", one.bestCPU / rows.bestCPU, atLeast: 1))
    goals.append(
      Goal(
        "gzip, of inflating and analysing", packed.bestCPU / (inflating + one.bestCPU),
        atMost: 1.2))
    goals.append(
      Goal(
        "gzip on two threads, of half of both",
        packedOnTwo.best / max(inflating, (inflating + one.best) / 2), atMost: 1.2))
    let peak = (passages + (growth.map { $0.sizes + $0.extremes } ?? [])).compactMap(\.peakBytes)
    goals.append(Goal("peak memory, MB", Double(peak.max() ?? 0) / 1_000_000, atMost: 100))
    goals.append(Goal("explain, ms", explain.best * 1_000, atMost: 15))
    goals.append(Goal("top, times as fast as mine", one.bestCPU / top.bestCPU, atLeast: 1))
    if let growth {
      for size in growth.sizes.dropFirst() {
        goals.append(
          Goal(
            "a byte at \(size.name), times one at \(growth.sizes[0].name)",
            1 + growth.change(of: size), atMost: 1.15))
      }
    }
    return goals
  }

  /// The program in the folder of this one.
  private static var besideThis: String {
    let path = Bundle.main.executablePath ?? CommandLine.arguments[0]
    return URL(fileURLWithPath: path).deletingLastPathComponent()
      .appendingPathComponent("verhaal").path
  }
}
