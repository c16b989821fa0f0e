import Lexicon

/// The text of a `words.tsv`.
struct WordFile {
  /// The forms with their weights, in the order of `WordWeights.targets`.
  private var rows: [(form: String, weights: [Fixed])] = []

  init(_ model: TrainedModel, in space: FeatureSpace) {
    for (place, form) in space.words.enumerated() {
      let label = 3 * (space.firstWord(.neutralSatisfied) + place)
      let weights = [
        model.label[label], model.label[label + 1], model.label[label + 2],
        model.story[space.firstWord(.story) + place],
        model.memorability[space.firstWord(.memorability) + place],
      ].map { weight in
        Swift.min(
          max(Fixed(rounding: weight), WordWeights.range.lowerBound), WordWeights.range.upperBound)
      }
      if weights.contains(where: { $0 != 0 }) { rows.append((form, weights)) }
    }
  }

  var count: Int { rows.count }

  /// The file, with notes in front of it as comments.
  func text(_ notes: [String]) -> String {
    ModelFile.comments(notes) + "-\n"
      + rows.map { ([$0.form] + $0.weights.map(\.fourDecimals)).joined(separator: "\t") + "\n" }
      .joined()
  }
}
