/// All linguistic knowledge of the program, read from text files and frozen.
///
/// A class, so that the analysis can hold it at the cost of one reference.
///
/// ```swift
/// let lexicon = try Lexicon.load()                       // what is built in
/// let mine = try Lexicon.load(overlay: "my-lexicons")    // and on top of it a folder of one's own
/// ```
public final class Lexicon: Sendable {
  public let forms: FormTable
  public let rules: [Rule]
  /// What each rule does, by its number.
  public let effects: [RuleEffects]
  /// The marker families of all rules: numbers in `families`.
  public let markers: [Int]
  /// The flags of all rules: numbers in `flagNames`.
  public let flags: [Int]
  /// Every flag that a rule gives, by name.
  public let flagNames: [String]
  public let patterns: PatternIndex
  public let parameters: Parameters
  public let model: Model
  /// What single words add to the scores.
  public let words: WordWeights
  /// What is known of the weights before they are fitted.
  public let priors: Priors
  /// Ordered by form.
  public let abbreviations: [Abbreviation]
  /// Names of the marker families; a family's number is its place.
  public let families: [String]
  /// Names of the classes; a class's number is its bit.
  public let classNames: [String]
  /// Names of the kinds of evidence; markers are `marker:…`, classes `class:…`.
  public let evidenceNames: [String]
  /// What evidence says to a reader, by its name.
  private let phrases: [String: String]
  private let placedExamples: [PlacedExample]
  /// The files it was read from, the later ones laid over the earlier.
  public let files: [LexiconFile]
  /// Eight hexadecimal digits over all files: the same data has the same fingerprint.
  public let fingerprint: String

  /// Number of the evidence that a marker family or a class gives.
  public func evidence(ofFamily family: Int) -> Int { Evidence.allCases.count + family }
  public func evidence(ofClass bit: Int) -> Int {
    Evidence.allCases.count + families.count + bit
  }

  /// What a kind of evidence says to a reader; its name where no phrase is given.
  public func phrase(for evidence: String) -> String {
    if let phrase = phrases[evidence] { return phrase }
    guard evidence.hasPrefix(Lexicon.wordPrefix) else { return evidence }
    return "the word ‘" + evidence.dropFirst(Lexicon.wordPrefix.count) + "’"
  }

  /// The name of a rule: its own, or the pattern of an idiom.
  public func name(of rule: Rule) -> String {
    files[Int(rule.file)].withText {
      $0.string(Int(rule.name.lowerBound)..<Int(rule.name.upperBound))
    }
  }

  /// Where a reader finds the file of a rule.
  public func origin(of rule: Rule) -> String { files[Int(rule.file)].origin }

  /// The sentences that a rule must match or leave alone, in their order.
  public func examples(of rule: Rule) -> [RuleExample] {
    files[Int(rule.file)].withText { text in
      var examples: [RuleExample] = []
      for at in rule.examples { examples.append(placedExamples[Int(at)].example(in: text)) }
      return examples
    }
  }

  /// The name of what a word gives as evidence: `word:` and its form.
  public func evidenceName(ofWord form: Int32) -> String {
    Lexicon.wordPrefix + forms.spelling(of: form)
  }

  /// What the names of words as evidence begin with.
  public static let wordPrefix = "word:"

  /// The class of that name, or nil.
  public func classSet(named name: String) -> ClassSet? {
    classNames.firstIndex(of: name).map { ClassSet(bit: $0) }
  }

  /// Reads the embedded lexicon and lays over it what is known of a domain, then the files of a folder.
  ///
  /// In what is laid over, a row or rule with the same key replaces the one below; a form with a leading
  /// `-` in a class file is taken out.
  /// - Parameters:
  ///   - domain: one of `LexiconFile.domains`; none is laid over by default.
  ///   - folder: a folder of the shape of `Lexicons`.
  /// - Throws: `LexiconError` with every problem found in the files.
  public static func load(
    domain: String? = nil, overlay folder: String? = nil
  ) throws(LexiconError) -> Lexicon {
    try load(domain: domain, overlay: folder) {}
  }

  /// The same.
  ///
  /// - Parameter prepare: called first in each of the threads that load it.
  package static func load(
    domain: String?, overlay folder: String?, preparing prepare: @Sendable () -> Void
  ) throws(LexiconError) -> Lexicon {
    var files = LexiconFile.embedded()
    if let domain { files += LexiconFile.embedded(domain: domain) }
    if let folder { files += try LexiconFile.directory(folder) }
    return try load(files: files, preparing: prepare)
  }

  /// Builds a lexicon from files, the later ones laid over the earlier.
  /// - Throws: `LexiconError` with every problem found in the files.
  public static func load(files: [LexiconFile]) throws(LexiconError) -> Lexicon {
    try load(files: files) {}
  }

  private static func load(
    files: [LexiconFile], preparing prepare: @Sendable () -> Void
  ) throws(LexiconError) -> Lexicon {
    prepare()
    var builder = LexiconBuilder(files, preparingOtherThread: prepare)
    return try builder.build()
  }

  init(
    forms: FormTable, rules: FrozenRules, patterns: PatternIndex,
    parameters: Parameters, model: Model, words: WordWeights, priors: Priors,
    abbreviations: [Abbreviation], classNames: [String], evidenceNames: [String],
    phrases: [String: String], files: [LexiconFile], fingerprint: String
  ) {
    self.forms = forms
    self.rules = rules.rules
    effects = rules.rules.map(\.effects)
    markers = rules.markers
    families = rules.families
    flags = rules.flags
    flagNames = rules.flagNames
    placedExamples = rules.examples
    self.patterns = patterns
    self.parameters = parameters
    self.model = model
    self.words = words
    self.priors = priors
    self.abbreviations = abbreviations
    self.classNames = classNames
    self.evidenceNames = evidenceNames
    self.phrases = phrases
    self.files = files
    self.fingerprint = fingerprint
  }

  /// The fingerprint of the lexicon that is read from some files, which need not be loaded for it.
  public static func fingerprint(of files: [LexiconFile]) -> String {
    var hash = Checksum()
    for file in files {
      hash.add(Array(file.path.utf8).span)
      file.withText { hash.add($0) }
    }
    let digits = String(hash.value, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }
}
