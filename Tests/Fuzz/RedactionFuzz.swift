import Privacy
import StoryBrief

extension FuzzTarget {
  /// Masking is the same line by line, leaves all else as it was, and finds nothing more in what it masked; no part
  /// of a text shows what was masked in the whole.
  static let redaction = FuzzTarget(name: "redaction") {
    let redactor = try Redactor()
    let mask = try Mask(keepsPersonal: false)
    return { bytes in
      let redaction = redactor.redact(bytes.span)
      var (at, maskedAt) = (0, 0)
      for span in redaction.spans {
        require(span.range.lowerBound >= at && !span.range.isEmpty)
        require(span.range.upperBound <= bytes.count)
        require(
          bytes[at..<span.range.lowerBound]
            .elementsEqual(redaction.text[maskedAt..<span.maskedRange.lowerBound]))
        require(redaction.text[span.maskedRange].elementsEqual(span.kind.mask.utf8))
        (at, maskedAt) = (span.range.upperBound, span.maskedRange.upperBound)
      }
      require(bytes[at...].elementsEqual(redaction.text[maskedAt...]))
      let again = redactor.redact(redaction.text.span)
      require(again.text == redaction.text, String(decoding: again.text, as: UTF8.self))
      var streamed: [UInt8] = []
      var stream = redactor.stream()
      let lines = bytes.split(separator: 0x0a, omittingEmptySubsequences: false)
      for (number, line) in lines.enumerated() {
        if number > 0 { streamed.append(0x0a) }
        stream.append(Array(line).span, to: &streamed)
      }
      require(streamed == redaction.text)
      guard let first = redaction.spans.first else { return }
      // A part that ends within what was masked.
      let middle = (first.range.lowerBound + first.range.upperBound) / 2
      let shown = mask.shown(bytes, 0..<middle)
      let plain = String(decoding: bytes[..<first.range.lowerBound], as: UTF8.self)
      require(
        shown == plain + (middle > first.range.lowerBound ? first.kind.mask : ""), "\(shown)")
      require(
        mask.shown(bytes, 0..<bytes.count).utf8
          .elementsEqual(String(decoding: redaction.text, as: UTF8.self).utf8))
    }
  }
}
