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
      A minimum is for accuracy, macroF1, storyF1, ndcg20, momentRate, precision10, precision20, signF1, or for
      macroF1 or storyF1 of a group: domains.NAME.macroF1, lengths.16-40.storyF1.
      --cross-validate measures weights that have not seen the reviews instead of those in use. It fits a model as
      `train` does without each domain, its graded reviews too, or without each of N parts, in which texts with
      the same letters stay together. The threshold of the story is the one that serves best for the other parts,
      by fits that saw this one.
      Beside each figure stands that of a model that has seen all, and the gap between both. With --rated follows
      sign F1: over graded reviews that are left out, macro-F1 of dissatisfied or not, and its mean over domains.
      The flags from --rated on are for these fits.
      --beside runs another program for each part: COMMAND TRAIN.jsonl TEST.jsonl, by the shell. TRAIN holds the
      labelled reviews of the fit with text, label, story, memorability, weight and set (the number of its own base,
      or null), TEST those of the part with id and text. On stdout stands a line for each, in order: {"label":…,
      "probabilities":{…},"storyProbability":…,"memorability":…}. Its figures, a story from 0.5 on, stand beside ours.
      """,
    examples: [
      "verhaal evaluate Corpus/camping.jsonl",
      "verhaal evaluate gold.jsonl --minimum macroF1=0.7 --minimum domains.hotel.storyF1=0.6",
      "verhaal evaluate gold.jsonl --errors 20",
      "verhaal evaluate gold.jsonl --cross-validate domain --rated reviews.csv",
      "verhaal evaluate gold.jsonl Corpus/*.jsonl --cross-validate 5 --weight Corpus=2 --always Corpus",
      "verhaal evaluate gold.jsonl --cross-validate 5 --beside 'python3 Tests/Peers/tfidf.py'",
    ],
    flags: [
      Flag(
        "minimum", .text("NAME=N"), isRepeatable: true,
        help: "Exit with 3 where a figure, by its name in the JSON output, is lower."),
      Flag(
        "errors", .optionalNumber("N", 10),
        help: "Show N reviews judged wrongly, the surest mistakes first; default 10."),
      Flag(
        "cross-validate", .text("domain|N"),
        help: "Measure fits without each domain, or without each of N parts, 2 to 20."),
      Flag(
        "beside", .text("COMMAND"),
        help: "Let another program learn from the same reviews and show its figures too."),
      .json, .domain, .lexicons,
    ] + Flag.training + Flag.input
  ) { arguments in
    let minimums = try arguments.all("minimum").map(Minimum.init)
    if let unknown = minimums.first(where: { !EvaluationPage.isThreshold($0.name) }) {
      throw UsageError(
        "a minimum is for one of \(EvaluationPage.thresholds.joined(separator: ", ")), "
          + "domains.NAME.macroF1, lengths.BAND.storyF1, not ‘\(unknown.name)’")
    }
    let mostErrors = try arguments.number("errors")
    let style = Style(arguments["color"], descriptor: 1)
    func mistakePage(
      _ gold: [GoldReview], _ analyses: [Analysis], by analyzers: [Analyzer]
    ) -> MistakePage? {
      mostErrors.map {
        MistakePage(
          Mistake.all(gold, analyses, by: analyzers), limit: $0, style: style,
          width: Terminal.width(1))
      }
    }
    let files = arguments.operands.isEmpty ? ["-"] : arguments.operands
    var code = ExitCode.done
    let page: EvaluationPage
    if let division = try arguments["cross-validate"].map(Division.init) {
      let training = try TrainingArguments(arguments, goldFiles: files)
      guard let set = try await training.read() else { return .failed }
      guard LeftOut.names(set.reviews, by: division).count > 1 else {
        Console.error(
          "there are no two parts with labelled reviews to leave out in turn"
            + (division == .domains ? ". hint: --cross-validate 5" : ""))
        return .failed
      }
      let result = try await CrossValidation(
        set, by: division, training.fit(set), over: training.dumps.run.analyzer.lexicon,
        threads: training.dumps.run.threads, beside: arguments["beside"].map(Peer.init))
      page = EvaluationPage(
        result, mistakes: mistakePage(result.gold, result.analyses, by: result.analyzers))
    } else {
      let names = ["beside"] + (Flag.training + Flag.input).map(\.name)
      if let name = names.first(where: arguments.has) {
        throw UsageError("--\(name) goes with --cross-validate")
      }
      var gold: [GoldReview] = []
      for file in files {
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
      page = EvaluationPage(
        Evaluation(gold, analyses.map { Verdict($0) }),
        mistakes: mistakePage(gold, analyses, by: gold.map { _ in analyzer }))
    }
    let figures = page.allFigures
    if let missing = minimums.first(where: { figures[$0.name] == nil }) {
      throw UsageError("of these reviews there is no figure ‘\(missing.name)’")
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
