import Lexicon

/// A word or phrase that says something evaluative, with what its context makes of it.
struct Evaluation {
  /// Tokens, half open.
  var start: Int
  var end: Int
  /// The rule it comes from; nil for a single word of the tables.
  var rule: Int?
  /// In ten-thousandths; beyond -1 to 1 where the context makes it stronger.
  var valence: Fixed
  var delight: Fixed
  var breach: Fixed
}
