import Privacy

/// A text without its personal data, which knows where the places of the text as read went.
struct MaskedText {
  private let bytes: [UInt8]
  private let spans: [PersonalSpan]

  /// - Parameter redactor: nil leaves the text as it is.
  init(_ text: [UInt8], _ redactor: Redactor?) {
    guard let redactor else {
      bytes = text
      spans = []
      return
    }
    let redaction = redactor.redact(text.span)
    bytes = redaction.text
    spans = redaction.spans
  }

  init(_ text: String, _ redactor: Redactor?) { self.init(Array(text.utf8), redactor) }

  /// What is shown of it.
  var string: String {
    String(decoding: bytes, as: UTF8.self).withoutControls(keepingLines: true)
  }

  /// Where a range of the text as read lies in `string`, in UTF-16 units; one that ends in what is masked holds the
  /// whole mask.
  func utf16(_ range: Range<Int>) -> Range<Int> {
    let start = place(of: range.lowerBound, atEnd: false)
    let end = max(start, place(of: range.upperBound, atEnd: true))
    let first = units(0..<start)
    return first..<first + units(start..<end)
  }

  private func place(of place: Int, atEnd: Bool) -> Int {
    var moved = place
    for span in spans {
      if span.range.upperBound <= place {
        moved = place - span.range.upperBound + span.maskedRange.upperBound
      } else {
        if span.range.lowerBound < place {
          moved = atEnd ? span.maskedRange.upperBound : span.maskedRange.lowerBound
        }
        break
      }
    }
    return min(moved, bytes.count)
  }

  private func units(_ range: Range<Int>) -> Int {
    bytes[range].reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : $1 >= 0xF0 ? 2 : 1) }
  }
}
