import Privacy

/// Masks personal data in what leaves for others, unless it is to stay.
struct Mask {
  /// Nil where everything is shown as it stands.
  private let redactor: Redactor?

  /// - Throws: `WordsError` when the names and cues cannot be read, which the tests rule out.
  init(keepsPersonal: Bool) throws(WordsError) {
    redactor = keepsPersonal ? nil : try Redactor()
  }

  /// A short text such as an id.
  func shown(_ text: String) -> String {
    let bytes = Array(text.utf8)
    return shown(bytes, 0..<bytes.count)
  }

  /// A part of a text; what stands around it tells a name from a word.
  func shown(_ text: [UInt8], _ range: Range<Int>) -> String {
    var shown: [UInt8] = []
    var at = range.lowerBound
    for span in redactor?.redact(text.span).spans ?? [] where span.range.overlaps(range) {
      shown += text[at..<max(at, span.range.lowerBound)]
      shown += Array(span.kind.mask.utf8)
      at = min(span.range.upperBound, range.upperBound)
    }
    shown += text[at..<range.upperBound]
    return String(decoding: shown, as: UTF8.self)
  }
}
