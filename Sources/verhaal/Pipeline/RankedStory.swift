import Lexicon
import ReviewIO
import ReviewStore
import StoryAnalysis

/// A review that tells a story, with what is shown of it in a list.
struct RankedStory: Sendable {
  let source: String
  /// The id without its occurrence.
  let stem: String
  /// Its place in the chunk, by which the occurrence is found.
  let index: Int
  var id: String
  let text: [UInt8]
  let titleLength: Int
  let label: Label
  let memorability: Fixed
  let flags: [String]
  let moment: Moment
  let rating: Fixed?
  let ratingScale: String?
  let date: String?

  var strength: Fixed { abs(moment.valence) }

  /// - Returns: nil for a review without a story or without an experience.
  init?(_ index: Int, of batch: AnalyzedBatch, identity: ReviewIdentity) {
    let record = batch.reviews.reviews[index]
    let analysis = batch.analyses[index]
    guard !record.unreadable, analysis.story, analysis.basis == .experience,
      let moment = analysis.moments.first
    else { return nil }
    source = batch.layout.source
    stem = batch.idStem(of: record, identity)
    self.index = index
    id = stem
    text = Array(batch.reviews.bytes[record.text.range])
    titleLength = record.titleLength
    label = analysis.label
    memorability = analysis.memorability
    flags = analysis.flags
    self.moment = moment
    rating = record.rating
    ratingScale = batch.layout.scale?.rawValue
    date = record.date.map { batch.reviews.string($0) }
  }

  /// A story as it stands in a store.
  init(_ stored: StoredStory) {
    source = stored.source
    stem = stored.id
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
  }
}
