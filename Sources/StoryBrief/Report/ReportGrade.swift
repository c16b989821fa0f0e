import Lexicon

/// A grade on its scale.
struct ReportGrade: Hashable, Encodable {
  /// Empty where it is not known.
  let scale: String
  /// In ten-thousandths.
  let value: Fixed
}
