import Essentials
import ReviewIO
import ReviewStore
import StoryAnalysis

extension Command {
  static let mine = Command(
    name: "mine", operands: "[FILE...]",
    summary: "Analyse every review of a dump and write one line each.",
    discussion: """
      Reads CSV, TSV, JSON, JSON Lines and Excel (xlsx), each also gzipped; format, columns, encoding and scale of the
      grades are found by themselves. Without FILE, or with -, stdin is read. On stderr follows what was
      read and what was left out, how the reviews divide over six cells, and the best and the worst moment.
      Nothing leaves this machine.

      With --db the reviews go into a SQLite store that top and other programs read, and no lines are written
      unless -o is given. A review is known by source and id: the same one again changes nothing, one with
      another text, grade or field takes the place of the old one, and so does the verdict of another analyser.
      What is broken off can be run again. Fields about a person (naam, e-mail, klantnummer, telefoon, ...; by
      name, or by most values in the first records) are not stored unless --keep-field names them.

      With --with-text a JSON line holds all that a store keeps, so that `merge` can make one: text, titleBytes (of the
      title at its start; 0 without one), words, permission (status and date, or null) and personal, the names of the
      fields that a store leaves out.

      With --format jsonl, --text and --scale it is a filter: a line is written for each line read, in order and
      soon after it came. With --keep-errors also for one that cannot be read, with "error" in place of the verdict.
      """,
    examples: [
      "verhaal mine reviews.csv -o analysed.jsonl",
      "verhaal mine --to csv --with-text export.csv > analysed.csv",
      "verhaal mine --sheet Reacties --to csv --excel export.xlsx -o analysed.csv",
      "verhaal mine shop-*.csv --db reviews.sqlite",
      "verhaal mine reviews.csv --db reviews.sqlite --keep-field klantnummer",
      "zcat dump-*.jsonl.gz | verhaal mine --source shop | jq -r 'select(.story) | .id'",
    ],
    flags: [
      Flag("output", short: "o", .path("FILE"), help: "Write to a file, whole or not at all."),
      Flag(
        "db", .path("FILE"), help: "Store the reviews in a SQLite file, made if it is not there."),
      Flag(
        "refresh",
        help: "Then analyse every review of the store anew; without FILE on a terminal, only these."
      ),
      Flag(
        "keep-field", .text("NAME"), isRepeatable: true,
        help: "Store a field although it is about a person."),
      Flag("to", .choice(["jsonl", "csv"]), help: "Format of the output; default jsonl."),
      .excel, .raw,
      Flag(
        "with-text",
        help: "Add the analysed text; in JSON Lines also what else a store keeps."),
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
    if arguments.has("excel") && !isCSV { throw UsageError("--excel goes with --to csv") }
    let path = arguments["db"]
    if path == nil, let flag = ["refresh", "keep-field"].first(where: arguments.has) {
      throw UsageError("--\(flag) goes with --db FILE")
    }
    let refreshes = arguments.has("refresh")
    let isOnlyRefresh = refreshes && arguments.operands.isEmpty && isatty(STDIN_FILENO) == 1
    let dumps = try DumpArguments(arguments, files: isOnlyRefresh ? [] : nil, detail: detail)
    let version = dumps.run.analyzer.version
    let withText = arguments.has("with-text")
    let keepsErrors = arguments.has("keep-errors")
    let choice = FieldChoice(kept: arguments.all("keep-field"))
    let store = try path.map { try StoreImport($0, run: dumps.run, choice: choice) }
    let output =
      store != nil && arguments["output"] == nil ? nil : try OutputFile(arguments["output"])
    var writer: (any AnalysisWriter)?
    if output != nil {
      writer =
        isCSV
        ? CSVAnalysisWriter(
          withText: withText, isRaw: arguments.has("raw"),
          dialect: CSVDialect(arguments))
        : JSONAnalysisWriter(analyzerVersion: version, withText: withText, detail: detail)
    }
    var tally = ReviewTally()
    var isReaderGone = false
    do {
      if let writer { try output?.write(writer.header) }
      let isStored = store != nil
      let report = try await dumps.forEachChunk(
        countsReviews: output?.isStream != true,
        work: { [writer] batch, identities in
          let stored =
            isStored
            ? StoredChunk(batch, identities, analyzer: version, choice: choice) : nil
          return MinedChunk(
            batch, identities, writer: writer, keepsErrors: keepsErrors, stored: stored)
        },
        deliver: { chunk, occurrences in
          if let stored = chunk.stored { try store?.add(stored, occurrences) }
          tally.add(chunk.tally, occurrences)
          guard let output, !isReaderGone else { return }
          do {
            try unsafe chunk.lines.forEachPiece(
              of: output.pieceSize, chunk.written.map { occurrences[$0] }
            ) { try unsafe output.write($0, reviews: $1) }
          } catch let error as OutputError where error.isBrokenPipe && isStored {
            // What is to be stored is stored, whoever reads the lines.
            isReaderGone = true
          }
        })
      // What stands in the file already is worth more than nothing.
      if report.layouts.isEmpty && !isOnlyRefresh {
        store?.discardNew()
        return report.exitCode
      }
      if refreshes { try await store?.refresh() }
      try store?.finish()
      if !isReaderGone { try output?.finish() }
      if !dumps.isQuiet {
        MineSummary(tally, report, style: Style(arguments["color"], descriptor: 2)).show()
        if let store { ([""] + store.summary(report)).forEach(Console.note) }
      }
      return report.exitCode
    } catch let error as OutputError where error.isBrokenPipe {
      return .done
    } catch {
      store?.discardNew()
      throw error
    }
  }
}
