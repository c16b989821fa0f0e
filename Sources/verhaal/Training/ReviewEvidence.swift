import Lexicon
import StoryAnalysis

/// The evidence of one review, each kind of it summed up.
struct ReviewEvidence: Sendable {
  /// What one segment holds of one kind.
  struct Item: Sendable {
    let segment: Int
    /// Its place in `FeatureSpace.segmentKinds`.
    let kind: Int
    var value: Double
  }

  /// By segment, then by kind.
  let items: [Item]
  /// By kind, for the whole text.
  let totals: [(kind: Int, value: Double)]
  /// In the order of `FeatureSpace.wholes`.
  let wholes: [Double]
  /// The bytes of every segment.
  let segments: [Range<Int>]
  /// The last segment that approves or disapproves; -1 if none does.
  let end: Int
  /// One more than all approval and disapproval.
  let evaluative: Double
  let wordCount: Int

  init(_ analysis: Analysis, in space: FeatureSpace) {
    var sums: [Int: Double] = [:]
    var totals: [Int: Double] = [:]
    var wholes = [Double](repeating: 0, count: FeatureSpace.wholes.count)
    // Words count apart, by the vocabulary.
    let evidence = analysis.evidence.filter { !$0.kind.hasPrefix(Lexicon.wordPrefix) }
    let width = space.segmentKinds.count
    let count = (evidence.map(\.segment).max() ?? -1) + 1
    var segments = [Range<Int>](repeating: 0..<0, count: count)
    var end = -1
    var evaluative = 1.0
    for item in evidence {
      let value = item.value.asDouble
      guard item.segment >= 0 else {
        if let at = FeatureSpace.wholes.firstIndex(where: { $0.rawValue == item.kind }) {
          wholes[at] = value
        }
        continue
      }
      segments[item.segment] = item.segmentSpan
      if item.kind == Evidence.positive.rawValue || item.kind == Evidence.negative.rawValue {
        end = max(end, item.segment)
        evaluative += value
      }
      guard let kind = space.place(of: item.kind) else { continue }
      sums[item.segment * width + kind, default: 0] += value
      if kind < space.kinds.count { totals[kind, default: 0] += value }
    }
    items = sums.sorted { $0.key < $1.key }.map {
      Item(
        segment: $0.key / width, kind: $0.key % width, value: $0.value)
    }
    self.totals = totals.sorted { $0.key < $1.key }.map { (kind: $0.key, value: $0.value) }
    self.wholes = wholes
    self.segments = segments
    self.end = end
    self.evaluative = evaluative
    wordCount = analysis.wordCount
  }

  /// The score of every segment as the moment.
  func segmentScores(_ weights: [Double]) -> [Double] {
    var scores = [Double](repeating: 0, count: segments.count)
    for item in items { scores[item.segment] += item.value * weights[item.kind] }
    return scores
  }

  /// The segment that serves best as the moment, the first of equal ones; -1 in a text without any.
  func peak(_ weights: [Double]) -> Int {
    let scores = segmentScores(weights)
    var best = -1
    for segment in scores.indices where best < 0 || scores[segment] > scores[best] {
      best = segment
    }
    return best
  }
}
