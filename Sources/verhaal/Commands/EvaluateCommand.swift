import Lexicon
import StoryAnalysis

extension Command {
  static let evaluate = Command(
    name: "evaluate", operands: "[GOLD.jsonl...]",
    summary: "Measure the verdicts against labelled reviews.",
    discussion: """
      A labelled review is a JSON line with id, text, label, story (0 or 1), memorability (0 to 3) and moment. More
      files are measured together.
      accuracy    share of the labels that are right
      macro-F1    mean over the labels of the harmonic mean of precision and recall
      story F1    the same for finding stories
      nDCG@20     how well the order by memorability serves: mean over 200 random halves, fixed seed
      moments     share of the labelled stories whose first moment overlaps the labelled one by half or more
      ECE         expected calibration error of the label's probability, ten bins
      """,
    examples: [
      "verhaal evaluate Corpus/camping.jsonl",
      "verhaal evaluate gold.jsonl --minimum macroF1=0.7 --minimum storyF1=0.7",
    ],
    flags: [
      Flag(
        "minimum", .text("NAME=N"), isRepeatable: true,
        help: "Exit with 3 where accuracy, macroF1, storyF1, ndcg20 or momentRate is lower."),
      .json, .domain, .lexicons,
    ]
  ) { arguments in
    let minimums = try arguments.all("minimum").map(Minimum.init)
    if let unknown = minimums.first(where: { !EvaluationPage.thresholds.contains($0.name) }) {
      throw UsageError(
        "a minimum is for one of \(EvaluationPage.thresholds.joined(separator: ", ")), "
          + "not ‘\(unknown.name)’")
    }
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
    let evaluation = Evaluation(gold, gold.map { analyzer.analyze($0.text, title: $0.title) })
    let page = EvaluationPage(evaluation)
    try Console.out(arguments.has("json") ? page.json : page.text)
    for minimum in minimums {
      // The rounded value counts, as it is printed.
      for (name, value) in page.figures
      where name == minimum.name && Fixed(rounding: value) < Fixed(rounding: minimum.value) {
        Console.error("\(name) is \(page.decimal(value)), below \(page.decimal(minimum.value))")
        if code == .done { code = .belowThreshold }
      }
    }
    return code
  }
}
