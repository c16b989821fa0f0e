/// What is known of the weights before a fit: which evidence may get one, and towards which value it is drawn.
public struct Priors: Sendable {
  /// Where a weight stands in the model.
  struct Place: Hashable {
    var target: ModelTarget
    var evidence: Int
    var scope: EvidenceScope
  }

  /// The kinds of evidence that may get weights beside the base and the text's length, ascending.
  public let used: [Int]
  /// Those that may get a weight in the choice of the moment alone, ascending.
  public let ofSegment: [Int]
  /// Kinds that show that a thing is told and not which side it is on: their weights for enthusiastic and for
  /// dissatisfied are held together.
  public let tied: Set<Int>
  /// Words that may get no weight, as they are written in lower case.
  public let barredWords: Set<String>
  private let weights: [Place: Fixed]

  init(
    used: Set<Int>, ofSegment: Set<Int>, tied: Set<Int>, barredWords: Set<String>,
    weights: [Place: Fixed]
  ) {
    self.used = used.sorted()
    self.ofSegment = ofSegment.sorted()
    self.tied = tied
    self.barredWords = barredWords
    self.weights = weights
  }

  /// The weight that is likely; 0 where nothing is known.
  public func weight(
    of evidence: Int, in scope: EvidenceScope, for target: ModelTarget
  ) -> Fixed {
    weights[Place(target: target, evidence: evidence, scope: scope)] ?? 0
  }
}
