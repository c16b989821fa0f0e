/// How well verdicts agree with grades on whether the writer is dissatisfied, in the reviews of one domain.
struct SignScore {
  let name: String
  let count: Int
  /// The mean over the two sides, or over the one that occurs; nil for no reviews.
  let macroF1: Double?

  init(name: String, _ matrix: ConfusionMatrix) {
    self.name = name
    count = matrix.total
    macroF1 = matrix.macroF1
  }
}
