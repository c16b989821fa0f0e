/// Goes over the whole records of a sample.
enum SampleRecords {
  /// Calls `body` with the bytes and place of each record, in UTF-8.
  static func forEach(
    _ cutter: RecordCutter, _ bytes: Span<UInt8>, from start: Int, isWhole: Bool, maximum: Int,
    _ body: (Span<UInt8>, RecordSpan) -> Void
  ) {
    var cutter = cutter
    var position = start
    var count = 0
    while count < maximum {
      switch cutter.cut(bytes, from: position, isFinal: isWhole) {
      case .record(var span, let next):
        position = next
        span.start = bytes.unmarked(span.start..<span.end).lowerBound
        count += 1
        if RecordDecoder.invalidUTF8(in: bytes, span.start..<span.end) == nil {
          body(bytes, span)
        } else {
          var decoded: [UInt8] = []
          let moved =
            RecordDecoder.isDamagedUTF8(bytes, span.start..<span.end)
            ? RecordDecoder.mend(bytes, span, into: &decoded)
            : RecordDecoder.transcode(bytes, span, into: &decoded).record
          body(decoded.span, moved)
        }
      case .overflow(let from):
        // It has no part in the decisions, as it has none in the results.
        let (next, isDone) = cutter.skip(bytes, from: from)
        if !isDone { return }
        position = next
        count += 1
      case .more, .end: return
      }
    }
  }
}
