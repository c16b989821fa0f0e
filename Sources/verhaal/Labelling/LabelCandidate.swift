import Lexicon
import StoryAnalysis

/// A review that a person may be asked to label; without its grade.
struct LabelCandidate: Sendable {
  /// What kind of reviews it belongs to: as a column of that name says, else the source.
  let domain: String
  /// Its place in the chunk, by which the occurrence is found.
  let index: Int
  var id: String
  let title: String?
  let text: String
  /// How far the verdict is from another: the less, the more a label tells.
  let margin: Fixed

  /// What is analysed: title, a newline, body.
  var whole: String { title.map { $0 + "\n" + text } ?? text }

  /// - Returns: nil for what cannot be read, says nothing or is in another language.
  init?(_ index: Int, of batch: AnalyzedBatch, identity: ReviewIdentity) {
    let record = batch.reviews.reviews[index]
    let analysis = batch.analyses[index]
    guard !record.unreadable, analysis.basis != .otherLanguage, analysis.wordCount > 0 else {
      return nil
    }
    let field = batch.reviews.fields[record.fields].first {
      batch.reviews.string($0.name) == "domain" && $0.value.count > 0
    }
    domain = field.map { batch.reviews.string($0.value) } ?? batch.layout.source
    self.index = index
    id = batch.idStem(of: record, identity)
    let bytes = batch.reviews.bytes[record.text.range]
    if record.titleLength > 0 {
      title = String(decoding: bytes.prefix(record.titleLength), as: UTF8.self)
      text = String(decoding: bytes.dropFirst(record.titleLength + 1), as: UTF8.self)
    } else {
      title = nil
      text = String(decoding: bytes, as: UTF8.self)
    }
    margin = LabelCandidate.margin(of: analysis)
  }

  /// The smaller of two distances: between the two likeliest labels, and between story and no story.
  static func margin(of analysis: Analysis) -> Fixed {
    let labels = Label.allCases.map { analysis.probabilities[$0] }.sorted(by: >)
    return min(labels[0] - labels[1], abs(2 * analysis.storyProbability - Fixed.one))
  }
}
