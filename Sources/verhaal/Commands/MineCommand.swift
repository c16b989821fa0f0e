import ReviewIO
import StoryAnalysis

extension Command {
  static let mine = Command(
    name: "mine", operands: "[FILE...]",
    summary: "Analyse every review of a dump and write one line each.",
    discussion: """
      Reads CSV, TSV, JSON and JSON Lines, each also gzipped; format, columns, encoding and scale of the
      grades are found by themselves. Without FILE, or with -, stdin is read. On stderr follows what was
      read and what was left out, how the reviews divide over six cells, and the best and the worst moment.
      Nothing leaves this machine.
      """,
    examples: [
      "verhaal mine reviews.csv -o analysed.jsonl",
      "verhaal mine --to csv --with-text export.csv > analysed.csv",
      "zcat dump-*.jsonl.gz | verhaal mine --source shop | jq -r 'select(.story) | .id'",
    ],
    flags: [
      Flag("output", short: "o", .path("FILE"), help: "Write to a file, whole or not at all."),
      Flag("to", .choice(["jsonl", "csv"]), help: "Format of the output; default jsonl."),
      Flag("with-text", help: "Add the analysed text."),
      Flag("explain", help: "Add the reasons: the terms that sum to each score (JSON Lines)."),
      Flag(
        "evidence", help: "Add the inputs of the model, for programs that fit weights (JSON Lines)."
      ),
      Flag("keep-errors", help: "Write a line also for records that cannot be read."),
      .domain, .lexicons,
    ] + Flag.input
  ) { arguments in
    var detail: AnalysisDetail = []
    if arguments.has("explain") { detail.insert(.reasons) }
    if arguments.has("evidence") { detail.insert(.evidence) }
    let isCSV = arguments["to"] == "csv"
    if isCSV && !detail.isEmpty {
      throw UsageError("--explain and --evidence go with --to jsonl")
    }
    let dumps = try DumpArguments(arguments, detail: detail)
    let withText = arguments.has("with-text")
    let keepsErrors = arguments.has("keep-errors")
    let writer: any AnalysisWriter =
      isCSV
      ? CSVAnalysisWriter(withText: withText)
      : JSONAnalysisWriter(
        analyzerVersion: dumps.run.analyzer.version, withText: withText, detail: detail)
    let output = try OutputFile(arguments["output"])
    var tally = ReviewTally()
    do {
      try output.write(writer.header)
      let report = try await dumps.forEachChunk(
        work: { MinedChunk($0, $1, writer: writer, keepsErrors: keepsErrors) },
        deliver: { chunk, occurrences in
          try unsafe chunk.lines.forEachPiece(chunk.written.map { occurrences[$0] }) {
            try unsafe output.write($0)
          }
          tally.add(chunk.tally, occurrences)
        })
      // What stands in the file already is worth more than nothing.
      if report.layouts.isEmpty { return report.exitCode }
      try output.finish()
      if !dumps.isQuiet {
        MineSummary(tally, report, style: Style(arguments["color"], descriptor: 2)).show()
      }
      return report.exitCode
    } catch let error as OutputError where error.isBrokenPipe {
      return .done
    }
  }
}
