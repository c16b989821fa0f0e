/// A number that steers the analysis, kept in `parameters.tsv`, which explains each.
public enum Parameter: Int, CaseIterable, Sendable {
  case negationOfPositive
  case negationOfNegative
  case negationReach
  case leastNegated
  case leastValence
  case leastBreach
  case emphasis
  case halve
  case flip
  case capOfEvidence
  case valenceOfNeutral
  case valenceOfEnthusiastic
  case valenceOfDissatisfied
  case minimumWords
  case clauseWords
  case pairMoments
  case furtherMoments

  /// As the file writes it.
  public var name: String {
    switch self {
    case .negationOfPositive: "negation.positive"
    case .negationOfNegative: "negation.negative"
    case .negationReach: "negation.reach"
    case .leastNegated: "negation.least"
    case .leastValence: "norms.least-valence"
    case .leastBreach: "norms.least-breach"
    case .emphasis: "emphasis"
    case .halve: "frame.halve"
    case .flip: "frame.flip"
    case .capOfEvidence: "evidence.cap"
    case .valenceOfNeutral: "valence.neutral-satisfied"
    case .valenceOfEnthusiastic: "valence.enthusiastic"
    case .valenceOfDissatisfied: "valence.dissatisfied"
    case .minimumWords: "basis.minimum-words"
    case .clauseWords: "moment.clause-words"
    case .pairMoments: "moment.pairs"
    case .furtherMoments: "moment.further"
    }
  }

  /// The parameter of that name, or nil.
  init?(name: String) {
    guard let parameter = Parameter.allCases.first(where: { $0.name == name }) else { return nil }
    self = parameter
  }

  /// The values that make sense, in ten-thousandths.
  var range: ClosedRange<Fixed> {
    switch self {
    case .negationOfPositive, .negationOfNegative, .flip: -2 * Fixed.one...0
    case .valenceOfNeutral, .valenceOfEnthusiastic, .valenceOfDissatisfied: -Fixed.one...Fixed.one
    case .negationReach, .minimumWords: 0...100 * Fixed.one
    case .clauseWords: 2 * Fixed.one...1_000 * Fixed.one
    case .emphasis, .halve: 0...4 * Fixed.one
    case .leastNegated, .leastValence, .leastBreach, .pairMoments: 0...Fixed.one
    case .capOfEvidence: Fixed.one...100 * Fixed.one
    case .furtherMoments: 0...10 * Fixed.one
    }
  }
}
