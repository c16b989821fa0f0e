/// One block of a `.rules` file: patterns, what they mean, and examples that prove it.
public struct Rule: Sendable {
  public let name: String
  /// The file and line of the block, for messages.
  public let origin: String
  public let line: Int

  /// Numbers into `Lexicon.families`: what kinds of telling the match is a sign of.
  public internal(set) var markers: [Int] = []
  /// What the phrase says as a whole; its words then say nothing by themselves. Nil: no opinion.
  public internal(set) var norms: Norms?
  /// Factor for the next evaluative word to the right.
  public internal(set) var scale: Fixed?
  public internal(set) var negates: NegationScope?
  public internal(set) var frame: Frame?
  /// The words inside keep their markers but carry no polarity and no negation.
  public internal(set) var shields = false
  /// What the match is about.
  public internal(set) var drivers: [Driver] = []
  public internal(set) var flags: [String] = []

  public internal(set) var examples: [RuleExample] = []
  /// How many `unless` patterns there are.
  public internal(set) var exceptionCount = 0
}
