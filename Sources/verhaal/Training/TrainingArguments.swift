import Lexicon
import StoryAnalysis

/// The flags that say what weights are fitted to and how, as they were meant.
struct TrainingArguments {
  let goldFiles: [String]
  let ratedFiles: [String]
  let ratedWeight: Double
  let dumps: DumpArguments
  private let space: FeatureSpace
  private let weights: PathWeights
  private let least: Int
  private let leastWords: Int

  /// - Throws: `UsageError` for values that make no sense, `LexiconError` for a bad lexicon folder.
  init(_ arguments: Arguments, goldFiles: [String]) throws {
    self.goldFiles = goldFiles
    ratedFiles = arguments.all("rated")
    if (goldFiles + ratedFiles).count(where: { $0 == "-" }) > 1 {
      throw UsageError("stdin (-) can be read only once")
    }
    weights = try PathWeights(
      weights: arguments.all("weight"), constant: arguments.all("always"),
      ownBases: arguments.all("own-base"), files: goldFiles)
    least = try arguments.number("least") ?? 8
    leastWords = try arguments.number("least-words") ?? 5
    let ratedText = arguments["rated-weight"] ?? "0.1"
    guard let ratedWeight = Double(ratedText), ratedWeight > 0, ratedWeight <= 1_000 else {
      throw UsageError("--rated-weight is a number above 0, not ‘\(ratedText)’")
    }
    self.ratedWeight = ratedWeight
    dumps = try DumpArguments(arguments, files: ratedFiles, detail: .evidence)
    var space = FeatureSpace(dumps.run.analyzer.lexicon)
    space.ownBaseCount = arguments.all("own-base").count
    self.space = space
  }

  /// The reviews of all files; nil where they cannot serve, once that is said on stderr.
  ///
  /// - Throws: `GoldError` naming the file and line of the first record that is no labelled review.
  func read() async throws -> TrainingSet? {
    var set = TrainingSet(space: space)
    for file in goldFiles { try set.addGold(file, weights, dumps.run.analyzer) }
    let read = try await set.addRated(dumps, weight: ratedWeight)
    let ungraded = read.layouts.filter { $0.scale == nil }
    for layout in ungraded {
      Console.error(
        "\(layout.file): no grades are found. hint: name their column with --rating, or --scale")
    }
    if read.exitCode != .done || !ungraded.isEmpty { return nil }
    if set.gold.isEmpty {
      Console.error("there is no labelled review to learn from")
      return nil
    }
    return set
  }

  /// How weights are fitted to the reviews of a set.
  func fit(_ set: TrainingSet) -> ModelFit {
    var space = space
    space.use(set.vocabulary, least: leastWords)
    return ModelFit(space: space, least: least, leastWords: leastWords)
  }
}
