import Lexicon
import ReviewStore

/// What somebody did well, in a customer's words with personal data masked.
struct Compliment {
  /// Masked, as the id is.
  let source: String
  let id: String
  let date: String?
  let rating: Fixed?
  let ratingScale: String?
  /// Whether the review tells a good story.
  let isStory: Bool
  let memorability: Fixed
  let quote: String
  let drivers: [Driver]
  let permission: Permission

  /// Whether it is shown before another: stories first, then by memorability.
  func precedes(_ other: Compliment) -> Bool {
    (isStory ? 1 : 0, memorability) > (other.isStory ? 1 : 0, other.memorability)
  }
}
