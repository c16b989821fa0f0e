/// A number that steers the analysis, kept in `parameters.tsv`, which explains each.
public enum Parameter: String, CaseIterable, Sendable {
  case negationOfPositive = "negation.positive"
  case negationOfNegative = "negation.negative"
  case negationReach = "negation.reach"
  case emphasis = "emphasis"
  case halve = "frame.halve"
  case flip = "frame.flip"
  case capOfEvidence = "evidence.cap"
  case valenceOfNeutral = "valence.neutral-satisfied"
  case valenceOfEnthusiastic = "valence.enthusiastic"
  case valenceOfDissatisfied = "valence.dissatisfied"
  case minimumWords = "basis.minimum-words"
  case clauseWords = "moment.clause-words"
  case joinMoments = "moment.join"
  case furtherMoments = "moment.further"
}
