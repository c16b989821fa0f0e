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

  /// The scale of a grade: the one that was asked for, else the one that the record names, as gathered dumps do, else that
  /// of the file.
  func scale(of record: ReviewRecord) -> RatingScale? {
    guard record.rating != nil, !layout.isScaleGiven else { return layout.scale }
    let own = ["scale", "schaal"].lazy
      .compactMap { reviews.value(of: $0, in: record).flatMap(RatingScale.init) }.first
    return own ?? layout.scale
  }

  func identity(of record: ReviewRecord) -> ReviewIdentity {
    let bytes = reviews.bytes.span
    let date = record.date?.range ?? 0..<0
    guard let id = record.id else {
      // This one is shown.
      let content = Fingerprint.content(bytes, text: record.text.range, date: date)
      return ReviewIdentity(id: content, content: content, isNamed: false)
    }
    let text = ByteHash.hash(bytes, record.text.range)
    return ReviewIdentity(
      id: ByteHash.hash(bytes, id.range), content: ByteHash.hash(bytes, date, seed: text),
      isNamed: true)
  }

  /// The id of a review without its occurrence: its own, or a hash of what it says.
  func idStem(of record: ReviewRecord, _ identity: ReviewIdentity) -> String {
    record.id.map { reviews.string($0) } ?? Fingerprint.hexadecimal(identity.id)
  }

  /// The same as bytes.
  func stem(of record: ReviewRecord, _ identity: ReviewIdentity) -> ArraySlice<UInt8> {
    if let id = record.id { return reviews.bytes[id.range] }
    return Array(Fingerprint.hexadecimal(identity.id).utf8)[...]
  }

  /// The id as it is written before its occurrence is known: as that of the first.
  func firstID(of record: ReviewRecord, _ identity: ReviewIdentity) -> ArraySlice<UInt8> {
    if let id = record.id { return reviews.bytes[id.range] }
    return Array(
      (Fingerprint.hexadecimal(identity.id) + Occurrence(isNamed: false, number: 1).suffix).utf8)[
        ...]
  }
}
