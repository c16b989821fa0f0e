import Lexicon

/// What one observation adds to the score of one target.
struct Contribution {
  /// Number in the observations of the text.
  var observation: Int
  var target: ModelTarget
  var weight: Fixed
}
