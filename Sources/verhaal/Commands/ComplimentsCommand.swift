import ReviewStore
import StoryAnalysis
import StoryBrief
import StoryFigures

extension Command {
  static let compliments = Command(
    name: "compliments", operands: "DB",
    summary: "Show what was done well, for each team or for each name on your staff list.",
    discussion: """
      Of reviews that are enthusiastic, copies once: the moment of a good story, else the sentence with the most praise.
      Good stories come first, then what is most memorable. What is flagged irony or about-other is left out, and so is
      what is sensitive, which is counted.

      --by COL puts them together by the values of a column. --staff FILE puts them together by name: one name a line, with
      its team behind a tab if you like, # before a comment. A name is found as whole words, whatever their case, with the s
      of a possessive and behind mevrouw, mevr. or dhr., and counts only in a sentence of praise: one that says more good
      than bad. A name within a longer one is someone else's. With both, --by groups and --staff shows the names.

      Personal data are masked as `redact` masks them, but for names of the list, in sentences of praise of an enthusiastic
      review only: in a complaint nobody is named. What is masked stays masked in every format.
      """,
    examples: [
      "verhaal compliments reviews.sqlite --since 30d",
      "verhaal compliments reviews.sqlite --by winkel --since 2026-01 --to markdown -o complimenten.md",
      "verhaal compliments reviews.sqlite --staff team.tsv --last 7d",
      "verhaal compliments reviews.sqlite --staff team.tsv --json | jq -r .quote",
    ],
    flags: [
      Flag("by", .text("COL"), help: "Put them together by the values of a column, or by source."),
      .staff,
      Flag("since", .text("DATE"), help: "Only from this day, month or year on, or 30d."),
      Flag("until", .text("DATE"), help: "Only up to and with this day, month or year."),
      Flag(
        "last", .text("30d|4w|3m|1y"),
        help: "Only so many days, weeks, months or years up to today."),
      Flag("today", .text("DATE"), help: "The last day of --last; default: the newest date read."),
      Flag("source", .text("NAME"), help: "Only of this source."),
      Flag("limit", short: "n", .text("N"), help: "Show at most so many of each; default 3."),
      Flag(
        "to", .choice(["text", "jsonl", "csv", "markdown"]),
        help: "Format of the output; default text."),
      Flag("output", short: "o", .path("FILE"), help: "Write to a file, whole or not at all."),
      .excel, .raw, .json, .domain, .lexicons,
    ]
  ) { arguments in
    guard arguments.operands.count == 1, let path = arguments.operands.first else {
      throw UsageError("compliments takes one store", hint: "verhaal compliments DB --by COL")
    }
    let format = arguments["to"] ?? (arguments.has("json") ? "jsonl" : "text")
    if arguments.has("json") && format != "jsonl" {
      throw UsageError("--json and --to \(format) do not go together")
    }
    if arguments.has("excel") && format != "csv" {
      throw UsageError("--excel goes with --to csv")
    }
    let limit = try arguments.number("limit") ?? 3
    let period = try StoryPeriod(arguments)
    let staff = try arguments["staff"].map(StaffList.init)
    let store = try ReviewStore.read(path, source: arguments["source"])
    let source = arguments["source"]
    var days = StoryQuery(limit: limit)
    if !period.apply(to: &days, newest: try store.newestDate(source: source)) {
      throw QueryError(
        message: "\(path): no review has a date, and the period counts back from the newest",
        hint: "name the day with --today, or import with --date COL")
    }
    let analyzer = try arguments.analyzer()
    let grouping: ComplimentReading.Grouping =
      if let name = arguments["by"] { .field(name) } else if let staff { .staff(staff) } else {
        .none
      }
    var reading = ComplimentReading(
      by: grouping, mask: try Mask(keepsPersonal: false, staff: staff?.names ?? []),
      praise: PraiseReader(analyzer), most: limit)
    try store.forEachReview(source: source) { review in
      if days.holdsDay(review.date) { reading.add(review) }
    }
    let groups = reading.ranked
    if groups.isEmpty, let name = arguments["by"], name != "source" {
      let names = try store.fieldNames
      if !names.contains(where: { FieldCondition.isAlike($0.utf8, name.utf8) }) {
        throw QueryError(
          message: "\(path): no review has a field ‘\(Terminal.safe(name))’",
          hint: names.isEmpty
            ? "the store has no fields"
            : "there are " + names.prefix(20).map(Terminal.safe).joined(separator: ", "))
      }
    }
    let output = try OutputFile(arguments["output"])
    let isFile = arguments["output"].map { $0 != "-" } ?? false
    let page = ComplimentPage(
      groups: groups,
      style: Style(isFile ? arguments["color"] ?? "never" : arguments["color"], descriptor: 1),
      width: Terminal.width(1))
    do {
      switch format {
      case "jsonl": try output.write(page.json)
      case "csv": try output.write(page.csv(CSVDialect(arguments), isRaw: arguments.has("raw")))
      case "markdown": try output.write(Array(page.markdown.utf8))
      default: if !groups.isEmpty { try output.write(Array(page.text.utf8)) }
      }
      try output.finish()
    } catch let error as OutputError where error.isBrokenPipe {
      return .done
    }
    if !arguments.has("quiet") {
      if groups.isEmpty { Console.note("no compliment found") }
      if reading.sensitiveCount > 0 {
        Console.note(
          "left out as sensitive: " + Number.counted(reading.sensitiveCount, "compliment"))
      }
    }
    return .done
  }
}
