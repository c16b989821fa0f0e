import Lexicon
import ReviewIO
import ReviewStore
import StoryAnalysis
import StoryBrief

extension Command {
  static let top = Command(
    name: "top", operands: "[FILE...|DB]",
    summary: "Show the most memorable stories of a dump or a store.",
    discussion: """
      One story a review, its first moment, of reviews with an experience: by memorability, then by the strength of the
      moment, then in input order. Reads what `mine` reads, in one pass, or one store that `mine --db` has made, in
      which the verdicts are those that stand in it. The same flags give the same rows of both.

      What is asked for must all hold:
        --good, --bad     a good moment (valence above 0) of an enthusiastic review; a bad one of a dissatisfied review
        --turn            flagged as a turn, or a good moment of a dissatisfied review, or a bad one of an enthusiastic one
        --grade 9-10      both ends included; 7- is 6.75, 9+ is 9.25. Grades on different scales are never mixed: where
                          there are more, one must be chosen (of a store with --scale or --source)
        --since, --until  2026, 2026-03 or 2026-03-01, which itself is included; --since also 30d, as --last
        --last 30d        today and the 29 days before it, where today is the newest date read or --today; 3m are three
                          months. Reviews without a date are in no period
        --where COL=TEXT  the whole value, as the header of the dump names the column; the case of a to z is the same
        --about WORDS     all these words stand in title or text, whatever their case and accents: bezorger is a whole
                          word, bezorg* a start, "nog steeds" a phrase
        --per COL         the best of each value, of each source, month or driver (the moment's first); without a value
                          in none
        --diverse         of near-copies (three fifths of their runs of three words the same) the best, and of each
                          driver the two best
        --publishable     the customer has allowed it (verhaal permission, or a column such as toestemming), none of the
                          flags sensitive, not-quotable, irony, quotes-other and about-other, and of near-copies the best
        --review ID       whatever its rank, and also without a story; exit code 1 where there is none

      --copy 3 writes the third as a quote with its source and id, date and grade. In quotes and Markdown personal data
      are masked as `redact` masks them, in ids too, but for names of --staff in praise (see compliments --help); other
      formats hold the text as it is.
      """,
    examples: [
      "verhaal top reviews.csv",
      "verhaal top --limit 5 --label dissatisfied reviews.jsonl.gz",
      "verhaal top --good --last 3m --where winkel=Gent reviews.sqlite",
      "verhaal top --about 'bezorg* \"nog steeds\"' --bad reviews.sqlite",
      "verhaal top --per product --to csv reviews.sqlite > best.csv",
      "verhaal top --diverse --to markdown reviews.csv",
      "verhaal top --driver gesture --json reviews.csv | jq -r .moment",
    ],
    flags: Flag.query + [
      Flag("copy", .text("N"), help: "Write only the N-th, as a quote with its source."),
      .staff,
      Flag("keep-personal", help: "Mask no personal data in quotes and Markdown."),
      Flag(
        "to", .choice(["text", "jsonl", "csv", "markdown"]),
        help: "Format of the output; default text."),
      Flag("output", short: "o", .path("FILE"), help: "Write to a file, whole or not at all."),
      .excel, .raw,
      .json, .domain, .lexicons,
    ] + Flag.inputOrStore
  ) { arguments in
    let format = arguments["to"] ?? (arguments.has("json") ? "jsonl" : "text")
    if arguments.has("json") && format != "jsonl" {
      throw UsageError("--json and --to \(format) do not go together")
    }
    if arguments.has("excel") && format != "csv" {
      throw UsageError("--excel goes with --to csv")
    }
    let copied = try arguments.number("copy")
    if copied != nil && (arguments.has("json") || arguments.has("to")) {
      throw UsageError("--copy writes a quote; leave out --json and --to")
    }
    let path = try arguments.storePath(meaningful: ["id", "scale"])
    let dumps = try DumpArguments(arguments)
    var query = try arguments.storyQuery(dumps.run.analyzer.lexicon, isStore: path != nil)
    let period = try StoryPeriod(arguments)
    if let copied { query.limit = copied }
    let mask = try Mask(
      keepsPersonal: arguments.has("keep-personal"),
      staff: arguments["staff"].map(StaffList.init)?.names ?? [],
      analyzer: dumps.run.analyzer)
    let output = try OutputFile(arguments["output"])
    let found: FoundStories
    if let path {
      let store = try ReviewStore.read(path, source: arguments["source"])
      found = try FoundStories(in: store, query, period)
      let version = dumps.run.analyzer.version
      if try !dumps.isQuiet && store.analyzers.contains(where: { $0 != version }) {
        Console.note(
          "\(path): some verdicts are by another analyser than \(version); "
            + "verhaal mine --refresh --db renews them")
      }
    } else {
      found = try await FoundStories(in: dumps, query, period)
    }
    var exitCode = found.exitCode
    do {
      if let copied {
        if found.stories.count >= copied {
          let story = found.stories[copied - 1]
          try output.write(Array((StoryQuote(story, mask).text + "\n").utf8))
          let warnings = story.flags.filter { ["not-quotable", "sensitive"].contains($0) }
          if !warnings.isEmpty && !dumps.isQuiet {
            Console.note("before you use it: flagged " + warnings.joined(separator: ", "))
          }
        } else if !found.stories.isEmpty {
          Console.error(
            "there \(found.stories.count == 1 ? "is" : "are") only "
              + Number.grouped(found.stories.count) + ". hint: ask for less with the other flags")
          exitCode = .failed
        }
      } else {
        let isFile = arguments["output"].map { $0 != "-" } ?? false
        let style = Style(
          isFile ? arguments["color"] ?? "never" : arguments["color"], descriptor: 1)
        let page = StoryPage(
          analyzer: dumps.run.analyzer, group: query.grouping, style: style,
          width: Terminal.width(1))
        let table = StoryTable(isRaw: arguments.has("raw"), dialect: CSVDialect(arguments))
        if format == "csv" { try output.write(table.header) }
        for (place, story) in found.stories.enumerated() {
          let rank = place + 1
          switch format {
          case "jsonl": try output.write(StoryLine(story, rank: rank).json)
          case "csv": try output.write(table.row(story, rank: rank))
          case "markdown":
            try output.write(
              StoryMarkdown(group: query.grouping, mask: mask).item(story, rank: rank))
          default: try output.write(Array(page.text(of: story, rank: rank).utf8))
          }
        }
      }
      try output.finish()
    } catch let error as OutputError where error.isBrokenPipe {
      return exitCode
    }
    let shown = Set(found.stories.map(\.id))
    if let missing = query.ids.first(where: { !shown.contains($0) }), !arguments.has("limit") {
      Console.error(
        "no review with the id ‘\(Terminal.safe(missing))’ fits what was asked. "
          + "hint: leave out other flags, or find it with --about")
      return .failed
    }
    if found.stories.isEmpty && !dumps.isQuiet {
      Console.note("no story found in \(Number.counted(found.reviewCount, "review"))")
    }
    return exitCode
  }
}
