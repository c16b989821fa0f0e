/// For whom a brief is: which parts it has.
public enum BriefReader: String, CaseIterable, Sendable {
  case everyone, board, team, marketing

  /// A part of a brief, in its order.
  enum Part: CaseIterable {
    case summary, decision, cells, good, bad, step, barred, look, honest, claims, method
  }

  var parts: Set<Part> {
    switch self {
    case .everyone: Set(Part.allCases)
    case .board: [.summary, .decision, .cells, .good, .bad, .barred, .look, .method]
    case .team: [.summary, .good, .bad, .step, .barred, .look, .method]
    case .marketing: [.summary, .cells, .good, .honest, .claims, .method]
    }
  }
}
