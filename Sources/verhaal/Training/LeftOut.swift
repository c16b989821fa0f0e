/// What models say of the reviews of a part that they have not seen, part by part.
struct LeftOut: Sendable {
  /// In the order of their names.
  let parts: [LeftOutPart]

  /// The labelled reviews of all parts that were left out.
  var reviews: [TrainingReview] { parts.flatMap(\.reviews) }
  var verdicts: [TrainedModel.Verdict] { parts.flatMap(\.verdicts) }

  /// The names of the parts that hold a labelled review to measure by.
  static func names(_ reviews: [TrainingReview], by division: Division = .domains) -> [String] {
    Set(reviews.filter(\.isMeasure).compactMap(division.part)).sorted()
  }

  /// Fits a model without each part; two or more with labelled reviews are needed.
  ///
  /// - Parameters:
  ///   - withGraded: whether parts of graded reviews alone are left out too.
  ///   - threads: how many models are fitted at a time; the result does not depend on it.
  init(
    _ reviews: [TrainingReview], _ fit: ModelFit, by division: Division = .domains,
    withGraded: Bool = false, threads: Int
  ) async {
    let partNames = reviews.map(division.part)
    let names =
      withGraded
      ? Set(partNames.compactMap(\.self)).sorted() : LeftOut.names(reviews, by: division)
    parts = await withTaskGroup(of: (Int, LeftOutPart).self) { group in
      var parts = [LeftOutPart?](repeating: nil, count: names.count)
      var issued = 0
      func next() {
        guard issued < names.count else { return }
        let number = issued
        let name = names[number]
        group.addTask {
          let places = reviews.indices.filter { partNames[$0] == name }
          let model = fit.fit(
            reviews.indices.filter { partNames[$0] != name }.map { reviews[$0] })
          let labelled = places.map { reviews[$0] }.filter(\.isMeasure)
          let part = LeftOutPart(
            places: places, model: model, reviews: labelled,
            verdicts: model.verdicts(labelled, in: fit.space))
          return (number, part)
        }
        issued += 1
      }
      for _ in 0..<threads { next() }
      while let (number, part) = await group.next() {
        parts[number] = part
        next()
      }
      return parts.compactMap(\.self)
    }
  }

  /// The threshold of the story that serves best in all parts.
  var threshold: Double { FitScores.bestThreshold(reviews, verdicts) }

  /// The threshold of the story that serves best in the other parts.
  func threshold(without number: Int) -> Double {
    let others = parts.indices.filter { $0 != number }.map { parts[$0] }
    return FitScores.bestThreshold(others.flatMap(\.reviews), others.flatMap(\.verdicts))
  }
}
