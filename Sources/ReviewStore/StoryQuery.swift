import Lexicon
import StoryAnalysis

/// Which stories are asked for; what is not given does not matter, and what is given must all hold.
public struct StoryQuery: Sendable {
  /// At most so many.
  public var limit: Int
  public var label: Label?
  /// A driver of the review.
  public var driver: Driver?
  /// Flags of the review.
  public var flags: [String] = []
  public var side: MomentSide?
  /// Of the review, in ten-thousandths.
  public var leastMemorability: Fixed?
  /// Grades in ten-thousandths, on the scale of the source.
  public var grades: ClosedRange<Fixed>?
  /// Only grades on this scale: `1-5`, `1-10`, `0-10` or `0-100`.
  public var ratingScale: String?
  /// The first day, as `yyyy-mm-dd`.
  public var firstDay: String?
  /// The last day, as `yyyy-mm-dd`.
  public var lastDay: String?
  public var fields: [FieldCondition] = []
  public var words: WordSearch?
  /// Reviews with one of these ids, also those without a story; empty for all stories.
  public var ids: [String] = []
  public var source: String?
  /// Of each of these only the best.
  public var grouping: StoryGrouping?
  /// Copies once, and few of each driver.
  public var isDiverse = false
  /// Only what may be used outside: allowed by the customer, with none of the flags that forbid it, copies once.
  public var isPublishable = false

  /// Of copies, only the best.
  public var takesCopiesOnce: Bool { isDiverse || isPublishable }

  /// Flags of what is not to be used outside, whoever allows it.
  public static let unpublishable: Set<String> = [
    "sensitive", "not-quotable", "irony", "quotes-other", "about-other",
  ]

  public init(limit: Int, label: Label? = nil, driver: Driver? = nil, source: String? = nil) {
    self.limit = limit
    self.label = label
    self.driver = driver
    self.source = source
  }
}
