import Essentials
import Lexicon
import StoryAnalysis

extension Command {
  static let train = Command(
    name: "train", operands: "GOLD.jsonl... -o DIR",
    summary: "Fit the weights of the model to labelled and graded reviews.",
    discussion: """
      GOLD is what `evaluate` reads: JSON lines with id, text, label, story, memorability and moment, and where the
      review comes from as domain (else the file's name tells). All weights are written to DIR/nl/model.tsv and
      DIR/nl/words.tsv, whole or not at all; --lexicons DIR then uses them. The same input gives the same bytes.
      Each domain is left out of a fit in turn: what the others say of it shows how well the weights serve reviews
      of another origin, and sets the threshold of the story. Priors and the evidence that may get a weight stand in
      nl/priors.tsv of the lexicons. Graded reviews teach which side a text is on and nothing else: a grade in the
      lowest two fifths of its scale says dissatisfied, one in the highest three tenths says not. Input flags such
      as --rating are for these dumps.
      """,
    examples: [
      "verhaal train gold.jsonl -o mine && verhaal evaluate --lexicons mine other-gold.jsonl",
      "verhaal train gold.jsonl --rated reviews.csv --rated-weight 0.2 -o mine",
      "verhaal train gold.jsonl Corpus/*.jsonl --weight Corpus=2 --always Corpus -o mine",
    ],
    flags: [
      Flag(
        "output", short: "o", .path("DIR"), help: "Write DIR/nl/model.tsv and words.tsv; needed.")
    ] + Flag.training + [.domain, .lexicons] + Flag.input
  ) { arguments in
    guard let folder = arguments["output"] else { throw UsageError("where to? -o DIR") }
    if arguments.operands.isEmpty {
      throw UsageError("what is to be learned from? verhaal train GOLD -o DIR")
    }
    let training = try TrainingArguments(arguments, goldFiles: arguments.operands)
    guard let set = try await training.read() else { return .failed }

    // Opened before the work, so that it is not in vain.
    let modelOutput = try ModelFile.output("model.tsv", in: folder)
    let wordOutput = try ModelFile.output("words.tsv", in: folder)
    let reviews = set.reviews
    let fit = training.fit(set)
    var threshold = 0.0
    var leftOut: FitScores?
    if LeftOut.names(reviews).count > 1 {
      let rest = await LeftOut(reviews, fit, threads: training.dumps.run.threads)
      threshold = rest.threshold
      leftOut = FitScores(rest.reviews, rest.verdicts, threshold: threshold)
    }
    let model = fit.fit(reviews)
    let labelled = reviews.filter { $0.isMeasure && (leftOut == nil || !$0.isConstant) }
    let report = FitReport(
      reviews: reviews, goldFiles: training.goldFiles, ratedFiles: training.ratedFiles,
      ratedCount: set.ratedCount, ratedWeight: training.ratedWeight, least: fit.least,
      leastWords: fit.leastWords,
      model: model, threshold: threshold, leftOut: leftOut,
      inside: FitScores(labelled, model.verdicts(labelled, in: fit.space), threshold: threshold))
    let file = ModelFile(model, in: fit.space, threshold: threshold)
    let words = WordFile(model, in: fit.space)
    try modelOutput.write(Array(file.text(report.notes).utf8))
    try wordOutput.write(Array(words.text(report.wordNotes).utf8))
    try wordOutput.finish()
    try modelOutput.finish()
    if !training.dumps.isQuiet {
      Console.note(report.summary)
      Console.note("\(folder)/nl/model.tsv: \(Number.counted(file.count, "weight"))")
      Console.note("\(folder)/nl/words.tsv: \(Number.counted(words.count, "word"))")
    }
    return .done
  }
}
