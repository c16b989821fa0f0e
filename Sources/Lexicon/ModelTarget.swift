/// What the model scores.
public enum ModelTarget: String, CaseIterable, Sendable {
  case neutralSatisfied = "label:neutral-satisfied"
  case enthusiastic = "label:enthusiastic"
  case dissatisfied = "label:dissatisfied"
  case story
  case memorability
  /// How well one segment of the text serves as its moment.
  case moment

  public static let labels: [ModelTarget] = [.neutralSatisfied, .enthusiastic, .dissatisfied]
}
