import StoryAnalysis

/// Labelling in Label Studio: reviews go out as tasks, labels come back as gold.
extension Command {
  /// Writes tasks, the most uncertain first.
  static func exportTasks(
    _ path: String, _ dumps: DumpArguments, _ arguments: Arguments
  ) async throws -> ExitCode {
    // Opened before the work, so that it is not in vain.
    let output = try OutputFile(path)
    var queue = LabelQueue(limit: try arguments.number("limit") ?? 1_000, labelled: [])
    let report = try await fill(&queue, from: dumps)
    if report.layouts.isEmpty { return report.exitCode }
    noteDoubtful(queue)
    let candidates = queue.candidates()
    var tasks = LabelStudioTasks(dumps.run.analyzer, showsVerdicts: !arguments.has("blind"))
    for candidate in candidates { tasks.add(candidate) }
    try output.write(tasks.written())
    try output.finish()
    if !arguments.has("quiet") {
      Console.note(
        "\(Number.counted(candidates.count, "task")) in \(path); "
          + "the project's interface: verhaal label --interface")
    }
    return report.exitCode
  }

  /// Adds what was labelled to a gold file.
  static func importLabels(_ export: String, _ arguments: Arguments) throws -> ExitCode {
    guard let path = arguments["output"], path != "-" else {
      throw UsageError(
        "which file takes the labels? verhaal label --import EXPORT.json -o GOLD.jsonl")
    }
    guard arguments.operands.isEmpty else {
      throw UsageError("--import takes no dump: the tasks hold the reviews")
    }
    let gold = try GoldFile(path)
    let labels = try LabelStudioExport(
      export, labeller: arguments["labeller"], known: Set(gold.reviews.map(\.id)))
    for problem in labels.problems { Console.error("\(export): \(problem)") }
    if gold.hasHalfLine {
      Console.note("\(path): a line that was broken off at its end is dropped")
    }
    try gold.open()
    try gold.append(labels.lines.flatMap(\.json))
    if !arguments.has("quiet") {
      var parts = ["\(Number.counted(labels.lines.count, "label")) added to \(path)"]
      if labels.knownCount > 0 {
        parts.append("\(Number.grouped(labels.knownCount)) there already")
      }
      if labels.openCount > 0 { parts.append("\(Number.grouped(labels.openCount)) not labelled") }
      if labels.earlierCount > 0 {
        parts.append("\(Number.counted(labels.earlierCount, "earlier annotation")) left out")
      }
      if !labels.problems.isEmpty {
        parts.append("\(Number.grouped(labels.problems.count)) not usable")
      }
      Console.note(parts.joined(separator: ", "))
    }
    return labels.problems.isEmpty ? .done : .failed
  }
}
