import Foundation
import Lexicon
import StoryAnalysis

/// Fits the weights of every target to reviews.
///
/// First the moment, as a choice among the segments of a text, since the other targets count what stands in it; then
/// the label, the story and the memorability, each twice: weights that move no score by much after the first time
/// are left out the second.
struct ModelFit: Sendable {
  let space: FeatureSpace
  /// A weight is fitted only where its evidence occurs in so many reviews.
  let least: Int
  /// The same for a word.
  let leastWords: Int

  /// What leaving the prior costs, for evidence that is measured in standard deviations, and for words, each of which
  /// is there or not.
  private static let penalties = (label: 80.0, story: 60.0, memorability: 80.0, moment: 5.0)
  /// What a difference costs between weights that are held together.
  private static let tie = 400.0
  /// Evidence that hardly varies is not blown up.
  private static let leastDeviation = 0.3
  /// How much a weight must move the score of a usual review.
  private static let leastEffect = 0.02
  /// The base is left free, or nearly so.
  private static let basePenalty = 0.01

  func fit(_ reviews: [TrainingReview]) -> TrainedModel {
    var model = TrainedModel()
    fitMoment(reviews, &model)
    let moment = model.moment
    let peaks = reviews.map { $0.evidence.peak(moment) }
    let labels: [ModelTarget] = [.neutralSatisfied, .enthusiastic, .dissatisfied]
    model.label = fit(
      "label", space.matrix(reviews, peaks: peaks, for: .neutralSatisfied),
      reviews.map(\.answer), labels, ModelFit.penalties.label, &model)
    let labelled = reviews.indices.filter { reviews[$0].isLabelled }
    let gold = labelled.map { reviews[$0] }
    let goldPeaks = labelled.map { peaks[$0] }
    func answers(_ share: (TrainingReview) -> Double?) -> [SoftmaxObjective.Answer] {
      gold.map { review in
        let share = share(review) ?? 0
        return SoftmaxObjective.Answer(shares: [1 - share, share], weight: review.weight)
      }
    }
    model.story = ModelFit.differences(
      fit(
        "story", space.matrix(gold, peaks: goldPeaks, for: .story), answers { $0.story },
        [.story], ModelFit.penalties.story, &model))
    model.memorability = ModelFit.differences(
      fit(
        "memorability", space.matrix(gold, peaks: goldPeaks, for: .memorability),
        answers { $0.memorability.map { $0 / 3 } }, [.memorability],
        ModelFit.penalties.memorability, &model))
    return model
  }

  /// Of weights for no and for yes, by how much yes is ahead.
  private static func differences(_ weights: [Double]) -> [Double] {
    stride(from: 0, to: weights.count, by: 2).map { weights[$0 + 1] - weights[$0] }
  }

  /// - Parameters:
  ///   - targets: one a class; a single one stands for yes, with no before it.
  /// - Returns: the weights by column, then by class; 0 where nothing is kept.
  private func fit(
    _ name: String, _ matrix: SparseMatrix, _ answers: [SoftmaxObjective.Answer],
    _ targets: [ModelTarget], _ penalty: Double, _ model: inout TrainedModel
  ) -> [Double] {
    let classCount = max(2, targets.count)
    let firstWord = space.firstWord(targets[0])
    let words = firstWord..<matrix.columnCount
    var deviations = matrix.deviations
    for column in words { deviations[column] = 1 }
    let counts = matrix.counts
    func prior(_ column: Int) -> [Double] {
      let priors = targets.map { space.prior(column, of: $0) }
      return targets.count == 1 ? [-priors[0] / 2, priors[0] / 2] : priors
    }
    func weights(_ columns: [Int]) -> LBFGS.Minimum {
      let scales = columns.map { $0 == 0 ? 1 : max(deviations[$0], ModelFit.leastDeviation) }
      let priors = zip(columns, scales).flatMap { column, scale in
        prior(column).map { $0 * scale }
      }
      let objective = SoftmaxObjective(
        matrix: matrix.picking(columns, dividedBy: scales), classCount: classCount,
        answers: answers,
        penalties: columns.map { penalty * ($0 == 0 ? ModelFit.basePenalty : 1) }, priors: priors,
        ties: columns.map { classCount == 3 && space.isTied($0) ? ModelFit.tie : 0 })
      var minimum = LBFGS().minimize(objective, from: priors)
      for at in minimum.point.indices { minimum.point[at] /= scales[at / classCount] }
      return minimum
    }
    let frequent = counts.indices.filter { counts[$0] >= ($0 < firstWord ? least : leastWords) }
    let first = weights(frequent)
    let kept = frequent.indices.filter { at in
      if frequent[at] == 0 { return true }
      let row = first.point[(at * classCount)..<((at + 1) * classCount)]
      let mean = row.reduce(0, +) / Double(classCount)
      let effect = row.reduce(0) { max($0, abs($1 - mean)) }
      return effect * deviations[frequent[at]] >= ModelFit.leastEffect
    }.map { frequent[$0] }
    let second = weights(kept)
    var all = [Double](repeating: 0, count: matrix.columnCount * classCount)
    for (place, column) in kept.enumerated() {
      for at in 0..<classCount {
        all[column * classCount + at] = second.point[place * classCount + at]
      }
    }
    model.parts.append(
      FitPart(
        name: name, kept: kept.count { $0 < firstWord }, count: firstWord,
        keptWords: kept.count { $0 >= firstWord }, wordCount: words.count,
        iterations: first.iterations + second.iterations, hasConverged: second.hasConverged))
    return all
  }

  private func fitMoment(_ reviews: [TrainingReview], _ model: inout TrainedModel) {
    var matrix = SparseMatrix(columnCount: space.kinds.count)
    var texts: [Range<Int>] = []
    var shares: [Double] = []
    var counts = [Int](repeating: 0, count: space.kinds.count)
    for review in reviews {
      guard let marked = review.momentShares else { continue }
      let first = matrix.rowCount
      for segment in marked.indices {
        for item in review.evidence.items where item.segment == segment {
          matrix.append(item.value, column: item.kind)
        }
        matrix.endRow()
      }
      texts.append(first..<matrix.rowCount)
      shares += marked
      for (kind, _) in review.evidence.totals { counts[kind] += 1 }
    }
    let kept = counts.indices.filter { counts[$0] >= least }
    let priors = kept.map { space.momentPrior($0) }
    let objective = MomentObjective(
      matrix: matrix.picking(kept, dividedBy: kept.map { _ in 1 }), texts: texts, shares: shares,
      penalty: ModelFit.penalties.moment, priors: priors)
    let minimum = LBFGS().minimize(objective, from: priors)
    model.moment = [Double](repeating: 0, count: space.kinds.count)
    for (place, kind) in kept.enumerated() {
      // As the file will hold it, for the choice of the moment is the same then.
      model.moment[kind] = Fixed(rounding: minimum.point[place]).asDouble
    }
    model.parts.append(
      FitPart(
        name: "moment", kept: kept.count, count: counts.count, keptWords: 0, wordCount: 0,
        iterations: minimum.iterations,
        hasConverged: minimum.hasConverged))
  }
}
