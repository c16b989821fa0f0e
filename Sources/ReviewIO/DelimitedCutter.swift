/// Cuts delimited text: records end at a line feed or carriage return outside quotes.
///
/// The line feed of a carriage return and line feed is passed over as an empty line.
struct DelimitedCutter {
  /// `nil` where every record is one field.
  let delimiter: UInt8?
  let backslashEscapes: Bool
  let limit: Int

  func cut(_ bytes: Span<UInt8>, from start: Int, isFinal: Bool) -> Cut {
    let count = bytes.count
    var start = start
    while start < count && isLineEnd(bytes[start]) { start += 1 }
    if start == count { return isFinal ? .end(nil) : .more(from: start) }
    let plain = bytes.first(
      Byte.lineFeed, Byte.carriageReturn, Byte.quote, from: start, to: count)
    if plain == count || bytes[plain] != Byte.quote {
      return close(bytes, start, at: plain, isFinal: isFinal)
    }
    var i = bytes.unmarked(start..<count).lowerBound
    while true {
      if i < count && bytes[i] == Byte.quote {
        let bound = min(count, start + limit)
        switch closingQuote(bytes, from: i + 1, to: bound, isFinal: isFinal || bound < count) {
        case .found(let quote): i = quote + 1
        case .unknown: return .more(from: start)
        case .absent:
          let line = lineEnd(bytes, from: i)
          var flaw = RecordSpan(start: start, end: line, flaw: .unclosedQuote, flawAt: i)
          if line - start > limit { return .overflow(from: start) }
          if line == count && !isFinal { return .more(from: start) }
          flaw.end = line
          return .record(flaw, next: min(line + 1, count))
        }
      }
      i = fieldEnd(bytes, from: i)
      if i == count || bytes[i] != delimiter {
        return close(bytes, start, at: i, isFinal: isFinal)
      }
      i += 1
    }
  }

  enum Closing {
    case found(Int)
    case unknown, absent
  }

  /// The quote that closes the one before `start`; doubled and, where used, escaped ones do not.
  func closingQuote(
    _ bytes: Span<UInt8>, from start: Int, to bound: Int, isFinal: Bool
  ) -> Closing {
    var i = start
    while true {
      i = bytes.first(Byte.quote, from: i, to: bound)
      if i >= bound { return isFinal ? .absent : .unknown }
      if backslashEscapes && isEscaped(bytes, i, from: start) {
        i += 1
        continue
      }
      guard i + 1 < bytes.count else { return isFinal ? .found(i) : .unknown }
      if bytes[i + 1] != Byte.quote { return .found(i) }
      i += 2
    }
  }

  /// The next delimiter or line end from `i` on, or the end of the bytes.
  func fieldEnd(_ bytes: Span<UInt8>, from i: Int) -> Int {
    bytes.first(
      delimiter ?? Byte.lineFeed, Byte.lineFeed, Byte.carriageReturn, from: i, to: bytes.count)
  }

  private func close(_ bytes: Span<UInt8>, _ start: Int, at end: Int, isFinal: Bool) -> Cut {
    if end - start > limit { return .overflow(from: start) }
    if end == bytes.count && !isFinal { return .more(from: start) }
    return .record(RecordSpan(start: start, end: end), next: min(end + 1, bytes.count))
  }

  private func lineEnd(_ bytes: Span<UInt8>, from i: Int) -> Int {
    bytes.first(Byte.lineFeed, Byte.carriageReturn, from: i, to: bytes.count)
  }

  private func isLineEnd(_ byte: UInt8) -> Bool {
    byte == Byte.lineFeed || byte == Byte.carriageReturn
  }

  private func isEscaped(_ bytes: Span<UInt8>, _ quote: Int, from start: Int) -> Bool {
    var i = quote
    while i > start && bytes[i - 1] == Byte.backslash { i -= 1 }
    return (quote - i) % 2 == 1
  }
}
