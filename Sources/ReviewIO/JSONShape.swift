/// How the objects of a JSON dump are arranged, told from its first bytes.
struct JSONShape: Equatable {
  var format: DumpFormat
  /// Where the records begin.
  var start: Int
  var isSequence = false
  var isWrapped = false

  /// Finds the arrangement; `nil` where the sample does not begin like JSON.
  init?(_ bytes: Span<UInt8>, from origin: Int, isWhole: Bool, forced: DumpFormat?) {
    let end = bytes.count
    let first = Self.space(bytes, origin)
    format = forced ?? .jsonl
    start = origin
    if forced == .jsonl { return }
    guard first < end else { return nil }
    let next = Self.space(bytes, first + 1)
    let following = next < end ? bytes[next] : 0
    switch bytes[first] {
    case Byte.openBracket:
      let isArray =
        [0, Byte.openBrace, Byte.openBracket, Byte.closeBracket].contains(following)
        || following == Byte.quote && Self.isInArray(bytes, next)
      guard isArray || forced != nil else { return nil }
      (format, start) = (.json, first + 1)
      return
    case Byte.openBrace where [0, Byte.quote, Byte.closeBrace].contains(following): break
    default:
      guard forced != nil else { return nil }
      (isSequence, start) = (true, first)
      return
    }
    let line = bytes.first(Byte.lineFeed, from: first, to: end)
    let array = Self.array(bytes, in: first)
    var isLines = false
    if let close = try? JSONSplitter.skip(bytes, first, end) {
      let rest = Self.space(bytes, close)
      if close > line {
        isLines = false
      } else if rest == end && isWhole {
        isLines = array == nil || Self.hasText(bytes, first..<close)
      } else {
        isLines = rest >= line
      }
    } else if line < end {
      let second = Self.space(bytes, line)
      // An array that opens in the first line may well go on with an object in the second.
      isLines = array == nil && second < end && bytes[second] == Byte.openBrace
    } else {
      isLines = array == nil
    }
    if isLines && forced == nil { return }
    format = .json
    if let array, !isLines {
      (start, isWrapped) = (array, true)
    } else {
      (start, isSequence) = (first, true)
    }
  }

  /// Whether behind the string at `start` an array goes on or ends.
  private static func isInArray(_ bytes: Span<UInt8>, _ start: Int) -> Bool {
    guard let end = try? JSONSplitter.skip(bytes, start, bytes.count) else { return false }
    let next = space(bytes, end)
    return next < bytes.count && [Byte.comma, Byte.closeBracket].contains(bytes[next])
  }

  /// The place in the first array of objects that the object at `start` holds, past the bracket.
  private static func array(_ bytes: Span<UInt8>, in start: Int) -> Int? {
    var i = space(bytes, start + 1)
    while i < bytes.count && bytes[i] == Byte.quote {
      guard let key = try? JSONSplitter.skip(bytes, i, bytes.count) else { return nil }
      i = space(bytes, key)
      guard i < bytes.count, bytes[i] == Byte.colon else { return nil }
      i = space(bytes, i + 1)
      guard i < bytes.count else { return nil }
      if bytes[i] == Byte.openBracket {
        let inner = space(bytes, i + 1)
        if inner < bytes.count && bytes[inner] == Byte.openBrace { return i + 1 }
      }
      guard let value = try? JSONSplitter.skip(bytes, i, bytes.count) else { return nil }
      i = space(bytes, value)
      guard i < bytes.count, bytes[i] == Byte.comma else { return nil }
      i = space(bytes, i + 1)
    }
    return nil
  }

  /// Whether the object itself is a review, whatever arrays it also holds.
  private static func hasText(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var values: [RawValue] = []
    try? JSONSplitter.split(bytes, range, keys: JSONKeys(columns: []), into: &values)
    return values.contains { value in
      var name: [UInt8] = []
      name.append(bytes, value.nameStart..<value.nameEnd)
      return value.form != .nested
        && ColumnNames(String(decoding: name, as: UTF8.self)).rank(as: .text) != nil
    }
  }

  private static func space(_ bytes: Span<UInt8>, _ start: Int) -> Int {
    var i = start
    while i < bytes.count && Byte.isSpace(bytes[i]) { i += 1 }
    return i
  }
}
