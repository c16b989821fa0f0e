import Essentials
import Lexicon

/// One reason in words of people: many kinds of evidence say the same to them.
struct ReportReason: Encodable {
  /// As the keys `reason.…` of the texts name it.
  let name: String
  /// Start and end of the words that count, in UTF-16 units of the text that is shown; empty for the whole text.
  let words: [[Int]]

  /// What points of an argument come down to, strongest first.
  ///
  /// - Parameters:
  ///   - points: those with evidence that says nothing to people are left out.
  ///   - place: where bytes of the text are shown.
  static func strongest(
    _ points: [Argument.Point], most: Int = 4, place: (Range<Int>) -> Range<Int>
  ) -> [ReportReason] {
    var weights: [String: (weight: Fixed, spans: [Range<Int>])] = [:]
    var names: [String] = []
    for point in points {
      guard let name = groups[point.kind] else { continue }
      if weights[name] == nil { names.append(name) }
      let known = weights[name]?.weight ?? 0
      weights[name, default: (0, [])].weight = known.plus(point.weight)
      if point.weight > 0 { weights[name]?.spans += point.spans.map(place) }
    }
    return names.enumerated().compactMap { order, name in
      weights[name].flatMap { $0.weight >= least ? (order, name, $0) : nil }
    }.sorted { ($1.2.weight, $0.0) < ($0.2.weight, $1.0) }.prefix(most).map { _, name, sum in
      var words: [Range<Int>] = []
      for span in sum.spans where !words.contains(where: { $0.overlaps(span) }) {
        words.append(span)
      }
      return ReportReason(
        name: name,
        words: words.prefix(3).sorted { $0.lowerBound < $1.lowerBound }
          .map { [$0.lowerBound, $0.upperBound] })
    }
  }

  /// A weight below which nothing is said, in ten-thousandths.
  private static let least: Fixed = 1_000

  /// Kinds of evidence with the reason that they are.
  static let groups: [String: String] = {
    let kinds = try? JSONDecoder().decode(
      [String: [String]].self, from: Data(PageFile.reasons.bytes))
    return Dictionary(
      (kinds ?? [:]).flatMap { name, kinds in kinds.map { ($0, name) } }, uniquingKeysWith: min)
  }()
}
