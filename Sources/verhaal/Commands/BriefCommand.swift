import Lexicon
import ReviewStore
import StoryBrief
import StoryFigures

extension Command {
  static let brief = Command(
    name: "brief", operands: "DB",
    summary: "Write what customers pass on as a brief to send: Markdown, HTML or JSON.",
    discussion: """
      Reads a store that `mine --db` has made. The name of the output says what is written: .md (for Pandoc, and so
      for Word and slides), .html (one file that loads and runs nothing, readable by its owner alone) or .json (the
      facts themselves). Every figure and name in our own sentences is a fact in that JSON; the rest are quotes.

      period           the calendar quarter of the newest date, where it has 30 reviews with an experience; else
                       everything. The period before it is as long: as many months where it is made of whole ones
      \(FigureDefinitions.text)
      opens with       the moment of the strongest good story: memorability 1.3 or more, at most 30 words, a whole sentence.
                       Where there is none, the figure
      stories          memorability 1.2 or more, at most three a side, different subjects first; where no setback reaches
                       that, the best one from 0.6 on. Never irony, another's
                       words, someone else judged, what is sensitive or not quotable, a second copy, a grade that gives
                       another verdict than the words. Quoted verbatim: the moment bold, with up to 60 words around it,
                       omissions as […]. Sensitive stories are counted, not quoted
      subject          the first driver of a story
      from 7 to 9      as in `stats`: drivers that reviews with 9-10 mention clearly more than those with 7-8, in the
                       source with most to compare
      not allowed      setbacks about rules, costs, promise, reach, information, solution, speed or trust; waiting is the flag
                       open-case, unless `followup --done` closed the case; “ook vorige keer” where it stood in
                       --previous, or else where the period before had it
      pillars          subjects of three good stories or more; setbacks about the same are counted beside them
      own words        words and phrases of at least three customers, in stories 2.5 times as often as in other reviews;
                       not from what may not be quoted
      promises         a story is about a claim where they share two content words (their first six letters), or one and
                       a driver; good stories confirm, setbacks contradict: all are counted, also where none may be quoted
      passed on        with --staff, customers who praise a name of the list, in a sentence that says more good than bad
      by               the first column for a place, a team or a product with 2 to 12 values (`Lexicons/brief/fields.tsv`), or
                       --by; ordered only from N = 100 each within one source

      --for leaves out: board the step from 7 to 9 and what we can say; team the decision, the figures and what we can
      say; marketing the decision, setbacks, the step, what was not allowed and where to look.
      --audience external keeps stories that their writers allow, that wait for nothing and name nobody, and leaves out the
      decision, what was not allowed, where to look and what we can say.
      """,
    examples: [
      "verhaal brief reviews.sqlite -o brief.md --title Slaapwinkel && pandoc brief.md -o brief.docx",
      "verhaal brief reviews.sqlite -o brief.html --last 3m --for board",
      "verhaal brief reviews.sqlite -o q2.json && verhaal brief reviews.sqlite -o q3.md --previous q2.json",
      "verhaal brief reviews.sqlite -o buiten.md --audience external --for marketing",
    ],
    flags: [
      Flag(
        "output", short: "o", .path("FILE"), help: "The .md, .html or .json to write; - for stdout."
      ),
      Flag(
        "to", .choice(["markdown", "html", "json"]),
        help: "Format, where the name of the output does not say it."),
      Flag(
        "for", .choice(BriefReader.allCases.map(\.rawValue)), help: "For whom; default everyone."),
      Flag(
        "audience", .choice(BriefAudience.allCases.map(\.rawValue)),
        help: "Who may read it; default internal."),
      Flag("title", .text("NAME"), help: "Name of the company, below the title."),
      Flag("by", .text("FIELD"), help: "Count by this column."),
      Flag("previous", .path("FILE.json"), help: "The last brief, for what is new."),
      Flag("promises", .path("FILE"), help: "Own claims, one a line, held against the stories."),
      Flag("invited", .text("TEXT"), help: "How customers were invited."),
      Flag(
        "gold", .path("GOLD.jsonl"),
        help: "Say how often the program is right on labelled reviews, as `evaluate` reads them."),
      .staff, .domain, .lexicons,
    ] + Flag.briefPeriod
  ) { arguments in
    let path = try arguments.onlyStore("brief")
    guard let target = arguments["output"] else {
      throw UsageError(
        "brief writes to a file", hint: "-o brief.md, .html or .json; -o - --to markdown")
    }
    guard let format = arguments["to"] ?? BriefFormat.name(of: target) else {
      throw UsageError(
        "the name ‘\(Terminal.safe(target))’ does not say the format",
        hint: "use .md, .html or .json, or --to")
    }
    let store = try ReviewStore.read(path, source: arguments["source"])
    let analyzer = try arguments.analyzer()
    var request = try arguments.briefRequest(
      newest: try store.newestDate(source: arguments["source"]).flatMap { Day($0) })
    if let gold = arguments["gold"] { request.sample = try BriefInput.sample(gold, analyzer) }
    let facts = try BriefFacts(store, request, analyzer: analyzer)
    let document = BriefPage(
      facts, try arguments.wording(), reader: request.reader, audience: request.audience
    ).document
    let output = try OutputFile(target, isPrivate: true)
    switch format {
    case "json": try output.write(facts.json())
    case "html": try output.write(Array(HTMLBrief(document).text.utf8))
    default: try output.write(Array(MarkdownBrief(document).text.utf8))
    }
    try output.finish()
    if request.keepsPersonal && !arguments.has("quiet") {
      Console.note("\(Terminal.safe(target)) holds personal data: do not pass it on")
    }
    return .done
  }
}

/// What a brief is written as.
enum BriefFormat {
  /// The format that a file's name says; nil where it says none.
  static func name(of path: String) -> String? {
    switch path.lowercased().split(separator: ".").last {
    case "md", "markdown": "markdown"
    case "html", "htm": "html"
    case "json": "json"
    default: nil
    }
  }
}

extension Arguments {
  /// The one store that a command takes.
  ///
  /// - Throws: `UsageError` where it is not one path.
  func onlyStore(_ command: String) throws(UsageError) -> String {
    guard operands.count == 1, let path = operands.first else {
      throw UsageError(
        "\(command) takes one store", hint: "make one with verhaal mine DUMP --db FILE.sqlite")
    }
    return path
  }
}
