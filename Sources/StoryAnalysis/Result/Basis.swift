/// Whether a text can carry a verdict.
public enum Basis: String, CaseIterable, Sendable {
  /// An experience is told or judged; only these count in figures.
  case experience
  case tooShort = "too-short"
  /// A question, "nvt", nothing at all.
  case noExperience = "no-experience"
  case otherLanguage = "other-language"
}
