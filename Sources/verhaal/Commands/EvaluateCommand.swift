import Lexicon
import StoryAnalysis

extension Command {
  static let evaluate = Command(
    name: "evaluate", operands: "[GOLD.jsonl...]",
    summary: "Measure the verdicts against labelled reviews.",
    discussion: """
      A labelled review is a JSON line with id, text, label, story (0 or 1), memorability (0 to 3) and moment;
      title and domain may stand beside them. More files are measured together.
      accuracy      share of the labels that are right
      macro-F1      mean over the labels of the harmonic mean of precision and recall
      story F1      the same for finding stories
      nDCG@20       how well the order by memorability serves: mean over 200 random halves, fixed seed
      moments       share of the labelled stories whose first moment overlaps the labelled one by half or more
      ECE           expected calibration error of the label's probability, ten bins
      precision@10  share of labelled stories among the first 10 by memorability; and the first 20
      Then follow macro-F1, there over the labels that occur, and story F1 by domain (the file's name where a
      review has none) and by length in words.
      A minimum is for accuracy, macroF1, storyF1, ndcg20, momentRate, precision10, precision20, or for macroF1 or
      storyF1 of a group: domains.NAME.macroF1, lengths.16-40.storyF1.
      """,
    examples: [
      "verhaal evaluate Corpus/camping.jsonl",
      "verhaal evaluate gold.jsonl --minimum macroF1=0.7 --minimum domains.hotel.storyF1=0.6",
      "verhaal evaluate gold.jsonl --errors 20",
    ],
    flags: [
      Flag(
        "minimum", .text("NAME=N"), isRepeatable: true,
        help: "Exit with 3 where a figure, by its name in the JSON output, is lower."),
      Flag(
        "errors", .optionalNumber("N", 10),
        help: "Show N reviews judged wrongly, the surest mistakes first; default 10."),
      .json, .domain, .lexicons,
    ]
  ) { arguments in
    let minimums = try arguments.all("minimum").map(Minimum.init)
    if let unknown = minimums.first(where: { !EvaluationPage.isThreshold($0.name) }) {
      throw UsageError(
        "a minimum is for one of \(EvaluationPage.thresholds.joined(separator: ", ")), "
          + "domains.NAME.macroF1, lengths.BAND.storyF1, not ‘\(unknown.name)’")
    }
    let mostErrors = try arguments.number("errors")
    var gold: [GoldReview] = []
    var code = ExitCode.done
    for file in arguments.operands.isEmpty ? ["-"] : arguments.operands {
      do throws(GoldError) {
        gold += try GoldReview.read(file)
      } catch {
        Console.error(error.description)
        code = .failed
      }
    }
    if gold.isEmpty { return code }
    let analyzer = try arguments.analyzer()
    let analyses = gold.map { analyzer.analyze($0.text, title: $0.title) }
    let mistakes = mostErrors.map {
      MistakePage(
        Mistake.all(gold, analyses), limit: $0, analyzer: analyzer,
        style: Style(arguments["color"], descriptor: 1), width: Terminal.width(1))
    }
    let page = EvaluationPage(Evaluation(gold, analyses), mistakes: mistakes)
    let figures = page.allFigures
    if let missing = minimums.first(where: { figures[$0.name] == nil }) {
      throw UsageError(
        "there is no figure ‘\(missing.name)’: no review is of that domain or length")
    }
    try Console.out(arguments.has("json") ? page.json : page.text)
    for minimum in minimums {
      // The rounded value counts, as it is printed.
      let value = figures[minimum.name] ?? nil
      if let value, Fixed(rounding: value) >= Fixed(rounding: minimum.value) { continue }
      let found = value == nil ? "unknown, not" : "\(Number.decimal(value)), below"
      Console.error("\(minimum.name) is \(found) \(Number.decimal(minimum.value))")
      if code == .done { code = .belowThreshold }
    }
    return code
  }
}
