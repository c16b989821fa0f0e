import Lexicon
import StoryAnalysis

/// What a team begins the day with: one good story, one that leaks away, and a question.
public struct Daystart: Encodable, Sendable {
  public var schemaVersion = 1
  public var period: BriefFacts.Days
  @Known public var newestDate: String? = nil
  @Known public var good: BriefFacts.Story? = nil
  @Known public var bad: BriefFacts.Story? = nil
  public var question: String

  public init(_ facts: BriefFacts, _ say: Wording) {
    period = facts.period
    newestDate = facts.newestDate
    good = facts.good.first
    bad = facts.bad.first
    // The question is about what leaks away, where it is known what that is.
    question =
      facts.bad.first?.driver.map { say.text("question." + $0) } ?? say.text("day.question")
  }
}
