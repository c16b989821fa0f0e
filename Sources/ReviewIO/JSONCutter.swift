/// Cuts the elements of a JSON array, or of objects one after another, by depth and strings.
///
/// It does not validate. It does notice what shows that a string or an object was not closed, and
/// then ends the element at the next `{` that follows a comma or begins a line.
struct JSONCutter {
  let limit: Int
  /// Whether there is no array around the elements.
  let isSequence: Bool
  private var isClosed = false
  /// What is behind the array, where it stands in an object.
  private var tail: JSONTail?
  private var isInTail = false
  private var skipping: Skipping?

  /// Where an element that is passed over stands.
  private struct Skipping {
    var depth = 0
    var isInString = false
    var isEscaped = false
  }

  /// - Parameter wrapper: the name of the array, where it stands in an object.
  init(limit: Int, isSequence: Bool, wrapper: [UInt8]?) {
    self.limit = limit
    self.isSequence = isSequence
    tail = wrapper.map { JSONTail(of: $0) }
  }

  mutating func cut(_ bytes: Span<UInt8>, from start: Int, isFinal: Bool) -> Cut {
    let count = bytes.count
    var start = start
    while start < count {
      if isInTail, let next = tail?.pass(bytes, from: start) {
        isInTail = !next.isElement
        start = next.place
        continue
      }
      let byte = bytes[start]
      if isClosed {
        // Arrays one after another are read as one.
        if byte == Byte.openBracket {
          isClosed = false
        } else if !Byte.isSpace(byte) && !Byte.mark.contains(byte) {
          return .end(.trailingContent)
        }
      } else if byte == Byte.closeBracket && !isSequence {
        isInTail = tail != nil
        isClosed = !isInTail
      } else if !Byte.isSpace(byte) && byte != Byte.comma {
        break
      }
      start += 1
    }
    if start == count {
      guard isFinal else { return .more(from: start) }
      if isInTail { return .end(tail?.hasLeftOut == true ? .trailingContent : nil) }
      return .end(isClosed || isSequence ? nil : .missingArrayEnd)
    }
    switch scan(bytes, from: start) {
    case .end(let end):
      if end - start > limit { return .overflow(from: start) }
      return .record(RecordSpan(start: start, end: end), next: end)
    case .incomplete:
      if count - start > limit { return .overflow(from: start) }
      guard isFinal else { return .more(from: start) }
      isClosed = true
      let flaw = RecordSpan(start: start, end: count, flaw: .truncated, flawAt: count)
      return .record(flaw, next: count)
    case .broken(let at):
      let next = resume(bytes, after: at)
      if next - start > limit { return .overflow(from: start) }
      if next == count {
        guard isFinal else { return .more(from: start) }
        isClosed = true
      }
      return .record(RecordSpan(start: start, end: next, flaw: .malformed, flawAt: at), next: next)
    }
  }

  mutating func skip(_ bytes: Span<UInt8>, from start: Int) -> (next: Int, isDone: Bool) {
    var state = skipping ?? Skipping()
    for i in start..<bytes.count {
      let byte = bytes[i]
      if state.isInString {
        if state.isEscaped {
          state.isEscaped = false
        } else if byte == Byte.backslash {
          state.isEscaped = true
        } else if byte == Byte.quote {
          state.isInString = false
        }
        continue
      }
      switch byte {
      case Byte.quote: state.isInString = true
      case Byte.openBrace, Byte.openBracket: state.depth += 1
      case Byte.closeBrace, Byte.closeBracket: state.depth -= 1
      default: break
      }
      if state.depth <= 0 && (byte == Byte.closeBrace || byte == Byte.closeBracket) {
        skipping = nil
        return (i + 1, true)
      }
    }
    skipping = state
    return (bytes.count, false)
  }

  private enum Scan {
    case end(Int)
    case incomplete
    case broken(Int)
  }

  private func scan(_ bytes: Span<UInt8>, from start: Int) -> Scan {
    let count = bytes.count
    var i = start
    var depth = 0
    /// One bit a level, the innermost lowest: set for an object. Deeper ones than 64 are lost.
    var objects: UInt64 = 0
    var previous: UInt8 = 0
    var previousAt = start
    while i < count {
      let byte = bytes[i]
      switch byte {
      case Byte.quote:
        let open = i
        while true {
          i = bytes.first(
            Byte.quote, Byte.backslash, Byte.lineFeed, from: i + 1, to: count)
          if i >= count { return .incomplete }
          if bytes[i] == Byte.quote { break }
          if bytes[i] == Byte.backslash {
            i += 1
            continue
          }
          // A string has no raw line feed; before an object's brace it was not closed.
          let next = bytes.pastSpace(i)
          if next == count { return .incomplete }
          if bytes[next] == Byte.openBrace { return .broken(open) }
        }
        i = bytes.pastSpace(i + 1)
        if i == count { return depth == 0 && isSequence ? .end(i) : .incomplete }
        switch bytes[i] {
        case Byte.comma, Byte.colon, Byte.closeBrace, Byte.closeBracket: break
        default: return .broken(open)
        }
        previous = Byte.quote
        continue
      case Byte.openBrace, Byte.openBracket:
        if previous == Byte.comma && objects & 1 == 1 && depth > 0 {
          return .broken(previousAt)
        }
        depth += 1
        objects = objects << 1 | (byte == Byte.openBrace ? 1 : 0)
      case Byte.closeBrace, Byte.closeBracket:
        if depth <= 1 {
          // At depth 0 it closes the array around a bare value, or stands alone.
          return .end(depth == 1 || i == start ? i + 1 : i)
        }
        depth -= 1
        objects >>= 1
      case Byte.comma:
        if depth == 0 { return .end(i) }
      default: break
      }
      if !Byte.isSpace(byte) {
        previous = byte
        previousAt = i
      }
      i += 1
    }
    return .incomplete
  }

  /// The next brace that opens an object after a comma or at the start of a line.
  private func resume(_ bytes: Span<UInt8>, after start: Int) -> Int {
    var i = start
    while true {
      i = bytes.first(Byte.openBrace, from: i + 1, to: bytes.count)
      if i == bytes.count { return i }
      var before = i - 1
      while before > start && Byte.isSpace(bytes[before]) && bytes[before] != Byte.lineFeed {
        before -= 1
      }
      guard bytes[before] == Byte.comma || bytes[before] == Byte.lineFeed else { continue }
      let next = bytes.pastSpace(i + 1)
      if next == bytes.count || bytes[next] == Byte.quote { return next == bytes.count ? next : i }
    }
  }
}
