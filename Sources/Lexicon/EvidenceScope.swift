/// Where in a text evidence counts towards a score.
public enum EvidenceScope: UInt8, CaseIterable, Sendable {
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

  /// Beyond so many words a text's length says no more in the scope `rate`; this also keeps the number in range.
  public static let mostWords = 20_000

  /// As `model.tsv` writes it.
  public var name: String {
    switch self {
    case .all: "all"
    case .any: "any"
    case .peak: "peak"
    case .end: "end"
    case .share: "share"
    case .rate: "rate"
    }
  }

  /// The scope of that name, or nil.
  public init?(name: String) {
    guard let scope = EvidenceScope.allCases.first(where: { $0.name == name }) else { return nil }
    self = scope
  }
}
