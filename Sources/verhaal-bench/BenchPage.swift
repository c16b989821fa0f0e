import Foundation

/// What was measured, for people or for programs.
struct BenchPage {
  let bench: Bench

  var text: String {
    let isMarkdown = bench.options.format == .markdown
    var parts: [[String]] = [[heading]]
    parts.append(table("end to end", bench.passages, isMarkdown))
    parts.append(stageTable(isMarkdown))
    if let growth = bench.growth { parts.append(growthTable(growth, isMarkdown)) }
    if bench.options.comparesPeers { parts.append(peerTable(isMarkdown)) }
    parts.append(goalTable(isMarkdown))
    var remarks = [
      "explain: \(milliseconds(bench.explain.best)) ms at best, "
        + "\(milliseconds(bench.explain.median)) ms as a rule, of \(bench.explain.seconds.count) calls",
      "peak: what is below \(Text.megabytes(Double(bench.ownPeakBytes))) MB is not seen",
    ]
    if !bench.missing.isEmpty {
      remarks.append("not installed: " + bench.missing.joined(separator: ", "))
    }
    if let note = bench.note { remarks.append("counts: " + note) }
    parts.append(isMarkdown ? [remarks.joined(separator: "; ")] : remarks)
    return parts.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  /// The same as JSON.
  ///
  /// - Throws: what the encoder says.
  func json() throws -> String {
    struct Whole: Encodable {
      let analyzer: String
      let reviews: Int
      let bytes: Int
      let passages: [Measurement]
      let explain: Measurement
      let stages: [Measurement]
      let peers: [Measurement]
      let missing: [String]
      let sizes: [Measurement]
      let extremes: [Measurement]
      let goals: [Goal]
      let differences: [String]
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    let whole = Whole(
      analyzer: bench.analyzerVersion, reviews: bench.input.reviewCount, bytes: bench.input.bytes,
      passages: bench.passages, explain: bench.explain, stages: bench.stages, peers: bench.peers,
      missing: bench.missing, sizes: bench.growth?.sizes ?? [],
      extremes: bench.growth?.extremes ?? [], goals: bench.goals, differences: bench.differences)
    return String(decoding: try encoder.encode(whole), as: UTF8.self) + "\n"
  }

  private var heading: String {
    "\(Text.megabytes(Double(bench.input.bytes))) MB of JSON Lines, "
      + "\(Text.megabytes(Double(bench.input.textBytes))) MB of it text, "
      + Text.counted(bench.input.reviewCount, "review")
      + "; analyser \(bench.analyzerVersion); the best of "
      + Text.counted(bench.options.rounds, "round")
  }

  private func table(_ name: String, _ rows: [Measurement], _ isMarkdown: Bool) -> [String] {
    var table = Table(
      headings: [name, "MB/s", "reviews/s", "seconds", "spread", "CPU", "peak MB", "count"])
    table.rows = rows.map { cells($0) + [$0.count] }
    return table.lines(asMarkdown: isMarkdown)
  }

  private func cells(_ row: Measurement) -> [String] {
    [
      row.name, rate(row), Text.decimal(Double(row.reviews) / row.best, 0),
      Text.decimal(row.best, 2), percent(row.spread), Text.decimal(row.bestCPU, 2),
      row.peakBytes.map { Text.megabytes(Double($0)) } ?? "-",
    ]
  }

  private func stageTable(_ isMarkdown: Bool) -> [String] {
    var table = Table(headings: ["stage", "MB/s", "reviews/s", "seconds", "share", "count"])
    let whole = bench.stages.reduce(0) { $0 + $1.best }
    table.rows = bench.stages.map { row in
      [
        row.name, rate(row), Text.decimal(Double(row.reviews) / row.best, 0),
        Text.decimal(row.best, 2), percent(row.best / whole), row.count,
      ]
    }
    return table.lines(asMarkdown: isMarkdown)
  }

  private func growthTable(_ growth: Growth, _ isMarkdown: Bool) -> [String] {
    var table = Table(
      headings: [
        "growth", "MB/s", "reviews/s", "seconds", "spread", "CPU", "peak MB", "per byte", "count",
      ])
    table.rows = growth.sizes.map { cells($0) + [percent(growth.change(of: $0)), $0.count] }
    table.rows += growth.extremes.map { cells($0) + ["-", $0.count] }
    return table.lines(asMarkdown: isMarkdown)
  }

  private func peerTable(_ isMarkdown: Bool) -> [String] {
    var table = Table(headings: ["peer", "MB/s", "reviews/s", "MB", "verhaal is", "count"])
    table.rows = bench.peers.map { row in
      [
        row.name, rate(row), Text.decimal(Double(row.reviews) / row.best, 0),
        Text.megabytes(Double(row.bytes)),
        Text.decimal(bench.passages[0].ratePerCPU / row.ratePerCPU, 2) + " times", row.count,
      ]
    }
    return table.lines(asMarkdown: isMarkdown)
  }

  private func goalTable(_ isMarkdown: Bool) -> [String] {
    var table = Table(headings: ["to reach", "found", "asked", ""])
    table.rows = bench.goals.map { goal in
      [
        goal.name, Text.decimal(goal.value, 2),
        (goal.isLeast ? "≥ " : "≤ ") + Text.decimal(goal.limit, 2),
        goal.isReached ? "reached" : "not reached",
      ]
    }
    return table.lines(asMarkdown: isMarkdown)
  }

  private func rate(_ row: Measurement) -> String {
    Text.decimal(row.rate / 1_000_000, row.rate < 9_950_000 ? 1 : 0)
  }

  private func percent(_ share: Double) -> String {
    share.isFinite ? "\(Int((share * 100).rounded()))%" : "-"
  }

  private func milliseconds(_ seconds: Double) -> String { Text.decimal(seconds * 1_000, 1) }
}
