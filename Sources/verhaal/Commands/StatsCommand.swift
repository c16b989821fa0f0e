import StoryFigures

extension Command {
  static let stats = Command(
    name: "stats", operands: "[FILE...|DB]",
    summary: "Count how reviews divide, with balances, groups and the step from 7 to 9.",
    discussion: """
      Reads what `mine` reads, in one pass, or a store that `mine --db` has made.

      \(FigureDefinitions.text)
      ranks            of the values of a column, by the verdict balance at equal lengths; from N = 100 on, and only where
                       all reviews are from one source
      step from 7 to 9 within one source, by grade: what reviews with 9-10 mention (drivers, flags and, with --words, words;
                       each review once) against those with 7-8; 5 stars against 4, 90-100 against 70-89. At least
                       5 mentions; the log-odds ratio with Jeffreys' prior (half a review in every cell) and its interval
                       (Gart and Zweifel, 1967), 95 % for all comparisons together (Bonferroni). An association, not a
                       cause. Scales are never mixed; without grades there is only a list.
      as people read   with --gold, reviews that people have labelled: what the balance would be by them. Of the reviews that
                       the program puts on either side the sample says how people divide them: sum of share(k) times
                       the balance by people within k (Tenenbein, 1970). The program's own error is the balance minus
                       that. The sample must be like the reviews, and not what the weights were fitted to.
      """,
    examples: [
      "verhaal stats reviews.csv",
      "verhaal stats --by product reviews.sqlite",
      "verhaal stats --by month --json reviews.csv | jq '.groups[] | [.name, .verdictBalance.value]'",
      "verhaal stats --gold labelled.jsonl reviews.csv",
      "verhaal stats --json --mergeable noord.csv > noord.json",
    ],
    flags: [
      Flag(
        "by", .text("FIELD"),
        help: "Put reviews together by a column, or by month, source or driver."),
      Flag("limit", short: "n", .text("N"), help: "Show at most so many groups; default 20."),
      Flag(
        "gold", .path("GOLD.jsonl"), isRepeatable: true,
        help: "Show the program's own error by labelled reviews, as `evaluate` reads them."),
      Flag(
        "mergeable",
        help: "With --json, add a row a review, by which `merge` adds such files up."),
      Flag("words", help: "Compare words too in the step from 7 to 9; takes about as long again."),
      .json, .domain, .lexicons,
    ] + Flag.input
  ) { arguments in
    let grouping = arguments["by"].map(FigureGrouping.init)
    let limit = try arguments.number("limit") ?? 20
    if arguments.has("mergeable") {
      guard arguments.has("json") else { throw UsageError("--mergeable goes with --json") }
      if let flag = ["gold", "words"].first(where: arguments.has) {
        throw UsageError(
          "--mergeable does not go with --\(flag)", hint: "merge the reviews instead")
      }
    }
    let rows = try FigureRows(arguments, grouping: grouping, withWords: arguments.has("words"))
    var sample: ErrorSamples?
    for file in arguments.all("gold") {
      var samples = sample ?? ErrorSamples()
      do {
        for gold in try GoldReview.read(file) {
          samples.add(gold, rows.dumps.run.analyzer.analyze(gold.text, title: gold.title))
        }
      } catch let error as GoldError {
        Console.error(error.description)
        return .failed
      }
      sample = samples
    }
    var tally = FigureTally()
    do {
      var written: MergeableFigures?
      if arguments.has("mergeable") {
        written = try MergeableFigures(
          OutputFile(nil), analyzer: try rows.soleAnalyzer, by: grouping)
      }
      let report = try await rows.read {
        try tally.add($0)
        try written?.add($0)
      }
      // What was not read has been said.
      if report.isEmpty { return report.exitCode }
      if case .field(let name) = grouping, tally.groups.isEmpty, tally.whole.count > 0 {
        throw FigureError.noField(name, known: try report.fieldNames)
      }
      let page = StatsPage(
        tally: tally, groups: grouping.map { FigureGroups(tally, by: $0) },
        unreadable: report.unreadableCount, sample: sample, limit: limit,
        lines: FigureLines(
          style: Style(arguments["color"], descriptor: 1), width: Terminal.width(1)))
      if written == nil {
        try Console.out(arguments.has("json") ? page.json : page.text)
      } else {
        try written?.finish(page)
      }
      return report.exitCode
    } catch let error as FigureError {
      Console.error(error.description)
      return .failed
    } catch let error as PartError {
      Console.error(error.description)
      return .failed
    }
  }
}
