/// Collects what lexicon files say, later rows over earlier, before it is frozen.
struct LexiconBuilder {
  let files: [LexiconFile]
  /// What is wrong, in the order of the files.
  var problems: [LexiconProblem] = []
  /// What is wrong in the tables of words and numbers.
  var found = FoundProblems()
  var words: WordTable
  /// The classes with words, numbered in the order in which they are first met.
  var classNames = SpellingTable()
  var rules = RuleParser(byteCount: 0)
  var abbreviations: [String: Abbreviation] = [:]
  var phrases: [String: String] = [:]
  /// By their numbers; nil where none is given.
  var parameters = [Fixed?](repeating: nil, count: Parameter.allCases.count)
  /// The names of evidence to which rows of the model and of priors refer.
  var evidence = SpellingTable()
  /// Later rows hold.
  var weights: [WeightRow] = []
  var priors: [PriorRow] = []
  var barredWords: Set<String> = []
  var wordWeights = WordWeights()

  /// Reads files: those with patterns and all others at the same time, for each take half of it.
  ///
  /// - Parameter prepare: called first in the thread that reads patterns.
  init(_ files: [LexiconFile], preparingOtherThread prepare: () -> Void) {
    self.files = files
    var (ofRules, ofTables): ([Int], [Int]) = ([], [])
    for number in files.indices {
      if RuleParser.reads(files[number]) { ofRules.append(number) } else { ofTables.append(number) }
    }
    words = WordTable(byteCount: ofTables.reduce(0) { $0 + files[$1].byteCount })
    var rules = RuleParser(byteCount: ofRules.reduce(0) { $0 + files[$1].byteCount })
    _ = concurrently {
      for number in ofTables { read(files[number], number: number) }
    } _: {
      prepare()
      for number in ofRules { rules.read(files[number], number: number) }
      rules.end()
    }
    problems = found.inOrder(with: rules.found)
    self.rules = rules
  }

  private mutating func read(_ file: LexiconFile, number: Int) {
    found.begin(file, number: number)
    let parts = file.pathParts
    file.withText { text in
      switch (parts.count, parts.dropFirst().first) {
      case (3, "classes") where parts[2].hasSuffix(".tsv") && parts[2].utf8.count > 4:
        addClass(String(parts[2].dropLast(4)), text)
      case (2, "norms.tsv"): addNorms(text)
      case (2, "abbreviations.tsv"): addAbbreviations(text)
      case (2, "phrases.tsv"): addPhrases(text)
      case (2, "frequency.tsv"): addFrequencies(text)
      case (2, "parameters.tsv"): addParameters(text)
      case (2, "model.tsv"): addModel(text)
      case (2, "priors.tsv"): addPriors(text)
      case (2, "words.tsv"): addWords(text)
      default:
        found.report(
          "no file of this name is known; expected LANGUAGE/norms.tsv, "
            + "idioms.tsv, abbreviations.tsv, phrases.tsv, frequency.tsv, parameters.tsv, model.tsv, "
            + "priors.tsv, words.tsv, classes/NAME.tsv or rules/NAME.rules")
      }
    }
  }
}
