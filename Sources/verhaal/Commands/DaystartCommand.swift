import Essentials
import ReviewStore
import StoryBrief
import StoryFigures

extension Command {
  static let daystart = Command(
    name: "daystart", operands: "DB",
    summary: "Show one good story, one that leaks away, and a question to begin the day with.",
    discussion: """
      Reads a store that `mine --db` has made. The period and the choice of stories are those of `brief`, in at most 35
      words; the question goes with what the second story is about. Personal data are masked unless --keep-personal is
      given.
      """,
    examples: [
      "verhaal daystart reviews.sqlite", "verhaal daystart --last 7d reviews.sqlite",
      "verhaal daystart --json reviews.sqlite | jq -r .question",
    ],
    flags: [.json, .domain, .lexicons] + Flag.briefPeriod
  ) { arguments in
    let path = try arguments.onlyStore("daystart")
    let store = try ReviewStore(path: path, .reading)
    let wording = try arguments.wording()
    var request = try arguments.briefRequest(
      newest: try store.newestDate(source: arguments["source"]).flatMap { Day($0) })
    request.mostQuoteWords = 35
    let facts = try BriefFacts(store, request, analyzer: try arguments.analyzer())
    let daystart = Daystart(facts, wording)
    if arguments.has("json") {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      try Console.out(String(decoding: try encoder.encode(daystart), as: UTF8.self))
      return .done
    }
    let page = DaystartPage(
      daystart, BriefPage(facts, wording, reader: .everyone, audience: .internal))
    let lines = DaystartLines(
      style: Style(arguments["color"], descriptor: 1), width: Terminal.width(1))
    try Console.out(lines.text(of: page))
    return .done
  }
}
