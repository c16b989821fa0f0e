/// What a construction does to the polarity of the clause or sentence it stands in, from its place on.
public enum Frame: String, CaseIterable, Sendable {
  /// Turns the clause round: "als ze op tijd waren geweest, was het geweldig geweest".
  case flip
  /// Empties the clause: "bij de concurrent ben ik wel goed geholpen".
  case void
  /// Empties the whole sentence: "bij mijn vorige bank was het een puinhoop: nooit antwoord, altijd wachten".
  case voidSentence = "void-sentence"
  /// Halves the clause: "het zou fijn zijn als".
  case halve
}
