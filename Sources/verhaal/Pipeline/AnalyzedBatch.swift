import ReviewIO
import StoryAnalysis

/// The reviews of one chunk with their analyses.
struct AnalyzedBatch: Sendable {
  let layout: DumpLayout
  let reviews: ReviewBatch
  /// One for each of `reviews.reviews`.
  let analyses: [Analysis]

  init(
    _ reviews: ReviewBatch, layout: DumpLayout, analyzer: Analyzer, detail: AnalysisDetail
  ) {
    self.layout = layout
    self.reviews = reviews
    analyses = analyzer.analyze(
      reviews.bytes,
      texts: reviews.reviews.map {
        AnalyzedText(range: $0.text.range, titleLength: $0.titleLength)
      },
      detail: detail)
  }

  func identity(of record: ReviewRecord) -> ReviewIdentity {
    var content = Fingerprint()
    content.add(reviews.bytes[record.text.range])
    content.add(record.date.map { reviews.bytes[$0.range] } ?? [])
    guard let id = record.id else {
      return ReviewIdentity(id: content.value, content: content.value, isNamed: false)
    }
    var name = Fingerprint()
    name.add(reviews.bytes[id.range])
    return ReviewIdentity(id: name.value, content: content.value, isNamed: true)
  }

  /// The id of a review without its occurrence: its own, or a hash of what it says.
  func idStem(of record: ReviewRecord, _ identity: ReviewIdentity) -> String {
    record.id.map { reviews.string($0) } ?? Fingerprint.hexadecimal(identity.id)
  }

  /// The id as it is written before its occurrence is known: as that of the first.
  func firstID(of record: ReviewRecord, _ identity: ReviewIdentity) -> ArraySlice<UInt8> {
    if let id = record.id { return reviews.bytes[id.range] }
    return Array(
      (Fingerprint.hexadecimal(identity.id) + Occurrence(isNamed: false, number: 1).suffix).utf8)[
        ...]
  }
}
