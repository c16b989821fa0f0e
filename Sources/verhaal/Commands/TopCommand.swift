import Lexicon
import ReviewIO
import ReviewStore
import StoryAnalysis

extension Command {
  static let top = Command(
    name: "top", operands: "[FILE...|DB]",
    summary: "Show the most memorable stories of a dump or a store.",
    discussion: """
      One story a review, its first moment: by memorability, then by the strength of the moment, then in
      input order. Reads what `mine` reads, in one pass, or one store that `mine --db` has made. Of a store the
      verdicts are those that stand in it; --source then names the one source to show.
      """,
    examples: [
      "verhaal top reviews.csv",
      "verhaal top --limit 5 --label dissatisfied reviews.jsonl.gz",
      "verhaal top --label enthusiastic reviews.sqlite",
      "verhaal top --driver gesture --json reviews.csv | jq -r .moment",
    ],
    flags: [
      Flag("limit", short: "n", .text("N"), help: "Show at most so many; default 10."),
      Flag(
        "label", .choice(Label.allCases.map(\.rawValue)), help: "Only reviews with this verdict."),
      Flag(
        "driver", .choice(Driver.allCases.map(\.name)), help: "Only reviews about this."),
      Flag("output", short: "o", .path("FILE"), help: "Write to a file, whole or not at all."),
      .json, .domain, .lexicons,
    ] + Flag.input
  ) { arguments in
    let dumps = try DumpArguments(arguments)
    var query = StoryQuery(
      limit: try arguments.number("limit") ?? 10, label: arguments["label"].flatMap(Label.init),
      driver: arguments["driver"].flatMap(Driver.init(name:)))
    let output = try OutputFile(arguments["output"])
    let found: FoundStories
    if let path = try arguments.storePath() {
      query.source = arguments["source"]
      let store = try ReviewStore(path: path, .reading)
      found = try FoundStories(in: store, query)
      let version = dumps.run.analyzer.version
      if try !dumps.isQuiet && store.analyzers.contains(where: { $0 != version }) {
        Console.note(
          "\(path): some verdicts are by another analyser than \(version); "
            + "verhaal mine --refresh --db renews them")
      }
    } else {
      found = try await FoundStories(in: dumps, query)
    }
    do {
      if arguments.has("json") {
        for (number, story) in found.stories.enumerated() {
          try output.write(StoryLine(story, rank: number + 1).json)
        }
      } else {
        let isFile = arguments["output"].map { $0 != "-" } ?? false
        let style = Style(
          isFile ? arguments["color"] ?? "never" : arguments["color"], descriptor: 1)
        let page = StoryPage(analyzer: dumps.run.analyzer, style: style, width: Terminal.width(1))
        for (number, story) in found.stories.enumerated() {
          try output.write(Array(page.text(of: story, rank: number + 1).utf8))
        }
      }
      try output.finish()
      if found.stories.isEmpty && !dumps.isQuiet {
        Console.note("no story found in \(Number.counted(found.reviewCount, "review"))")
      }
    } catch let error as OutputError where error.isBrokenPipe {
      return found.exitCode
    }
    return found.exitCode
  }
}
