import Lexicon

/// All that is stored of a review but its analysis, as a hash that tells whether it has changed.
struct ReviewContent {
  let hash: UInt64

  /// - Parameters:
  ///   - text: in `bytes`, as is the date.
  ///   - titleLength: in bytes.
  ///   - scale: of the grade, where it is known.
  ///   - fields: an object of texts.
  ///   - permission: what the dump says of using the review outside.
  init(
    _ bytes: [UInt8], text: Range<Int>, titleLength: Int, date: Range<Int>?, rating: Fixed?,
    scale: String?, fields: Span<UInt8>, permission: Permission?
  ) {
    var content = StableHash()
    content.add(bytes.span, text)
    content.add(UInt64(titleLength))
    content.add(bytes.span, date ?? 0..<0)
    content.add(UInt64(bitPattern: Int64(rating ?? .min)))
    let scale = Array((scale ?? "").utf8)
    content.add(scale.span, 0..<scale.count)
    content.add(fields, 0..<fields.count)
    if let permission {
      let said = Array((permission.status.rawValue + (permission.date ?? "")).utf8)
      content.add(said.span, 0..<said.count)
    }
    hash = content.value
  }
}
