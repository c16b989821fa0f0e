import Lexicon

/// What Verhaal says of one text.
///
/// Scores are kept in ten-thousandths, as they are printed. For every target the weights of its
/// reasons sum to its score: the label probabilities are the softmax of the three label scores,
/// `storyProbability` is the logistic function of the story score, and `memorability` three times that
/// of its own.
public struct Analysis: Sendable, Hashable {
  public let label: Label
  public let probabilities: LabelProbabilities
  /// -1 to 1 in ten-thousandths: on which side the writer comes down.
  public let valence: Fixed
  /// Whether the text tells of a specific happening that departs from the expected.
  public let story: Bool
  /// 0 to 1 in ten-thousandths.
  public let storyProbability: Fixed
  /// Expected grade, 0 to 3 in ten-thousandths.
  public let memorability: Fixed
  public let basis: Basis
  /// ISO 639-1 code of the language most of the function words belong to; nil if there are none.
  public let language: String?
  /// Most prominent first.
  public let drivers: [Driver]
  public let flags: [String]
  /// Most memorable first; at least one where `story` is true, none otherwise.
  public let moments: [Moment]
  /// The terms of every score, in the order of the text; empty unless asked for.
  public let reasons: [Reason]
  /// The inputs of the model, in the order of the text; empty unless asked for.
  public let evidence: [EvidenceItem]
  /// In the order of the text; empty unless asked for.
  public let sentences: [SentenceReading]
  /// Words in the text, punctuation aside.
  public let wordCount: Int

  public init(
    label: Label, probabilities: LabelProbabilities, valence: Fixed, story: Bool,
    storyProbability: Fixed, memorability: Fixed, basis: Basis, language: String?,
    drivers: [Driver], flags: [String], moments: [Moment], reasons: [Reason] = [],
    evidence: [EvidenceItem] = [], sentences: [SentenceReading] = [], wordCount: Int
  ) {
    self.label = label
    self.probabilities = probabilities
    self.valence = valence
    self.story = story
    self.storyProbability = storyProbability
    self.memorability = memorability
    self.basis = basis
    self.language = language
    self.drivers = drivers
    self.flags = flags
    self.moments = moments
    self.reasons = reasons
    self.evidence = evidence
    self.sentences = sentences
    self.wordCount = wordCount
  }
}
