import Lexicon
import StoryAnalysis

/// A story as it stands in a store, with its first moment.
public struct StoredStory: Sendable {
  public let source: String
  public let id: String
  /// Title, a newline and body, or the body alone.
  public let text: [UInt8]
  /// In bytes; 0 if there is none.
  public let titleLength: Int
  public let label: Label
  /// 0 to 3, in ten-thousandths.
  public let memorability: Fixed
  public let flags: [String]
  /// nil for a review without a story that was asked for by its id.
  public let moment: Moment?
  /// In ten-thousandths, on the scale.
  public let rating: Fixed?
  public let ratingScale: String?
  /// `yyyy-mm-dd`.
  public let date: String?
  /// For use outside.
  public let permission: Permission
  /// What it is the best of, where stories are grouped.
  public let group: String?
}
