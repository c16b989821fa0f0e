import Foundation
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
        "output", short: "o", .path("DIR"), help: "Write DIR/nl/model.tsv and words.tsv; needed."),
      Flag(
        "rated", .path("DUMP"), isRepeatable: true,
        help: "Learn from the grades of a dump too, as `mine` reads it."),
      Flag("rated-weight", .text("N"), help: "Count a graded review so many times; default 0.1."),
      Flag(
        "weight", .text("PATH=N"), isRepeatable: true,
        help: "Count the reviews of a gold file or folder N times."),
      Flag(
        "always", .path("PATH"), isRepeatable: true,
        help: "Leave a gold file or folder out of no fit; its reviews are not measured."),
      Flag(
        "least", .text("N"),
        help: "Give weight only to evidence found in so many reviews; default 8."),
      Flag(
        "least-words", .text("N"),
        help: "Give weight only to words found in so many reviews; default 5."),
      .domain, .lexicons,
    ] + Flag.input
  ) { arguments in
    let goldFiles = arguments.operands
    let ratedFiles = arguments.all("rated")
    guard let folder = arguments["output"] else { throw UsageError("where to? -o DIR") }
    if goldFiles.isEmpty {
      throw UsageError("what is to be learned from? verhaal train GOLD -o DIR")
    }
    if (goldFiles + ratedFiles).count(where: { $0 == "-" }) > 1 {
      throw UsageError("stdin (-) can be read only once")
    }
    let weights = try PathWeights(
      weights: arguments.all("weight"), constant: arguments.all("always"), files: goldFiles)
    let least = try arguments.number("least") ?? 8
    let leastWords = try arguments.number("least-words") ?? 5
    let ratedText = arguments["rated-weight"] ?? "0.1"
    guard let ratedWeight = Double(ratedText), ratedWeight > 0, ratedWeight <= 1_000 else {
      throw UsageError("--rated-weight is a number above 0, not ‘\(ratedText)’")
    }
    let dumps = try DumpArguments(arguments, files: ratedFiles, detail: .evidence)
    let lexicon = dumps.run.analyzer.lexicon
    var space = FeatureSpace(lexicon)
    var set = TrainingSet(space: space)
    for file in goldFiles { try set.addGold(file, weights, dumps.run.analyzer) }
    let isLabelled = !set.reviews.isEmpty
    let read = try await set.addRated(dumps, weight: ratedWeight)
    let ungraded = read.layouts.filter { $0.scale == nil }
    for layout in ungraded {
      Console.error(
        "\(layout.file): no grades are found. hint: name their column with --rating, or --scale")
    }
    if read.exitCode != .done || !ungraded.isEmpty { return .failed }
    guard isLabelled else {
      Console.error("there is no labelled review to learn from")
      return .failed
    }

    // Opened before the work, so that it is not in vain.
    let modelOutput = try ModelFile.output("model.tsv", in: folder)
    let wordOutput = try ModelFile.output("words.tsv", in: folder)
    let reviews = set.reviews
    space.use(set.vocabulary, least: leastWords)
    let fit = ModelFit(space: space, least: least, leastWords: leastWords)
    var threshold = 0.0
    var leftOut: FitScores?
    if LeftOut.domains(reviews).count > 1 {
      let rest = await LeftOut(reviews, fit, threads: dumps.run.threads)
      threshold = FitScores.bestThreshold(rest.reviews, rest.verdicts)
      leftOut = FitScores(rest.reviews, rest.verdicts, threshold: threshold)
    }
    let model = fit.fit(reviews)
    let labelled = reviews.filter { $0.isLabelled && (leftOut == nil || !$0.isConstant) }
    let report = FitReport(
      reviews: reviews, goldFiles: goldFiles, ratedFiles: ratedFiles,
      ratedCount: read.recordCount, ratedWeight: ratedWeight, least: least, leastWords: leastWords,
      model: model,
      threshold: threshold, leftOut: leftOut,
      inside: FitScores(labelled, model.verdicts(labelled, in: space), threshold: threshold))
    let file = ModelFile(model, in: space, threshold: threshold)
    let words = WordFile(model, in: space)
    try modelOutput.write(Array(file.text(report.notes).utf8))
    try wordOutput.write(Array(words.text(report.wordNotes).utf8))
    try wordOutput.finish()
    try modelOutput.finish()
    if !dumps.isQuiet {
      Console.note(report.summary)
      Console.note("\(folder)/nl/model.tsv: \(Number.counted(file.count, "weight"))")
      Console.note("\(folder)/nl/words.tsv: \(Number.counted(words.count, "word"))")
    }
    return .done
  }
}
