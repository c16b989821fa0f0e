import Lexicon
import ReviewIO
import StoryAnalysis

extension Command {
  static let tokenize = Command(
    name: "tokenize", operands: "[FILE|-]",
    summary: "Write the tokens of a text, one a line.",
    discussion: """
      Each line is start, end, sentence and form with tabs between: byte offsets into the input, half open, and
      sentences counted from 0. An empty line in the input ends a sentence.
      """,
    examples: ["echo \"'s Avonds belde hij terug.\" | verhaal tokenize"],
    flags: [.lexicons]
  ) { arguments in
    guard arguments.operands.count <= 1 else {
      throw UsageError("tokenize takes one FILE, or - for stdin")
    }
    let file = arguments.operands.first ?? "-"
    let analyzer = try arguments.analyzer()
    let output = try OutputFile(nil)
    var lines = try LineReader(path: file, limit: mostBytes)
    var run = TokenizeRun(analyzer: analyzer)
    do {
      while try lines.next({ line, hasLineFeed in
        guard let line, run.count + line.count <= mostBytes else {
          throw InputError.tooLarge(
            file, limit: mostBytes, hint: "put empty lines between the texts")
        }
        run.add(line, hasLineFeed: hasLineFeed)
        if run.isFull { try run.write(to: output) }
      }) {}
      try run.write(to: output)
      try output.finish()
    } catch let error as OutputError where error.isBrokenPipe {
      return .done
    }
    return .done
  }

  /// The most bytes without an empty line.
  private static let mostBytes = 64 << 20
}
