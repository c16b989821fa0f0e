/// One block of a `.rules` file, or one row of idioms, without its patterns: what it means, and where it stands.
///
/// It holds no references: there are thousands, which are ordered at every start. `Lexicon` reads its name and its
/// examples where they stand, when they are asked for.
public struct Rule: Sendable {
  public internal(set) var effects = RuleEffects()
  /// How many `unless` patterns there are.
  public internal(set) var exceptionCount: Int32 = 0
  /// Number in `Lexicon.files`, and the line of the block there.
  let file: Int32
  public let line: Int32
  /// The bytes of its name in that file.
  let name: Range<Int32>
  /// In the examples of all rules.
  var examples: Range<Int32>

  /// Whether it is a row of `idioms.tsv`, which has no examples.
  public var isIdiom: Bool { examples.isEmpty }
}
