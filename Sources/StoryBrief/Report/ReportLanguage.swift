/// In which language the report page speaks for itself; what customers wrote stays as it is.
public enum ReportLanguage: String, CaseIterable, Sendable {
  case dutch = "nl"
  case english = "en"
}
