import Lexicon

/// Which evidence the model may weigh, in which scopes, and which words.
struct FeatureSpace: Sendable {
  /// What the whole text gives: the first columns of every matrix.
  static let wholes: [Evidence] = [.base, .words, .sentences]

  /// Names of the kinds of evidence that segments give to texts.
  let kinds: [String]
  /// The same, and behind them those that count in the choice of the moment alone.
  let segmentKinds: [String]
  /// The numbers of these in `Lexicon.evidenceNames`.
  private let numbers: [Int]
  private let wholeNumbers: [Int]
  private let places: [String: Int]
  /// Most that counts in the scope `all`.
  private let cap: Double
  private let priors: Priors
  /// How many sets of reviews have a base of their own, the last columns of every matrix: one that no file holds. It
  /// takes up how strictly a set was labelled, so that the other weights need not.
  var ownBaseCount = 0
  /// The words that may get weights, the columns behind those of the evidence.
  private(set) var words: [String] = []
  /// The place in `words` of each word by its number in the vocabulary.
  private var wordPlaces: [Int: Int] = [:]

  init(_ lexicon: Lexicon) {
    let names = lexicon.evidenceNames
    let wholeNames = FeatureSpace.wholes.map(\.rawValue)
    let used = lexicon.priors.used.filter { !wholeNames.contains(names[$0]) }
    numbers = used + lexicon.priors.ofSegment
    wholeNumbers = wholeNames.compactMap { names.firstIndex(of: $0) }
    kinds = used.map { names[$0] }
    segmentKinds = numbers.map { names[$0] }
    // Names of a stranger's lexicon may be equal as strings.
    places = Dictionary(segmentKinds.enumerated().map { ($0.element, $0.offset) }) { first, _ in
      first
    }
    cap = lexicon.parameters[.capOfEvidence].asDouble
    priors = lexicon.priors
  }

  /// Lets words get weights that stand in so many reviews.
  mutating func use(_ vocabulary: Vocabulary, least: Int) {
    let usable = vocabulary.usable(least: least)
      .filter { !priors.barredWords.contains($0.form) }
    words = usable.map(\.form)
    wordPlaces = Dictionary(
      uniqueKeysWithValues: usable.enumerated().map { ($0.element.number, $0.offset) })
  }

  /// The place of a kind of evidence in `segmentKinds`, or nil.
  func place(of kind: String) -> Int? { places[kind] }

  /// The scopes in which evidence counts towards a target.
  func scopes(of target: ModelTarget) -> [EvidenceScope] {
    switch target {
    case .neutralSatisfied, .enthusiastic, .dissatisfied: [.all, .share, .end, .peak, .rate]
    case .story: [.all, .any, .share, .end, .rate]
    case .memorability: [.peak, .all, .any]
    case .moment: [.all]
    }
  }

  func columnCount(_ target: ModelTarget) -> Int { firstBase(target) + ownBaseCount }

  /// The column of the first base of a set, behind those of the words.
  func firstBase(_ target: ModelTarget) -> Int { firstWord(target) + words.count }

  /// The column of the first word, behind those of the evidence.
  func firstWord(_ target: ModelTarget) -> Int {
    FeatureSpace.wholes.count + scopes(of: target).count * kinds.count
  }

  /// The evidence and the scope of a column that is no word's.
  func feature(_ column: Int, of target: ModelTarget) -> (evidence: String, scope: EvidenceScope) {
    let inner = column - FeatureSpace.wholes.count
    if inner < 0 { return (FeatureSpace.wholes[column].rawValue, .all) }
    return (kinds[inner % kinds.count], scopes(of: target)[inner / kinds.count])
  }

  /// The weight that is likely for a column.
  func prior(_ column: Int, of target: ModelTarget) -> Double {
    if column >= firstWord(target) { return 0 }
    let inner = column - FeatureSpace.wholes.count
    let number = inner < 0 ? wholeNumbers[column] : numbers[inner % kinds.count]
    let scope = inner < 0 ? .all : scopes(of: target)[inner / kinds.count]
    return priors.weight(of: number, in: scope, for: target).asDouble
  }

  /// The weight that is likely for a kind of evidence in the choice of the moment.
  func momentPrior(_ place: Int) -> Double {
    priors.weight(of: numbers[place], in: .all, for: .moment).asDouble
  }

  /// Whether a column's weights for enthusiastic and dissatisfied are held together.
  func isTied(_ column: Int) -> Bool {
    if column >= firstWord(.neutralSatisfied) { return false }
    let inner = column - FeatureSpace.wholes.count
    return priors.tied.contains(inner < 0 ? wholeNumbers[column] : numbers[inner % kinds.count])
  }

  /// How much of each kind of evidence a review holds in the scopes of a target, and which words, a row for each
  /// review.
  ///
  /// - Parameters:
  ///   - peaks: the segment taken for the moment of each review; -1 for none.
  ///   - withOwnBases: whether sets get theirs; a verdict on a text minds none.
  func matrix(
    _ reviews: [TrainingReview], peaks: [Int], for target: ModelTarget, withOwnBases: Bool = false
  ) -> SparseMatrix {
    var matrix = SparseMatrix(columnCount: columnCount(target))
    let scopes = scopes(of: target)
    for (review, peak) in zip(reviews, peaks) {
      let evidence = review.evidence
      for (column, value) in evidence.wholes.enumerated() {
        matrix.append(value, column: column)
      }
      for (number, scope) in scopes.enumerated() {
        let first = FeatureSpace.wholes.count + number * kinds.count
        switch scope {
        case .all:
          for (kind, value) in evidence.totals {
            matrix.append(min(value, cap), column: first + kind)
          }
        case .any:
          for (kind, _) in evidence.totals { matrix.append(1, column: first + kind) }
        case .share:
          for (kind, value) in evidence.totals {
            matrix.append(value / evidence.evaluative, column: first + kind)
          }
        case .rate:
          let length = Double(min(evidence.wordCount, EvidenceScope.mostWords) + 10)
          for (kind, value) in evidence.totals {
            matrix.append(value * 10 / length, column: first + kind)
          }
        case .peak, .end:
          let segment = scope == .peak ? peak : evidence.end
          for item in evidence.items where item.segment == segment && item.kind < kinds.count {
            matrix.append(item.value, column: first + item.kind)
          }
        }
      }
      let firstWord = firstWord(target)
      for word in review.words {
        if let place = wordPlaces[word] { matrix.append(1, column: firstWord + place) }
      }
      if withOwnBases, let base = review.ownBase {
        matrix.append(1, column: firstBase(target) + base)
      }
      matrix.endRow()
    }
    return matrix
  }

  /// How much of each kind of evidence every segment of the reviews holds, a row for each segment.
  func segmentMatrix(_ reviews: [TrainingReview]) -> SparseMatrix {
    var matrix = SparseMatrix(columnCount: segmentKinds.count)
    for review in reviews {
      var items = review.evidence.items[...]
      for segment in review.evidence.segments.indices {
        while let item = items.first, item.segment == segment {
          matrix.append(item.value, column: item.kind)
          items.removeFirst()
        }
        matrix.endRow()
      }
    }
    return matrix
  }
}
