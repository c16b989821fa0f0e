import Essentials
import Lexicon
import StoryAnalysis

/// Fits the weights of every target to reviews.
///
/// First the story and its moment, as one choice, since the other targets count what stands in the moment; then the
/// label, and the grade of what is a story; each twice: weights that move no score by much after the first time are left
/// out the second.
struct ModelFit: Sendable {
  let space: FeatureSpace
  /// A weight is fitted only where its evidence occurs in so many reviews.
  let least: Int
  /// The same for a word.
  let leastWords: Int

  /// What leaving the prior costs, for evidence that is measured in standard deviations, and for words, each of which
  /// is there or not.
  private static let penalties = (label: 80.0, story: 60.0, memorability: 40.0)
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
    let gold = reviews.filter(\.isLabelled)
    fitStory(gold, &model)
    let moment = model.moment
    let peaks = reviews.map { $0.evidence.peak(moment) }
    let labels: [ModelTarget] = [.neutralSatisfied, .enthusiastic, .dissatisfied]
    model.label = fit(
      "label", space.matrix(reviews, peaks: peaks, for: .neutralSatisfied, withOwnBases: true),
      reviews.map(\.answer), labels, ModelFit.penalties.label, &model)
    let stories = gold.filter { $0.story == 1 }
    model.memorability = ModelFit.differences(
      fit(
        "memorability",
        space.matrix(
          stories, peaks: stories.map { $0.evidence.peak(moment) }, for: .memorability,
          withOwnBases: true),
        stories.map { review in
          let share = review.shareOfGrade
          return SoftmaxObjective.Answer(shares: [1 - share, share], weight: review.weight)
        }, [.memorability], ModelFit.penalties.memorability, &model))
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
    let words = firstWord..<space.firstBase(targets[0])
    var deviations = matrix.deviations
    for column in firstWord..<matrix.columnCount { deviations[column] = 1 }
    let counts = matrix.counts
    func prior(_ column: Int) -> [Double] {
      let priors = targets.map { space.prior(column, of: $0) }
      return targets.count == 1 ? [-priors[0] / 2, priors[0] / 2] : priors
    }
    func weights(_ columns: [Int]) -> LBFGS.Minimum {
      let scales = columns.map {
        isBase($0, targets[0]) ? 1 : max(deviations[$0], ModelFit.leastDeviation)
      }
      let priors = zip(columns, scales).flatMap { column, scale in
        prior(column).map { $0 * scale }
      }
      let objective = SoftmaxObjective(
        matrix: matrix.picking(columns, dividedBy: scales), classCount: classCount,
        answers: answers,
        penalties: columns.map { self.penalty(penalty, $0, targets[0]) }, priors: priors,
        ties: columns.map { classCount == 3 && space.isTied($0) ? ModelFit.tie : 0 })
      var minimum = LBFGS().minimize(objective, from: priors)
      for at in minimum.point.indices { minimum.point[at] /= scales[at / classCount] }
      return minimum
    }
    let frequent = counts.indices.filter { counts[$0] >= (words ~= $0 ? leastWords : least) }
    let first = weights(frequent)
    let kept = frequent.indices.filter { at in
      if isBase(frequent[at], targets[0]) { return true }
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
        keptWords: kept.count { words ~= $0 }, wordCount: words.count,
        iterations: first.iterations + second.iterations, hasConverged: second.hasConverged))
    return all
  }

  /// The story and its moment, as one choice among no story and each segment of a text.
  private func fitStory(_ gold: [TrainingReview], _ model: inout TrainedModel) {
    let texts = space.matrix(
      gold, peaks: gold.map { _ in -1 }, for: .story, withOwnBases: true)
    let segments = space.segmentMatrix(gold)
    var ranges: [Range<Int>] = []
    for review in gold {
      let first = ranges.last?.upperBound ?? 0
      ranges.append(first..<(first + review.evidence.segments.count))
    }
    let answers = gold.map {
      ChoiceObjective.Answer(story: $0.story ?? 0, shares: $0.momentShares, weight: $0.weight)
    }
    var textScales = texts.deviations
    for column in space.firstWord(.story)..<texts.columnCount { textScales[column] = 1 }
    let segmentScales = segments.deviations
    func weights(_ textColumns: [Int], _ segmentColumns: [Int]) -> LBFGS.Minimum {
      let scales =
        textColumns.map { isBase($0, .story) ? 1 : max(textScales[$0], ModelFit.leastDeviation) }
        + segmentColumns.map { max(segmentScales[$0], ModelFit.leastDeviation) }
      let priors =
        textColumns.map { space.prior($0, of: .story) } + segmentColumns.map(space.momentPrior)
      let objective = ChoiceObjective(
        texts: texts.picking(textColumns, dividedBy: Array(scales.prefix(textColumns.count))),
        segments: segments.picking(
          segmentColumns, dividedBy: Array(scales.dropFirst(textColumns.count))),
        ranges: ranges, answers: answers,
        penalties: textColumns.map { penalty(ModelFit.penalties.story, $0, .story) }
          + segmentColumns.map { _ in ModelFit.penalties.story },
        priors: zip(priors, scales).map { $0 * $1 })
      var minimum = LBFGS().minimize(objective, from: objective.priors)
      for at in minimum.point.indices { minimum.point[at] /= scales[at] }
      return minimum
    }
    let textCounts = texts.counts
    let segmentCounts = segments.counts
    let firstWord = space.firstWord(.story)
    let frequent = (
      textCounts.indices.filter {
        textCounts[$0] >= (firstWord..<space.firstBase(.story) ~= $0 ? leastWords : least)
      },
      segmentCounts.indices.filter { segmentCounts[$0] >= least }
    )
    let first = weights(frequent.0, frequent.1)
    let kept = (
      zip(frequent.0, first.point).filter {
        isBase($0, .story) || abs($1) * textScales[$0] >= ModelFit.leastEffect
      }.map(\.0),
      zip(frequent.1, first.point.dropFirst(frequent.0.count)).filter {
        abs($1) * segmentScales[$0] >= ModelFit.leastEffect
      }.map(\.0)
    )
    let second = weights(kept.0, kept.1)
    model.story = [Double](repeating: 0, count: texts.columnCount)
    for (column, weight) in zip(kept.0, second.point) { model.story[column] = weight }
    model.moment = [Double](repeating: 0, count: segments.columnCount)
    for (column, weight) in zip(kept.1, second.point.dropFirst(kept.0.count)) {
      // As the file will hold it, for the choice of the moment is the same then.
      model.moment[column] = Fixed(rounding: weight).asDouble
    }
    model.parts.append(
      FitPart(
        name: "story", kept: kept.0.count { $0 < firstWord }, count: firstWord,
        keptWords: kept.0.count { $0 >= firstWord }, wordCount: space.words.count,
        iterations: first.iterations + second.iterations, hasConverged: second.hasConverged))
    model.parts.append(
      FitPart(
        name: "moment", kept: kept.1.count, count: segments.columnCount, keptWords: 0,
        wordCount: 0, iterations: 0, hasConverged: second.hasConverged))
  }

  /// Whether a column is the base, or that of a set.
  private func isBase(_ column: Int, _ target: ModelTarget) -> Bool {
    column == 0 || column >= space.firstBase(target)
  }

  private func penalty(_ penalty: Double, _ column: Int, _ target: ModelTarget) -> Double {
    isBase(column, target) ? penalty * ModelFit.basePenalty : penalty
  }
}
