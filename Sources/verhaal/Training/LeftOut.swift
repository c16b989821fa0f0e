/// What models say of the reviews of a domain that they have not seen, domain by domain.
struct LeftOut: Sendable {
  /// The labelled reviews of all domains that were left out.
  let reviews: [TrainingReview]
  let verdicts: [TrainedModel.Verdict]

  /// The domains that can be left out, by name.
  static func domains(_ reviews: [TrainingReview]) -> [String] {
    Set(reviews.filter { $0.isLabelled && !$0.isConstant }.map(\.domain)).sorted()
  }

  /// Fits a model without each domain; two or more of them are needed.
  ///
  /// - Parameter threads: how many models are fitted at a time; the result does not depend on it.
  init(_ reviews: [TrainingReview], _ fit: ModelFit, threads: Int) async {
    let domains = LeftOut.domains(reviews)
    let parts = await withTaskGroup(of: (Int, [TrainingReview], [TrainedModel.Verdict]).self) {
      group in
      var parts = domains.map { _ in ([TrainingReview](), [TrainedModel.Verdict]()) }
      var issued = 0
      func next() {
        guard issued < domains.count else { return }
        let number = issued
        let domain = domains[number]
        group.addTask {
          let isOut = { (review: TrainingReview) in
            review.domain == domain && !review.isConstant
          }
          let model = fit.fit(reviews.filter { !isOut($0) })
          let rest = reviews.filter { isOut($0) && $0.isLabelled }
          return (number, rest, model.verdicts(rest, in: fit.space))
        }
        issued += 1
      }
      for _ in 0..<threads { next() }
      while let (number, rest, verdicts) = await group.next() {
        parts[number] = (rest, verdicts)
        next()
      }
      return parts
    }
    self.reviews = parts.flatMap(\.0)
    verdicts = parts.flatMap(\.1)
  }
}
