import StoryAnalysis

/// How well two gold files agree on the reviews that both hold.
struct Agreement {
  /// Rows are the first file's labels, columns the second's.
  let labels: ConfusionMatrix
  /// The same for the story: 0 no, 1 yes.
  let stories: ConfusionMatrix
  /// Reviews with the same id and another text, which are left out.
  let otherTextCount: Int

  var count: Int { labels.total }

  /// Of an id that a file holds twice, the first counts.
  init(_ first: [GoldReview], _ second: [GoldReview]) {
    let others = Dictionary(second.map { ($0.id, $0) }, uniquingKeysWith: { known, _ in known })
    var labels = ConfusionMatrix(classes: Label.allCases.count)
    var stories = ConfusionMatrix(classes: 2)
    var otherTextCount = 0
    var seen: Set<String> = []
    for review in first where seen.insert(review.id).inserted {
      guard let other = others[review.id] else { continue }
      if Agreement.words(other) != Agreement.words(review) {
        otherTextCount += 1
        continue
      }
      labels.add(wanted: review.label.place, given: other.label.place)
      stories.add(wanted: review.story, given: other.story)
    }
    self.labels = labels
    self.stories = stories
    self.otherTextCount = otherTextCount
  }

  /// A dump may be read with white space that another file has not.
  private static func words(_ review: GoldReview) -> [Substring] {
    review.whole.split(whereSeparator: \.isWhitespace)
  }
}
