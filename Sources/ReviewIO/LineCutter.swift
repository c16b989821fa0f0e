/// Cuts JSON Lines: a record a line, blank lines passed over.
struct LineCutter {
  let limit: Int

  func cut(_ bytes: Span<UInt8>, from start: Int, isFinal: Bool) -> Cut {
    var start = start
    while start < bytes.count && Byte.isSpace(bytes[start]) { start += 1 }
    if start == bytes.count { return isFinal ? .end(nil) : .more(from: start) }
    let line = bytes.first(Byte.lineFeed, from: start, to: bytes.count)
    if line - start > limit { return .overflow(from: start) }
    if line == bytes.count && !isFinal { return .more(from: start) }
    return .record(
      RecordSpan(start: start, end: bytes.trimmed(start..<line).upperBound),
      next: min(line + 1, bytes.count))
  }
}
