/// What a construction does to the polarity of the clause it stands in.
public enum Frame: String, CaseIterable, Sendable {
  /// Turns it round: "als ze op tijd waren geweest, was het geweldig geweest".
  case flip
  /// Empties it: "bij de concurrent ben ik wel goed geholpen".
  case void
  /// Halves it: "het zou fijn zijn als".
  case halve
}
