import Lexicon
import ReviewIO
import StoryAnalysis

extension Command {
  static let explain = Command(
    name: "explain", operands: "TEXT|-",
    summary: "Show why one text gets its verdict.",
    discussion: """
      Shows the verdict, the text with the moment and the words that counted, and the argument for the label and
      for the story: each point with its weight. The weights, with the base, sum to the score.
      """,
    examples: [
      "verhaal explain 'Na drie keer bellen nog steeds geen antwoord.'",
      "verhaal explain --json - < review.txt",
    ],
    flags: [Flag("title", .text("TEXT"), help: "Title of the text."), .json, .domain, .lexicons]
  ) { arguments in
    guard !arguments.operands.isEmpty else {
      throw UsageError("which text? verhaal explain 'TEXT', or - for stdin")
    }
    var body = Array(arguments.operands.joined(separator: " ").utf8)
    if arguments.operands == ["-"] {
      body = try WholeInput.read(path: "-", limit: 16 << 20)
      while body.last == UInt8(ascii: "\n") { body.removeLast() }
    }
    let title = Array((arguments["title"] ?? "").utf8)
    let text = title.isEmpty ? body : title + [UInt8(ascii: "\n")] + body
    let analyzer = try arguments.analyzer()
    let analysis = analyzer.analyze(
      text, texts: [AnalyzedText(range: 0..<text.count, titleLength: title.count)],
      detail: .reasons)[0]
    if arguments.has("json") {
      let writer = JSONAnalysisWriter(
        analyzerVersion: analyzer.version, withText: true, detail: .reasons)
      var json = JSONWriter()
      json.open()
      json.key("schemaVersion")
      json.integer(1)
      json.key("analyzer")
      json.string(analyzer.version)
      writer.write(analysis, to: &json)
      json.key("text")
      json.string(String(decoding: text, as: UTF8.self))
      writer.write(reasons: analysis.reasons, to: &json)
      json.close()
      try Console.out(String(decoding: json.bytes, as: UTF8.self))
    } else {
      let page = ExplanationPage(
        analysis, text: text, analyzer: analyzer,
        style: Style(arguments["color"], descriptor: 1), width: Terminal.width(1))
      try Console.out(page.lines.joined(separator: "\n"))
    }
    return .done
  }
}
