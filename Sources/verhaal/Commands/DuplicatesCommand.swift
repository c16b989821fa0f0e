import ReviewIO
import ReviewStore

extension Command {
  static let duplicates = Command(
    name: "duplicates", operands: "[FILE...|DB]",
    summary: "List reviews that are copies of one another, or written from one template.",
    discussion: """
      Two texts are near-copies where they have about three fifths of their runs of three words in common: one word in
      fourteen is another, or two in thirty; capitals, accents and punctuation do not count. It is estimated from 64
      numbers a text (MinHash), give or take 6 in 100. Copies of copies belong together. To which group a review
      belongs does not depend on the order of the reviews. Texts of fewer than --min-words words are left out: many
      people write "goede service, snelle levering". Sources are compared with one another too.

      A group is shown with its size, the first words and the ids of all in it, the largest first.
      """,
    examples: [
      "verhaal duplicates reviews.csv",
      "verhaal duplicates --min-words 20 reviews.sqlite",
      "verhaal duplicates --json reviews.sqlite | jq -r '.reviews[1:][].id'",
    ],
    flags: [
      Flag("min-words", .text("N"), help: "Leave out texts with fewer words; default 8."),
      Flag("limit", short: "n", .text("N"), help: "Show at most so many groups; default all."),
      Flag("output", short: "o", .path("FILE"), help: "Write to a file, whole or not at all."),
      .json, .domain, .lexicons,
    ] + Flag.input
  ) { arguments in
    let leastWords = try arguments.number("min-words") ?? 8
    let limit = try arguments.number("limit") ?? .max
    let path = try arguments.storePath()
    let dumps = try DumpArguments(arguments)
    let output = try OutputFile(arguments["output"])
    let found: FoundCopies
    if let path {
      let store = try ReviewStore.read(path, source: arguments["source"])
      found = try FoundCopies(in: store, source: arguments["source"], leastWords: leastWords)
    } else {
      found = try await FoundCopies(in: dumps, leastWords: leastWords)
    }
    do {
      for cluster in found.clusters.prefix(limit) {
        let page = CopyPage(cluster: cluster)
        try output.write(arguments.has("json") ? page.json : Array(page.text.utf8))
      }
      try output.finish()
    } catch let error as OutputError where error.isBrokenPipe {
      return found.exitCode
    }
    if !dumps.isQuiet {
      let copies = found.clusters.reduce(0) { $0 + $1.copies.count }
      let surplus = Number.grouped(copies - found.clusters.count)
      let compared = Number.counted(found.comparedCount, "review")
      Console.note(
        copies == 0
          ? "no copies among \(compared) of at least \(leastWords) words"
          : "\(Number.counted(copies, "review")) in \(Number.counted(found.clusters.count, "group")), "
            + "\(surplus) more than once each, among \(compared) of at least \(leastWords) words")
    }
    return found.exitCode
  }
}
