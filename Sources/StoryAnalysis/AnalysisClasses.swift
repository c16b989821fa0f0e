import Lexicon

/// The word classes and marker families that the analysis itself asks for, by name.
///
/// A class, so that each step can be handed it at the cost of one reference.
final class AnalysisClasses: Sendable {
  /// Words that begin a clause and end the reach of a negation.
  let clauseBreak: ClassSet
  /// Words that join clauses or words, without contrast.
  let coordination: ClassSet
  /// Words that deny.
  let negator: ClassSet
  /// Function words of Dutch, of all other languages, and of each of those, by code.
  let dutch: ClassSet
  let foreign: ClassSet
  let foreignLanguages: [(code: String, words: ClassSet)]
  /// Classes to which the model gives weight.
  let counted: ClassSet
  /// Number of the family of stock phrases; nil if no rule gives it.
  let formula: Int?
  /// Number of the family that says that no experience is told; nil if no rule gives it.
  let noExperience: Int?

  init(_ lexicon: Lexicon) {
    clauseBreak = lexicon.classSet(named: "clause-break") ?? []
    coordination = lexicon.classSet(named: "coordination") ?? []
    negator = lexicon.classSet(named: "negator") ?? []
    let codes = lexicon.classNames.filter { $0.utf8.count == 2 && $0 != "nl" }
    dutch = lexicon.classSet(named: "nl") ?? []
    foreignLanguages = codes.map { ($0, lexicon.classSet(named: $0) ?? []) }
    foreign = foreignLanguages.reduce(into: []) { $0.formUnion($1.words) }
    var counted: ClassSet = []
    for bit in lexicon.classNames.indices
    where lexicon.model.usesEvidence(lexicon.evidence(ofClass: bit)) {
      counted.insert(ClassSet(bit: bit))
    }
    self.counted = counted
    formula = lexicon.families.firstIndex(of: "formula")
    noExperience = lexicon.families.firstIndex(of: "no-experience")
  }
}
