/// The lexicon could not be loaded; `problems` holds at least one reason.
public struct LexiconError: Error, Sendable, CustomStringConvertible {
  public let problems: [LexiconProblem]

  public init(problems: [LexiconProblem]) { self.problems = problems }

  public var description: String { problems.map(\.description).joined(separator: "\n") }
}
