/// Where in a text evidence counts towards a score.
public enum EvidenceScope: String, CaseIterable, Sendable {
  /// Everywhere, up to the cap for each kind of evidence.
  case all
  /// Once, where it occurs first.
  case any
  /// In the segment that serves as the moment.
  case peak
  /// In the last segment that says anything evaluative.
  case end
  /// Everywhere, divided by the sum of all evaluative evidence plus one.
  case share
  /// Everywhere, for every ten words of the text plus ten.
  case rate
}
