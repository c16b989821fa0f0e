import Lexicon
import StoryAnalysis

extension Command {
  static let lexicon = Command(
    name: "lexicon", operands: "check [DIR]",
    summary: "Check the lexicons and run the examples of all rules.",
    discussion: """
      Without DIR the built-in lexicons are checked, with it those of the folder laid over them.
      Problems are written as path:line:column: message; the exit code is then 1.
      """,
    examples: ["verhaal lexicon check", "verhaal lexicon check my-lexicons"],
    flags: []
  ) { arguments in
    guard arguments.operands.first == "check", arguments.operands.count <= 2 else {
      throw UsageError("what is to be done? verhaal lexicon check [DIR]")
    }
    let folder = arguments.operands.count == 2 ? arguments.operands[1] : nil
    let analyzer = try Analyzer(lexicon: Lexicon.load(overlay: folder))
    let check = LexiconCheck(analyzer)
    for problem in check.problems { try Console.out(problem.description) }
    if !arguments.has("quiet") {
      let lexicon = analyzer.lexicon
      Console.note(
        "\(lexicon.forms.count - 1) forms, \(lexicon.rules.count) rules, \(check.exampleCount) examples: "
          + (check.problems.isEmpty ? "all right" : "\(check.problems.count) problems"))
    }
    return check.problems.isEmpty ? .done : .failed
  }
}
