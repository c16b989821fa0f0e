import Lexicon
import StoryAnalysis

extension Command {
  static let evaluate = Command(
    name: "evaluate", operands: "GOLD.jsonl...",
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
      .json, .lexicons,
    ]
  ) { arguments in
    guard !arguments.operands.isEmpty else {
      throw UsageError("which labelled reviews? verhaal evaluate GOLD.jsonl")
    }
    let minimums = try arguments.all("minimum").map(Minimum.init)
    let gold = try arguments.operands.flatMap(GoldReview.read)
    let analyzer = try Analyzer(lexicon: Lexicon.load(overlay: arguments["lexicons"]))
    let evaluation = Evaluation(gold, gold.map { analyzer.analyze($0.text) })
    let page = EvaluationPage(evaluation)
    try Console.out(arguments.has("json") ? page.json : page.text)
    var code = ExitCode.done
    for minimum in minimums {
      guard let value = page.figures.first(where: { $0.key == minimum.name })?.value else {
        throw UsageError("there is no figure ‘\(minimum.name)’ to set a minimum for")
      }
      if value < minimum.value {
        Console.error(
          "\(minimum.name) is \(page.decimal(value)), below \(page.decimal(minimum.value))")
        code = .belowThreshold
      }
    }
    return code
  }
}
