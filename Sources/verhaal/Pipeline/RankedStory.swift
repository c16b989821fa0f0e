import Lexicon
import ReviewIO
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
  let analysis: Analysis
  let moment: Moment
  let rating: Fixed?
  let ratingScale: String?
  let date: String?

  var memorability: Fixed { analysis.memorability }
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
    self.analysis = analysis
    self.moment = moment
    rating = record.rating
    ratingScale = batch.layout.scale?.rawValue
    date = record.date.map { batch.reviews.string($0) }
  }
}
