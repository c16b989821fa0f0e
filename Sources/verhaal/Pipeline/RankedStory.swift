import Lexicon
import ReviewIO
import ReviewStore
import StoryAnalysis

/// A review with what is shown of it in a list.
struct RankedStory: Sendable {
  /// Tells a review with an id from all others.
  struct Key: Hashable {
    let source: String
    let id: UInt64
    let content: UInt64

    /// nil for a review that has no id of its own.
    init?(_ identity: ReviewIdentity, source: String) {
      guard identity.isNamed else { return nil }
      self.source = source
      id = identity.id
      content = identity.content
    }
  }

  let source: String
  /// Its place in the chunk, by which the occurrence is found.
  let index: Int
  /// Its place among all that were found, from 0.
  var number = 0
  /// Without its occurrence at first.
  var id: String
  let text: [UInt8]
  let titleLength: Int
  let label: Label
  let memorability: Fixed
  let flags: [String]
  /// nil for a review without a story that was asked for by its id.
  let moment: Moment?
  let rating: Fixed?
  let ratingScale: String?
  let date: String?
  let permission: Permission
  /// What it may be the best of, where stories are grouped.
  let group: String?
  /// Tells copies of the text; empty where it is not asked for, or kept elsewhere.
  var signature: [UInt8]
  private let identity: ReviewIdentity?

  var strength: Fixed { abs(moment?.valence ?? 0) }

  /// nil for a review that has no id of its own, or that stands once in a store.
  var key: Key? {
    identity.flatMap { Key($0, source: source) }
  }

  init(
    _ index: Int, of batch: AnalyzedBatch, identity: ReviewIdentity, permission: Permission,
    group: String?, signature: [UInt8]
  ) {
    let record = batch.reviews.reviews[index]
    let analysis = batch.analyses[index]
    source = batch.layout.source
    self.index = index
    id = batch.idStem(of: record, identity)
    text = Array(batch.reviews.bytes[record.text.range])
    titleLength = record.titleLength
    label = analysis.label
    memorability = analysis.memorability
    flags = analysis.flags
    moment = analysis.moments.first
    rating = record.rating
    ratingScale = batch.scale(of: record)?.rawValue
    date = record.date.map { batch.reviews.string($0) }
    self.permission = permission
    self.group = group
    self.signature = signature
    self.identity = identity
  }

  /// A story as it stands in a store.
  init(_ stored: StoredStory) {
    source = stored.source
    index = 0
    id = stored.id
    text = stored.text
    titleLength = stored.titleLength
    label = stored.label
    memorability = stored.memorability
    flags = stored.flags
    moment = stored.moment
    rating = stored.rating
    ratingScale = stored.ratingScale
    date = stored.date
    permission = stored.permission
    group = stored.group
    signature = []
    identity = nil
  }
}
