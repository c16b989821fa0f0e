import StoryAnalysis

extension Command {
  static let label = Command(
    name: "label", operands: "DUMP... | --import EXPORT.json | --agreement A.jsonl B.jsonl",
    summary: "Ask for labels and write a gold file for evaluate.",
    discussion: """
      Shows reviews one by one, the most uncertain first: those whose verdict is nearest to another. Never shown are
      the verdict and the grade. Asked for are label, story, memorability, moment, what it is about, and whether you
      are sure: a key and Enter each; s skips, u goes a step back, q quits, ? tells what the answers mean.
      Each answer is on disk before the next question. GOLD.jsonl goes on where it stopped: what stands in it is not
      asked again, what was skipped is. A text that occurs twice is asked once, one in another language not at all.
      --agreement compares two gold files over the ids in both: the share of equal labels, and Cohen's kappa, which
      takes off what chance alone would give.
      --export writes the reviews as tasks for Label Studio instead, with our verdicts as predictions (--blind leaves
      them out: who sees a verdict tends to agree with it), as they stand in the dump; --interface writes the labelling
      interface that such a project needs. --import adds what was labelled there, in its JSON export, to GOLD.jsonl:
      of more annotations of a task the last, with --labeller the last of one person; what says too little is told.
      """,
    examples: [
      "verhaal label reviews.csv -o gold.jsonl --labeller An --limit 50",
      "verhaal label gold.jsonl -o gold-of-Bo.jsonl --labeller Bo",
      "verhaal label --agreement gold.jsonl gold-of-Bo.jsonl",
      "verhaal label reviews.csv --export tasks.json --limit 200",
      "verhaal label --interface > interface.xml",
      "verhaal label --import export.json -o gold.jsonl",
      "verhaal evaluate gold.jsonl --errors",
    ],
    flags: [
      Flag("output", short: "o", .path("GOLD.jsonl"), help: "Gold file to start or go on with."),
      Flag("labeller", .text("NAME"), help: "Who labels; stands in every line."),
      Flag("export", .path("TASKS.json"), help: "Write tasks for Label Studio instead of asking."),
      Flag("blind", help: "Export without our verdicts."),
      Flag("interface", help: "Write Label Studio's labelling interface, as XML."),
      Flag("import", .path("EXPORT.json"), help: "Take over labels that Label Studio exported."),
      Flag("limit", short: "n", .text("N"), help: "Ask for at most so many; default 1000."),
      Flag("agreement", help: "Compare two gold files instead."),
      Flag("json", help: "Write the agreement as JSON."),
      .domain, .lexicons,
    ] + Flag.input
  ) { arguments in
    if arguments.has("agreement") { return try showAgreement(arguments) }
    if arguments.has("interface") {
      try Console.out(LabelStudioInterface.xml)
      return .done
    }
    if let export = arguments["import"] { return try importLabels(export, arguments) }
    guard !arguments.operands.isEmpty, !arguments.operands.contains("-") else {
      throw UsageError("which dump? verhaal label DUMP -o GOLD.jsonl; the answers come from stdin")
    }
    if arguments.has("json") { throw UsageError("--json goes with --agreement") }
    let dumps = try DumpArguments(arguments, hidesGrades: true)
    if let tasks = arguments["export"] { return try await exportTasks(tasks, dumps, arguments) }
    guard let path = arguments["output"], path != "-" else {
      throw UsageError("which file takes the labels? verhaal label DUMP -o GOLD.jsonl")
    }
    let gold = try GoldFile(path)
    var queue = LabelQueue(
      limit: try arguments.number("limit") ?? 1_000, labelled: gold.reviews)
    let report = try await fill(&queue, from: dumps)
    if report.layouts.isEmpty { return report.exitCode }
    let candidates = queue.candidates()
    let isQuiet = arguments.has("quiet")
    noteDoubtful(queue)
    if candidates.isEmpty {
      if !isQuiet {
        Console.note("nothing to ask; \(Number.counted(gold.reviews.count, "review")) in \(path)")
      }
      return report.exitCode
    }
    if gold.hasHalfLine {
      Console.note("\(path): a line that was broken off at its end is dropped")
    }
    try gold.open()
    var session = LabelSession(
      candidates, gold: gold, labeller: arguments["labeller"], analyzer: dumps.run.analyzer,
      style: Style(arguments["color"], descriptor: 1), width: Terminal.width(1))
    try session.run()
    if !isQuiet {
      let total = gold.reviews.count + session.answeredCount
      Console.note(
        "\(session.answeredCount) labelled, \(session.skippedCount) skipped; "
          + "\(Number.counted(total, "review")) in \(path)")
    }
    return report.exitCode
  }

  /// Puts the reviews of dumps into the queue.
  static func fill(
    _ queue: inout LabelQueue, from dumps: DumpArguments
  ) async throws -> ReadingReport {
    try await dumps.forEachChunk(
      work: { batch, identities in
        batch.analyses.indices.compactMap {
          LabelCandidate($0, of: batch, identity: identities[$0])
        }
      },
      deliver: { candidates, occurrences in
        queue.add(
          candidates.map { candidate in
            var candidate = candidate
            candidate.id += occurrences[candidate.index].suffix
            return candidate
          })
      })
  }

  static func noteDoubtful(_ queue: LabelQueue) {
    if queue.doubtfulCount == 0 { return }
    Console.note(
      "\(Number.counted(queue.doubtfulCount, "review")) left out: the id stands for another text. "
        + "hint: label each dump into a file of its own")
  }

  private static func showAgreement(_ arguments: Arguments) throws -> ExitCode {
    guard arguments.operands.count == 2, arguments.operands != ["-", "-"] else {
      throw UsageError("which two? verhaal label --agreement A.jsonl B.jsonl")
    }
    let agreement = Agreement(
      try GoldReview.read(arguments.operands[0]), try GoldReview.read(arguments.operands[1]))
    if agreement.otherTextCount > 0 {
      Console.note(
        "\(Number.counted(agreement.otherTextCount, "review")) left out: same id, another text")
    }
    if agreement.count == 0 {
      Console.error("no review is labelled in both files")
      return .failed
    }
    let page = AgreementPage(agreement)
    try Console.out(arguments.has("json") ? page.json : page.text)
    return .done
  }
}
