extension Command {
  static let merge = Command(
    name: "merge", operands: "PART...",
    summary: "Put the outputs of several runs of mine, or of stats, together.",
    discussion: """
      With --db a part is a store that `mine --db` has made, or the JSON Lines of `mine --with-text`, also gzipped or
      from stdin (-), and also where another program such as Spark has read and written them. Nothing is analysed
      again, so all parts must be of one analyser. The store is new, and the same whatever the order of the parts, and
      whichever of them were merged before; top, stats, duplicates and all else then say what one run over everything
      says. Name the columns of a dump that was cut by flags, since each piece decides on them by its own beginning.

      order    reviews stand by source, then by id, the shorter first, then by number: numbers are in order, and so are
               dates at the start of an id. Of equally memorable stories the first in this order is shown first, and
               copies count where they come first in it.
      ids      reviews of a source with the same id, text and date are one; with another text or date they are id,
               id#2, ... by date, then by text. Without an id column each is a review of its own, -1, -2, ...
      grades   of one review that parts tell differently, the one with a grade counts, the higher first. Within a part
               the last one does, as in an import.
      decided  of permissions a refusal without a day stands, then what was set by hand, then the later day. A closed
               case stays closed.

      Lines that cannot be read are told and left out. Fields about a person are left out of the store, as by `mine --db`.

      Without --db parts are files of `stats --json --mergeable`, with the same --by. Their rows are counted in the order
      above, so the figures are those of one run over all dumps in it; where a dump stands in two parts, all of it
      counts twice, experiences as duplicates. What is written can be merged again. Rows hold ids and columns as they
      are, so such files are for those who may see the reviews.
      """,
    examples: [
      "verhaal merge noord.sqlite zuid.sqlite --db alles.sqlite",
      "split -n l/8 reviews.jsonl part.",
      "parallel verhaal mine -q --source shop --text tekst --id nr --scale 1-10 {} --db {}.sqlite ::: part.??",
      "verhaal merge part.??.sqlite --db shop.sqlite",
      "verhaal mine -q --with-text reviews.csv | verhaal merge - oud.sqlite --db nieuw.sqlite",
      "verhaal stats --json --mergeable noord.csv > noord.json",
      "verhaal merge noord.json zuid.json -o alles.json",
    ],
    flags: [
      Flag("db", .path("FILE"), help: "The store to make; there must be no such file yet."),
      Flag(
        "keep-field", .text("NAME"), isRepeatable: true,
        help: "Store a field of JSON Lines although it is about a person."),
      Flag(
        "output", short: "o", .path("FILE"),
        help: "Write figures to a file, whole or not at all; default stdout."),
    ]
  ) { arguments in
    let paths = arguments.operands
    if paths.isEmpty {
      throw UsageError("merge takes parts", hint: "verhaal merge PART... --db DB")
    }
    try PartFile.checkDistinct(paths)
    let db = arguments["db"]
    let parts = try paths.map { try PartFile(path: $0, assumed: db == nil ? .figures : .lines) }
    let isQuiet = arguments.has("quiet")
    if let figures = parts.first(where: { $0.kind == .figures }) {
      if let other = parts.first(where: { $0.kind != .figures }) {
        throw UsageError("\(figures.path) holds figures, and \(other.path) reviews")
      }
      if let flag = ["db", "keep-field"].first(where: arguments.has) {
        throw UsageError("--\(flag) goes with reviews, and \(figures.path) holds figures")
      }
    } else if arguments.has("output") {
      throw UsageError("-o goes with figures", hint: "name the store to be made with --db FILE")
    }
    do {
      guard parts[0].kind != .figures else {
        try FigureMerge(paths: paths, output: arguments["output"], isQuiet: isQuiet).run()
        return .done
      }
      guard let db else {
        throw UsageError(
          "\(paths[0]) holds reviews", hint: "name the store to be made with --db FILE")
      }
      return try StoreMerge(
        parts: parts, path: db, choice: FieldChoice(kept: arguments.all("keep-field")),
        isQuiet: isQuiet
      ).run()
    } catch let error as PartError {
      Console.error(error.description)
      return .failed
    } catch let error as FigureError {
      Console.error(error.description)
      return .failed
    }
  }
}
