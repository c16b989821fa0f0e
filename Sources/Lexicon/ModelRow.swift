/// The weights of one kind of evidence in one scope.
///
/// One value has a term in every target; in one row they are worked out together.
public struct ModelRow: Sendable {
  public let scope: EvidenceScope
  /// Factors, by the number of the target: the labels and the story.
  public private(set) var factors = SIMD4<Double>()
  /// The factor of the fifth target.
  public private(set) var memorability = 0.0

  init(scope: EvidenceScope) { self.scope = scope }

  mutating func set(_ weight: Fixed, for target: ModelTarget) {
    let factor = Double(factor: weight, of: Fixed.one)
    switch target {
    case .neutralSatisfied, .enthusiastic, .dissatisfied, .story:
      factors[Int(target.rawValue)] = factor
    case .memorability: memorability = factor
    case .moment: break
    }
  }
}
