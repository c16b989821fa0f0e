import Lexicon
import ReviewIO
import StoryAnalysis

extension Command {
  static let top = Command(
    name: "top", operands: "[FILE...]",
    summary: "Show the most memorable stories of a dump.",
    discussion: """
      One story a review, its first moment: by memorability, then by the strength of the moment, then in
      input order. Reads what `mine` reads, in one pass.
      """,
    examples: [
      "verhaal top reviews.csv",
      "verhaal top --limit 5 --label dissatisfied reviews.jsonl.gz",
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
    let limit = try arguments.number("limit") ?? 10
    let label = arguments["label"].flatMap(Label.init)
    let driver = arguments["driver"].flatMap(Driver.init(name:))
    var ranking = StoryRanking(limit: limit)
    let output = try OutputFile(arguments["output"])
    let report = try await dumps.forEachChunk(
      work: { batch, identities in
        var best = StoryRanking(limit: limit)
        best.add(
          batch.analyses.indices.lazy.compactMap { index in
            let analysis = batch.analyses[index]
            guard label == nil || analysis.label == label,
              driver.map({ analysis.drivers.contains($0) }) ?? true
            else { return nil }
            return RankedStory(index, of: batch, identity: identities[index])
          })
        return best
      },
      deliver: { best, occurrences in
        ranking.add(
          best.stories.map { story in
            var story = story
            story.id += occurrences[story.index].suffix
            return story
          })
      })
    do {
      if arguments.has("json") {
        for (number, story) in ranking.stories.enumerated() {
          try output.write(StoryLine(story, rank: number + 1).json)
        }
      } else {
        let isFile = arguments["output"].map { $0 != "-" } ?? false
        let style = Style(
          isFile ? arguments["color"] ?? "never" : arguments["color"], descriptor: 1)
        let page = StoryPage(analyzer: dumps.run.analyzer, style: style, width: Terminal.width(1))
        for (number, story) in ranking.stories.enumerated() {
          try output.write(Array(page.text(of: story, rank: number + 1).utf8))
        }
      }
      try output.finish()
      if ranking.stories.isEmpty && !dumps.isQuiet {
        Console.note("no story found in \(Number.counted(report.recordCount, "review"))")
      }
    } catch let error as OutputError where error.isBrokenPipe {
      return report.exitCode
    }
    return report.exitCode
  }
}
