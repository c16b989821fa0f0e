/// The language of a brief's own sentences; quotes stay as they are.
public enum BriefLanguage: String, CaseIterable, Sendable {
  case dutch = "nl"
  case flemish = "nl-BE"
  case english = "en"

  /// As documents name it.
  var tag: String {
    switch self {
    case .dutch: "nl-NL"
    case .flemish: "nl-BE"
    case .english: "en"
    }
  }

  /// The files with its sentences, the later ones laid over the earlier.
  var files: [String] {
    switch self {
    case .dutch: ["brief/nl.tsv"]
    case .flemish: ["brief/nl.tsv", "brief/nl-BE.tsv"]
    case .english: ["brief/en.tsv"]
    }
  }
}
