import Essentials
import Lexicon
import ReviewStore
import StoryFigures

extension BriefFacts.Story {
  init(_ chosen: StorySelection.Chosen, _ mask: Mask) {
    let review = chosen.candidate.review
    self.init(
      source: mask.shown(review.source), id: mask.shown(review.id), date: review.date,
      rating: review.rating?.asDouble, ratingScale: review.ratingScale,
      side: chosen.candidate.side == .good ? "good" : "bad",
      driver: chosen.candidate.driver?.name, place: chosen.candidate.place.map { mask.shown($0) },
      quote: Self.parts(chosen.excerpt, of: review, mask), isTurn: chosen.candidate.isTurn,
      isOpen: chosen.candidate.isOpen, permission: review.permission.status.rawValue,
      permissionDate: review.permission.date, memorability: review.memorability.asDouble)
  }

  private static func parts(
    _ excerpt: StoryExcerpt, of review: StoredReview, _ mask: Mask
  ) -> [Part] {
    var parts: [Part] = []
    let praise = mask.praise(
      in: review.text, titleLength: review.titleLength, label: review.label, flags: review.flags)
    if excerpt.hasMoreBefore { parts.append(Part(kind: .omission, text: StoryExcerpt.omission)) }
    let ranges = [
      excerpt.range.lowerBound..<excerpt.moment.lowerBound, excerpt.moment,
      excerpt.moment.upperBound..<excerpt.range.upperBound,
    ]
    for (kind, range) in zip([Part.Kind.context, .moment, .context], ranges) {
      let shown = mask.shown(review.text, range, praise: praise).split(
        whereSeparator: \.isWhitespace
      )
      .joined(separator: " ")
      if !shown.isEmpty { parts.append(Part(kind: kind, text: shown)) }
    }
    if excerpt.hasMoreAfter { parts.append(Part(kind: .omission, text: StoryExcerpt.omission)) }
    return parts
  }

  /// The moment alone.
  var moment: String { quote.first { $0.kind == .moment }?.text ?? "" }

  /// Whether its moment can be read as a heading: a whole sentence that is not long.
  var isHeadline: Bool {
    guard let first = moment.first, let last = moment.last else { return false }
    return memorability >= 1.3 && moment.split(separator: " ").count <= 30
      && (first.isUppercase || first == "'" || first == "‘") && ".!?…)".contains(last)
  }
}
