import Lexicon

/// A labelled review that another program may learn from.
struct PeerLesson {
  let review: GoldReview
  /// How often it counts.
  let weight: Double
  /// The number of the set whose base of its own it has; nil for none.
  let ownBase: Int?

  func write(to json: inout JSONWriter) {
    json.open()
    json.key("text")
    json.string(review.whole)
    json.key("label")
    json.string(review.label.rawValue)
    json.key("story")
    json.integer(review.story)
    json.key("memorability")
    json.fixed(Fixed(rounding: review.memorability))
    json.key("weight")
    json.fixed(Fixed(rounding: weight))
    json.key("set")
    json.optional(ownBase)
    json.close()
    json.end()
  }
}
