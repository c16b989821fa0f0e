import Lexicon

/// The score of every target, before its link function: whole numbers of ten-thousandths.
struct TargetScores {
  /// By the number of the target: the labels and the story.
  private var scores = SIMD4<Double>()
  private var memorability = 0.0

  init() {}

  /// What words add, by the number of the target.
  init(_ words: SIMD8<Int32>) {
    scores = SIMD4<Double>(words.lowHalf)
    memorability = Double(words[Int(ModelTarget.memorability.rawValue)])
  }

  /// Adds what a kind of evidence gives by the weights of its rows, each term rounded by itself.
  ///
  /// - Parameter values: how much it counts, by the number of the scope.
  @inline(__always)
  mutating func add(_ values: borrowing MutableSpan<Double>, by rows: Span<ModelRow>) {
    for at in rows.indices {
      let row = rows[at]
      let value = values[row.scope.number]
      scores += (row.factors * value).nearestWhole
      memorability += (row.memorability * value).nearestWhole
    }
  }

  /// Held at the ends of the range; the score of the whole text as a moment is not kept.
  subscript(target: ModelTarget) -> Fixed {
    get {
      switch target {
      case .neutralSatisfied, .enthusiastic, .dissatisfied, .story:
        Fixed(held: Int64(scores[Int(target.rawValue)]))
      case .memorability: Fixed(held: Int64(memorability))
      case .moment: 0
      }
    }
    set {
      switch target {
      case .neutralSatisfied, .enthusiastic, .dissatisfied, .story:
        scores[Int(target.rawValue)] = Double(newValue)
      case .memorability: memorability = Double(newValue)
      case .moment: break
      }
    }
  }
}
