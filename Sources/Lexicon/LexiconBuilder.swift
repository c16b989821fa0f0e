/// Collects what lexicon files say, later rows over earlier, before it is frozen.
struct LexiconBuilder {
  var problems: [LexiconProblem] = []
  var words: WordTable
  /// The classes with words, numbered in the order in which they are first met.
  var classNames = SpellingTable()
  var rules: RuleParser
  var abbreviations: [String: Abbreviation] = [:]
  var phrases: [String: String] = [:]
  var parameters: [Parameter: Fixed] = [:]
  /// The names of evidence to which rows of the model and of priors refer.
  var evidence = SpellingTable()
  /// Later rows hold.
  var weights: [WeightRow] = []
  var priors: [PriorRow] = []
  var barredWords: Set<String> = []
  var wordWeights = WordWeights()
  /// How many files were read.
  private var fileCount = 0

  /// - Parameter byteCount: how much there is to read.
  init(byteCount: Int) {
    words = WordTable(byteCount: byteCount)
    rules = RuleParser(byteCount: byteCount)
  }

  mutating func add(_ file: LexiconFile) {
    fileCount += 1
    file.withText { add(file, $0) }
  }

  private mutating func add(_ file: LexiconFile, _ text: Span<UInt8>) {
    let parts = file.path.split(separator: "/")
    if parts.count == 3, parts[1] == "classes", file.path.hasSuffix(".tsv") {
      addClass(String(parts[2].dropLast(4)), file, text)
    } else if parts.count == 3, parts[1] == "rules", file.path.hasSuffix(".rules") {
      addRules(file, text)
    } else if parts.count == 2 {
      switch parts[1] {
      case "norms.tsv": addNorms(file, text)
      case "idioms.tsv": addIdioms(file, text)
      case "abbreviations.tsv": addAbbreviations(file, text)
      case "phrases.tsv": addPhrases(file, text)
      case "frequency.tsv": addFrequencies(file, text)
      case "parameters.tsv": addParameters(file, text)
      case "model.tsv": addModel(file, text)
      case "priors.tsv": addPriors(file, text)
      case "words.tsv": addWords(file, text)
      default: reportUnknown(file)
      }
    } else {
      reportUnknown(file)
    }
  }

  private mutating func reportUnknown(_ file: LexiconFile) {
    problems.append(
      LexiconProblem(
        path: file.origin,
        message: "no file of this name is known; expected LANGUAGE/norms.tsv, "
          + "idioms.tsv, abbreviations.tsv, phrases.tsv, frequency.tsv, parameters.tsv, model.tsv, "
          + "priors.tsv, words.tsv, classes/NAME.tsv or rules/NAME.rules"
      ))
  }

  private mutating func addRules(_ file: LexiconFile, _ text: Span<UInt8>) {
    rules.begin(file, number: fileCount)
    rules.parse(text, &words)
    takeProblems()
  }

  private mutating func addIdioms(_ file: LexiconFile, _ text: Span<UInt8>) {
    rules.begin(file, number: fileCount)
    var rows = TextRows(text)
    while rows.advance(in: text) {
      guard let value = norms(rows, of: "pattern", file, text) else { continue }
      rules.addIdiom(rows.line, text, rows.cells[0], value, &words)
    }
    takeProblems()
  }

  private mutating func takeProblems() {
    problems += rules.problems
    rules.problems = []
  }
}
