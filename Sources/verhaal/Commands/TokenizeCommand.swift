import Foundation
import Lexicon
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
    let bytes: [UInt8]
    if file == "-" {
      bytes = [UInt8](FileHandle.standardInput.readDataToEndOfFile())
    } else {
      do {
        bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: file)))
      } catch {
        Console.error("\(file): cannot be read: \(error.localizedDescription)")
        return .failed
      }
    }
    let analyzer = try arguments.analyzer()
    let output = try OutputFile(nil)
    var lines: [UInt8] = []
    do {
      for token in analyzer.tokens(of: bytes) {
        lines += "\(token.start)\t\(token.end)\t\(token.sentence)\t".utf8
        lines += bytes[token.range]
        lines.append(UInt8(ascii: "\n"))
        if lines.count > 1 << 20 {
          try output.write(lines)
          lines.removeAll(keepingCapacity: true)
        }
      }
      try output.write(lines)
      try output.finish()
    } catch let error as OutputError where error.isBrokenPipe {
      return .done
    }
    return .done
  }
}
