import StoryAnalysis

extension Command {
  static let label = Command(
    name: "label", operands: "DUMP... | --agreement A.jsonl B.jsonl",
    summary: "Ask for labels and write a gold file for evaluate.",
    discussion: """
      Shows reviews one by one, the most uncertain first: those whose verdict is nearest to another. Never shown are
      the verdict and the grade. Asked for are label, story, memorability, moment, what it is about, and whether you
      are sure: a key and Enter each; s skips, u goes a step back, q quits, ? tells what the answers mean.
      Each answer is on disk before the next question. GOLD.jsonl goes on where it stopped: what stands in it is not
      asked again, what was skipped is. A text that occurs twice is asked once, one in another language not at all.
      --agreement compares two gold files over the ids in both: the share of equal labels, and Cohen's kappa, which
      takes off what chance alone would give.
      """,
    examples: [
      "verhaal label reviews.csv -o gold.jsonl --labeller An --limit 50",
      "verhaal label gold.jsonl -o gold-of-Bo.jsonl --labeller Bo",
      "verhaal label --agreement gold.jsonl gold-of-Bo.jsonl",
      "verhaal evaluate gold.jsonl --errors",
    ],
    flags: [
      Flag("output", short: "o", .path("GOLD.jsonl"), help: "Gold file to start or go on with."),
      Flag("labeller", .text("NAME"), help: "Who labels; stands in every line."),
      Flag("limit", short: "n", .text("N"), help: "Ask for at most so many; default 1000."),
      Flag("agreement", help: "Compare two gold files instead."),
      Flag("json", help: "Write the agreement as JSON."),
      .domain, .lexicons,
    ] + Flag.input
  ) { arguments in
    if arguments.has("agreement") { return try showAgreement(arguments) }
    guard !arguments.operands.isEmpty, !arguments.operands.contains("-") else {
      throw UsageError("which dump? verhaal label DUMP -o GOLD.jsonl; the answers come from stdin")
    }
    guard let path = arguments["output"], path != "-" else {
      throw UsageError("which file takes the labels? verhaal label DUMP -o GOLD.jsonl")
    }
    if arguments.has("json") { throw UsageError("--json goes with --agreement") }
    let dumps = try DumpArguments(arguments, hidesGrades: true)
    let gold = try GoldFile(path)
    var queue = LabelQueue(
      limit: try arguments.number("limit") ?? 1_000, labelled: gold.reviews)
    let report = try await dumps.forEachChunk(
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
    if report.layouts.isEmpty { return report.exitCode }
    let candidates = queue.candidates()
    let isQuiet = arguments.has("quiet")
    if queue.doubtfulCount > 0 {
      Console.note(
        "\(Number.counted(queue.doubtfulCount, "review")) left out: the id stands for another text. "
          + "hint: label each dump into a file of its own")
    }
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
