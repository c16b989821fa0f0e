/// What the model scores.
public enum ModelTarget: UInt8, CaseIterable, Sendable {
  case neutralSatisfied, enthusiastic, dissatisfied
  case story
  case memorability
  /// How well one segment of the text serves as its moment.
  case moment

  /// As `model.tsv` and the reasons of an analysis write it.
  public var name: String {
    switch self {
    case .neutralSatisfied: "label:neutral-satisfied"
    case .enthusiastic: "label:enthusiastic"
    case .dissatisfied: "label:dissatisfied"
    case .story: "story"
    case .memorability: "memorability"
    case .moment: "moment"
    }
  }

  /// The target of that name, or nil.
  public init?(name: String) {
    guard let target = ModelTarget.allCases.first(where: { $0.name == name }) else { return nil }
    self = target
  }
}
