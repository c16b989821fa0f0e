import ReviewIO

extension JSONWriter {
  /// The other columns of a review as an object, so that their names need not be known beforehand.
  mutating func fields(_ reviews: ReviewBatch, _ places: Range<Int>) {
    let bytes = reviews.bytes.span
    let fields = reviews.fields.span
    open()
    for at in places {
      key(bytes, fields[at].name.range)
      string(bytes, fields[at].value.range)
    }
    close()
  }
}
