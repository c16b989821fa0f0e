/// How well verdicts agree with labels in one group of the reviews, such as a domain.
struct GroupScore {
  let name: String
  let count: Int
  /// The mean over the labels that occur in the group; nil for no reviews.
  let macroF1: Double?
  /// Nil where no story is labelled and none is found.
  let storyF1: Double?

  init(name: String, labels: ConfusionMatrix, stories: ConfusionMatrix) {
    self.name = name
    count = labels.total
    macroF1 = labels.macroF1
    storyF1 = stories.f1(of: 1)
  }

  /// The figures under the names of the JSON output.
  var figures: [(key: String, value: Double?)] { [("macroF1", macroF1), ("storyF1", storyF1)] }
}
