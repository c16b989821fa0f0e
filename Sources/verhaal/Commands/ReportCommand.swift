import ReviewStore
import StoryBrief

extension Command {
  static let report = Command(
    name: "report", operands: "DB",
    summary: "Write a page on which to look further: figures, filters and the stories themselves.",
    discussion: """
      One file of HTML that opens from disk in a browser and loads nothing: six cells, balances, trend by month, what it is
      about and grades against verdicts, and the ranked moments with the words that counted. Filters, search, figures and
      plots go together; the address after # holds what is chosen, so that a link shows the same to whoever has the
      file. The selection can be saved as CSV or Markdown, without what is sensitive unless that is chosen too.

      On the page stand, of every review that figures count, its verdict, date, grade, source, drivers, flags and the
      columns with 2 to 1,000 values that hold for two reviews each on average; the text, id and reasons only of the most
      memorable stories, then of other reviews, up to --texts. Search looks into these texts. Reviews that are left
      out (too short, no experience, another language, copies) are only counted.

      Personal data are masked in texts, ids, sources and columns, as `redact` masks them. The file is written whole,
      readable by its owner alone. Definitions of the figures stand in it, and in verhaal stats --help.
      """,
    examples: [
      "verhaal report reviews.sqlite -o report.html",
      "verhaal report reviews.sqlite --title Slaapwel --texts 500 -o report.html",
      "verhaal report reviews.sqlite --language en --source shop -o shop.html",
    ],
    flags: [
      Flag("output", short: "o", .path("FILE"), help: "The page, written whole or not at all."),
      Flag("title", .text("NAME"), help: "Whose customers they are, for the heading."),
      Flag(
        "language", .choice(ReportLanguage.allCases.map(\.rawValue)),
        help: "Of the page itself; default nl. What customers wrote stays as it is."),
      Flag("source", .text("NAME"), help: "Only of this source."),
      Flag("texts", .text("N"), help: "With at most so many texts; default 2000."),
      Flag("keep-personal", help: "Mask no personal data."),
      .domain, .lexicons,
    ]
  ) { arguments in
    guard arguments.operands.count == 1, let path = arguments.operands.first else {
      throw UsageError("report takes one store", hint: "verhaal report DB -o report.html")
    }
    guard let target = arguments["output"] else {
      throw UsageError("where to? verhaal report \(path) -o report.html, or -o - for stdout")
    }
    var options = ReportOptions()
    options.title = arguments["title"]
    options.source = arguments["source"]
    options.language = arguments["language"].flatMap(ReportLanguage.init) ?? .dutch
    options.textLimit = try arguments.number("texts", minimum: 0) ?? options.textLimit
    options.keepsPersonal = arguments.has("keep-personal")
    let analyzer = try arguments.analyzer()
    let store = try ReviewStore.read(path, source: options.source)
    if try !arguments.has("quiet") && store.analyzers.contains(where: { $0 != analyzer.version }) {
      Console.note(
        "\(path): some verdicts are by another analyser than \(analyzer.version); "
          + "verhaal mine --refresh --db renews them")
    }
    let output = try OutputFile(target, isPrivate: true)
    do {
      try output.write(ReportPage(store, options, analyzer: analyzer).html)
      try output.finish()
    } catch let error as OutputError where error.isBrokenPipe {
      return .done
    }
    return .done
  }
}
