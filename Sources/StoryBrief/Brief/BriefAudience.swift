/// Who may read a brief.
public enum BriefAudience: String, CaseIterable, Sendable, Decodable {
  case `internal`
  /// Only stories that their writers allow to be used, without names of others, and no open cases.
  case external
}
