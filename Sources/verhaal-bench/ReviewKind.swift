import ReviewIO
import StoryAnalysis

/// What a review of the corpus says, by its labels.
struct ReviewKind: Hashable, Sendable {
  let label: Label
  let story: Bool

  static let all = Label.allCases.flatMap { label in
    [false, true].map { ReviewKind(label: label, story: $0) }
  }

  /// How many of a thousand reviews are so, as Verhaal finds them among 8,863 of shops, albums, lodgings, restaurants, a
  /// bank and tradesmen. In the corpus twice as many tell a story.
  var perMille: Int {
    switch (label, story) {
    case (.neutralSatisfied, false): 491
    case (.neutralSatisfied, true): 29
    case (.enthusiastic, false): 138
    case (.enthusiastic, true): 20
    case (.dissatisfied, false): 171
    case (.dissatisfied, true): 151
    }
  }
}

extension ReviewKind {
  /// The kind of a labelled review; nil for another.
  init?(_ record: ReviewRecord, in batch: ReviewBatch) {
    var label: Label?
    var story = false
    for field in batch.fields[record.fields] {
      switch batch.string(field.name) {
      case "label": label = Label(rawValue: batch.string(field.value))
      case "story": story = batch.string(field.value) == "1"
      default: continue
      }
    }
    guard let label else { return nil }
    self.init(label: label, story: story)
  }
}
