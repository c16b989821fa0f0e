/// A part of the reviews, with the model that was fitted without it.
struct LeftOutPart: Sendable {
  /// The places of its reviews among all.
  let places: [Int]
  let model: TrainedModel
  /// Its labelled reviews.
  let reviews: [TrainingReview]
  /// What the model says of these.
  let verdicts: [TrainedModel.Verdict]
}
