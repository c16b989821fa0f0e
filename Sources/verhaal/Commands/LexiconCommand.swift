import Lexicon
import StoryAnalysis

extension Command {
  static let lexicon = Command(
    name: "lexicon", operands: "check [DIR]",
    summary: "Check the lexicons and run the examples of all rules.",
    discussion: """
      Without DIR the built-in lexicons are checked, with it those of the folder laid over them; either by
      themselves and with what is laid over them for each domain.
      Problems are written as path:line:column: message; the exit code is then 1.
      """,
    examples: ["verhaal lexicon check", "verhaal lexicon check my-lexicons"],
    flags: []
  ) { arguments in
    guard arguments.operands.first == "check", arguments.operands.count <= 2 else {
      throw UsageError("what is to be done? verhaal lexicon check [DIR]")
    }
    let folder = arguments.operands.count == 2 ? arguments.operands[1] : nil
    var isRight = true
    for domain in [nil] + LexiconFile.domains.map(Optional.some) {
      let analyzer = try Analyzer(lexicon: Lexicon.load(domain: domain, overlay: folder))
      let check = LexiconCheck(analyzer)
      for problem in check.problems { try Console.out(problem.description) }
      if !check.problems.isEmpty { isRight = false }
      if !arguments.has("quiet") {
        let lexicon = analyzer.lexicon
        Console.note(
          (domain.map { "domain \($0): " } ?? "")
            + "\(lexicon.forms.count - 1) forms, \(lexicon.words.count) words with weights, "
            + "\(lexicon.rules.count) rules, \(check.exampleCount) examples: "
            + (check.problems.isEmpty ? "all right" : "\(check.problems.count) problems"))
      }
    }
    return isRight ? .done : .failed
  }
}
