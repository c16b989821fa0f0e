/// How the fit of one target went.
struct FitPart: Sendable {
  let name: String
  /// How many features have a weight, and how many there could be.
  let kept: Int
  let count: Int
  /// The same for words.
  let keptWords: Int
  let wordCount: Int
  /// Steps of the search, and whether it came to its end.
  let iterations: Int
  let hasConverged: Bool
}
