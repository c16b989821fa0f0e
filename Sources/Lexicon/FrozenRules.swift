/// The rules of a lexicon in their order, and what their markers and flags are numbers of.
struct FrozenRules {
  var rules: [Rule]
  /// Where the examples of all rules stand.
  let examples: [PlacedExample]
  /// The marker families of all rules: numbers in `families`.
  let markers: [Int]
  /// Sorted.
  let families: [String]
  /// The flags of all rules: numbers in `flagNames`.
  let flags: [Int]
  /// Sorted.
  let flagNames: [String]
}
