import Foundation
import Lexicon
import ReviewIO
import StoryAnalysis
import Testing

@testable import verhaal

@Suite struct FitTests {
  /// ½ xᵀAx - bᵀx, with 2 + i on the diagonal of A and -1 beside it; b is such that the minimum is at
  /// (1, -2, 3, -4, …).
  struct Quadratic: Objective {
    let count: Int

    var solution: [Double] {
      (0..<count).map { at -> Double in
        let size = Double(at + 1)
        return at % 2 == 0 ? size : -size
      }
    }

    private func product(_ point: [Double]) -> [Double] {
      point.indices.map { at -> Double in
        let before: Double = at > 0 ? point[at - 1] : 0
        let after: Double = at + 1 < count ? point[at + 1] : 0
        return Double(at + 2) * point[at] - before - after
      }
    }

    func value(at point: [Double], gradient: inout [Double]) -> Double {
      let curved = product(point)
      let linear = product(solution)
      gradient = zip(curved, linear).map { $0 - $1 }
      var sum = 0.0
      for at in point.indices { sum += point[at] * (curved[at] / 2 - linear[at]) }
      return sum
    }
  }

  /// Some matrix with many zeros, the same in every run.
  static func matrix(rows: Int, columns: Int) -> SparseMatrix {
    var generator = SplitMix64(seed: 7)
    var matrix = SparseMatrix(columnCount: columns)
    for _ in 0..<rows {
      matrix.append(1, column: 0)
      for column in 1..<columns {
        let value = Double.random(in: -2..<2, using: &generator)
        matrix.append(abs(value) < 1 ? 0 : value, column: column)
      }
      matrix.endRow()
    }
    return matrix
  }

  /// Three classes, all kinds of answers, priors and ties.
  static var softmax: SoftmaxObjective {
    let answers: [SoftmaxObjective.Answer] = (0..<30).map { number in
      switch number % 4 {
      case 0: SoftmaxObjective.Answer(shares: [0, 1, 0], weight: 2)
      case 1: SoftmaxObjective.Answer(shares: [1, 1, 0], isPartial: true, weight: 0.1)
      case 2: SoftmaxObjective.Answer(shares: [0, 0, 1], isPartial: true)
      default: SoftmaxObjective.Answer(shares: [0.5, 0.3, 0.2])
      }
    }
    return SoftmaxObjective(
      matrix: matrix(rows: 30, columns: 5), classCount: 3, answers: answers,
      penalties: [0.01, 2, 3, 2, 1], priors: (0..<15).map { Double($0 % 4) / 4 },
      ties: [0, 40, 0, 0, 4])
  }

  /// Texts with three, two, four and no segments, with and without a story and a known moment.
  static var choice: ChoiceObjective {
    ChoiceObjective(
      texts: matrix(rows: 4, columns: 3), segments: matrix(rows: 9, columns: 4),
      ranges: [0..<3, 3..<5, 5..<9, 9..<9],
      answers: [
        ChoiceObjective.Answer(story: 1, shares: [0, 1, 0], weight: 2),
        ChoiceObjective.Answer(story: 1), ChoiceObjective.Answer(story: 0),
        ChoiceObjective.Answer(story: 0.5),
      ],
      penalties: [0.01, 0.3, 0.3, 1, 1, 1, 1], priors: [0, 0.5, -0.5, 0, 0.25, 0, 0])
  }

  @Test func aQuadraticIsMinimizedToItsSolution() {
    let quadratic = Quadratic(count: 25)
    let minimum = LBFGS(tolerance: 1e-12)
      .minimize(quadratic, from: [Double](repeating: 0, count: 25))
    #expect(minimum.hasConverged)
    #expect(minimum.iterations < 200)
    for (found, wanted) in zip(minimum.point, quadratic.solution) {
      #expect(abs(found - wanted) < 1e-6)
    }
  }

  /// With a base alone and no penalty the probabilities are the shares: the difference of weights is the log odds.
  @Test func aBaseAloneGetsTheLogOdds() {
    var matrix = SparseMatrix(columnCount: 1)
    for _ in 0..<10 {
      matrix.append(1, column: 0)
      matrix.endRow()
    }
    let objective = SoftmaxObjective(
      matrix: matrix, classCount: 2,
      answers: (0..<10).map { SoftmaxObjective.Answer(shares: $0 < 3 ? [0, 1] : [1, 0]) },
      penalties: [0], priors: [0, 0], ties: [0])
    let minimum = LBFGS(tolerance: 1e-9).minimize(objective, from: [0, 0])
    #expect(minimum.hasConverged)
    #expect(abs(minimum.point[1] - minimum.point[0] - log(3.0 / 7.0)) < 1e-8)
  }

  /// At the minimum a row that may be either of two classes pulls at neither against the other.
  @Test func aLogisticProblemEndsWhereItIsFlat() {
    let minimum = LBFGS(tolerance: 1e-9)
      .minimize(Self.softmax, from: [Double](repeating: 0, count: 15))
    #expect(minimum.hasConverged)
    #expect(minimum.slope < 1e-7)
    let again = LBFGS(tolerance: 1e-9)
      .minimize(Self.softmax, from: [Double](repeating: 0, count: 15))
    #expect(minimum.point == again.point)
  }

  @Test func gradientsAreTheDifferencesOfTheValues() {
    func check(_ objective: some Objective) {
      let point = (0..<objective.count).map { Double(($0 * 7) % 5) / 5 - 0.4 }
      var gradient = [Double](repeating: 0, count: objective.count)
      var unused = gradient
      _ = objective.value(at: point, gradient: &gradient)
      for at in point.indices {
        var above = point
        var below = point
        above[at] += 1e-5
        below[at] -= 1e-5
        let difference =
          objective.value(at: above, gradient: &unused)
          - objective.value(at: below, gradient: &unused)
        #expect(abs(difference / 2e-5 - gradient[at]) < 1e-6, "\(type(of: objective)) \(at)")
      }
    }
    check(Quadratic(count: 6))
    check(Self.softmax)
    check(Self.choice)
  }

  @Test func deviationsMindTheZerosThatAreNotKept() {
    var matrix = SparseMatrix(columnCount: 2)
    for value in [0.0, 3, 0, 1] {
      matrix.append(1, column: 0)
      matrix.append(value, column: 1)
      matrix.endRow()
    }
    #expect(matrix.counts == [4, 2])
    #expect(matrix.deviations == [0, 1.5.squareRoot()])
    let picked = matrix.picking([1], dividedBy: [2])
    #expect(picked.values == [1.5, 0.5])
    #expect(picked.row(1) == 0..<1)
  }

  /// By the definition: the probability of a story is the share of the segments in the sum of all powers, 1 standing for no
  /// story.
  @Test func aChoiceCostsWhatItsProbabilitiesSay() {
    let choice = Self.choice
    let point = (0..<choice.count).map { Double($0) / 5 - 0.6 }
    var gradient = point
    var expected = 0.0
    for at in point.indices {
      expected += choice.penalties[at] * pow(point[at] - choice.priors[at], 2) / 2
    }
    for (text, answer) in choice.answers.enumerated() {
      let whole = choice.texts.product(text, Array(point[..<3]))
      let range = choice.ranges[text]
      let powers =
        range.isEmpty
        ? [exp(whole)]
        : range.map { exp(whole + choice.segments.product($0, Array(point[3...]))) }
      let story = powers.reduce(0, +) / (1 + powers.reduce(0, +))
      expected -= answer.weight * answer.story * log(story)
      expected -= answer.weight * (1 - answer.story) * log(1 - story)
      for (share, power) in zip(answer.shares ?? [], powers) where share > 0 {
        expected -= answer.weight * share * log(power / powers.reduce(0, +))
      }
    }
    #expect(abs(choice.value(at: point, gradient: &gradient) - expected) < 1e-9)
  }

  /// What the fit says of its reviews and what an analysis with its files says.
  @Test func theFilesGiveTheScoresOfTheFit() throws {
    let analyzer = try Analyzer()
    let files = ["hotel", "bank", "camping"].map {
      CommandRun.root.appendingPathComponent("Corpus/\($0).jsonl").path
    }
    var space = FeatureSpace(analyzer.lexicon)
    var set = TrainingSet(space: space)
    let weights = try PathWeights(weights: [], constant: [], ownBases: [], files: files)
    for file in files { try set.addGold(file, weights, analyzer) }
    space.use(set.vocabulary, least: 2)
    let model = ModelFit(space: space, least: 4, leastWords: 2).fit(set.reviews)
    let words = WordFile(model, in: space)
    #expect(words.count > 10)
    let fitted = try Analyzer(analyzer.lexicon, model, in: space, threshold: 0)
    let verdicts = model.verdicts(set.reviews, in: space)
    for (gold, verdict) in zip(try files.flatMap { try GoldReview.read($0) }, verdicts) {
      let analysis = fitted.analyze(gold.text, title: gold.title, detail: .reasons)
      let sums = analysis.reasons.reduce(into: [:]) {
        $0[$1.target, default: 0.0] += $1.weight.asDouble
      }
      #expect(analysis.label.place == verdict.label)
      #expect(abs((sums[.story] ?? 0) - verdict.story) < 0.05)
      #expect(abs(analysis.memorability.asDouble - verdict.memorability) < 0.02)
    }
  }

  static let grades: [(Int32, RatingScale, Bool?)] = [
    (10_000, .oneToFive, true), (20_000, .oneToFive, true), (30_000, .oneToFive, nil),
    (40_000, .oneToFive, false), (50_000, .oneToFive, false), (46_000, .oneToTen, true),
    (47_000, .oneToTen, nil), (73_000, .oneToTen, false), (40_000, .zeroToTen, true),
    (700_000, .percent, false),
  ]

  @Test(arguments: grades)
  func aGradeSaysOneSideOrNothing(grade: Int32, scale: RatingScale, expected: Bool?) {
    #expect(TrainingReview.isDissatisfied(grade, scale) == expected)
  }

  @Test func theLongestPathGivesTheWeight() throws {
    let files = ["a/x.jsonl", "a/b/y.jsonl", "c.jsonl"]
    let weights = try PathWeights(
      weights: ["a=2", "a/b/=1.5"], constant: ["a/b"], ownBases: [], files: files)
    #expect(files.map { weights.weight(of: $0) } == [2, 1.5, 1])
    #expect(files.map { weights.isConstant($0) } == [false, true, false])
    let based = try PathWeights(weights: [], constant: [], ownBases: ["a", "a/b"], files: files)
    #expect(files.map { based.ownBase(of: $0) } == [0, 1, nil])
    #expect(throws: UsageError.self) {
      try PathWeights(weights: [], constant: [], ownBases: ["d"], files: files)
    }
    #expect(throws: UsageError.self) {
      try PathWeights(weights: ["d=2"], constant: [], ownBases: [], files: files)
    }
  }
}
