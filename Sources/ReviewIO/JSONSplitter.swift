/// Splits a JSON object into its values, and validates it on the way.
enum JSONSplitter {
  /// Why an object cannot be used, and where.
  struct Flaw: Error {
    var kind: Diagnostic.Kind
    var position: Int
  }

  static let maximumDepth = 512
  /// A review has a few; each takes far more memory than it takes in the dump.
  static let mostValues = 10_000

  /// Appends the values of the object that fills `range`.
  static func split(
    _ bytes: Span<UInt8>, _ range: Range<Int>, keys: JSONKeys, into values: inout [RawValue]
  ) throws(Flaw) {
    var i = space(bytes, range.lowerBound, range.upperBound)
    let end = range.upperBound
    guard i < end, bytes[i] == Byte.openBrace else {
      // A bare value that is valid is another mistake than bytes that are not JSON.
      let after = try space(bytes, skip(bytes, i, end), end)
      throw Flaw(kind: after == end ? .notAnObject : .malformedJSON, position: min(i, end))
    }
    i = try space(bytes, object(bytes, i, end, keys, depth: 1, into: &values), end)
    if i < end { throw malformed(i) }
  }

  /// Appends the values of the object at `start`; returns the place after it.
  private static func object(
    _ bytes: Span<UInt8>, _ start: Int, _ end: Int, _ keys: JSONKeys, depth: Int,
    into values: inout [RawValue]
  ) throws(Flaw) -> Int {
    var expected = 0
    var i = space(bytes, start + 1, end)
    if i < end && bytes[i] == Byte.closeBrace { return i + 1 }
    while true {
      guard i < end, bytes[i] == Byte.quote else { throw malformed(i) }
      let nameStart = i + 1
      let nameEnd: Int
      var nameIsEscaped = false
      let known: JSONKeys.Known
      if let next = keys.next(bytes, nameStart, to: end, expected: &expected) {
        (nameEnd, known) = (next.end, next.known)
      } else {
        (nameEnd, nameIsEscaped) = try string(bytes, i, end)
        known =
          nameIsEscaped
          ? findEscaped(bytes, nameStart..<nameEnd, keys)
          : keys.find(bytes, nameStart, nameEnd, expected: &expected)
      }
      i = space(bytes, nameEnd + 1, end)
      guard i < end, bytes[i] == Byte.colon else { throw malformed(i) }
      i = space(bytes, i + 1, end)
      guard i < end else { throw malformed(i) }
      if known.child >= 0 && bytes[i] == Byte.openBrace {
        i = try object(bytes, i, end, keys.children[known.child], depth: depth + 1, into: &values)
      } else {
        var value = RawValue(
          column: known.column, form: .plain, start: i, end: i, nameStart: nameStart,
          nameEnd: nameEnd, nameIsEscaped: nameIsEscaped, prefix: keys.prefix)
        switch bytes[i] {
        case Byte.quote:
          let text = try string(bytes, i, end)
          value.form = text.isEscaped ? .escaped : .plain
          value.start += 1
          value.end = text.end
          i = text.end + 1
        case Byte.openBrace, Byte.openBracket:
          i = try skip(bytes, i, end, depth: depth)
          value.form = .nested
          value.end = i
        default:
          value.form = try literal(bytes, &i, end) ? .plain : .null
          value.end = i
        }
        if values.count == mostValues { throw Flaw(kind: .tooManyValues, position: nameStart) }
        values.append(value)
      }
      i = space(bytes, i, end)
      guard i < end else { throw malformed(i) }
      if bytes[i] == Byte.closeBrace { return i + 1 }
      guard bytes[i] == Byte.comma else { throw malformed(i) }
      i = space(bytes, i + 1, end)
    }
  }

  /// The places of the values of the array that fills `range`, strings with their quotes.
  static func elements(_ bytes: Span<UInt8>, _ range: Range<Int>) throws(Flaw) -> [Range<Int>] {
    var elements: [Range<Int>] = []
    let end = range.upperBound
    var i = space(bytes, range.lowerBound + 1, end)
    while i < end, bytes[i] != Byte.closeBracket {
      let after = try skip(bytes, i, end)
      elements.append(i..<after)
      i = space(bytes, after, end)
      if i < end, bytes[i] == Byte.comma { i = space(bytes, i + 1, end) }
    }
    return elements
  }

  /// The place after the value at `start`, in an object or array that is `depth` deep already.
  static func skip(_ bytes: Span<UInt8>, _ start: Int, _ end: Int, depth: Int = 0) throws(Flaw)
    -> Int
  {
    var i = start
    /// Whether each open level is an object.
    var levels: [Bool] = []
    var needsKey = false
    while true {
      guard i < end else { throw malformed(end) }
      if needsKey {
        guard bytes[i] == Byte.quote else { throw malformed(i) }
        i = try string(bytes, i, end).end + 1
        i = space(bytes, i, end)
        guard i < end, bytes[i] == Byte.colon else { throw malformed(i) }
        i = space(bytes, i + 1, end)
        guard i < end else { throw malformed(i) }
      }
      switch bytes[i] {
      case Byte.quote: i = try string(bytes, i, end).end + 1
      case Byte.openBrace, Byte.openBracket:
        let isObject = bytes[i] == Byte.openBrace
        if depth + levels.count >= maximumDepth { throw Flaw(kind: .tooDeep, position: i) }
        i = space(bytes, i + 1, end)
        guard i < end else { throw malformed(i) }
        if bytes[i] == (isObject ? Byte.closeBrace : Byte.closeBracket) {
          i += 1
        } else {
          levels.append(isObject)
          needsKey = isObject
          continue
        }
      default: _ = try literal(bytes, &i, end)
      }
      while let isObject = levels.last {
        i = space(bytes, i, end)
        guard i < end else { throw malformed(i) }
        if bytes[i] == Byte.comma {
          i = space(bytes, i + 1, end)
          needsKey = isObject
          break
        }
        guard bytes[i] == (isObject ? Byte.closeBrace : Byte.closeBracket) else {
          throw malformed(i)
        }
        i += 1
        levels.removeLast()
      }
      if levels.isEmpty { return i }
    }
  }

  /// The place of the quote that closes the one at `open`, and whether there are escapes before it.
  @inline(__always)
  private static func string(
    _ bytes: Span<UInt8>, _ open: Int, _ end: Int
  ) throws(Flaw) -> (end: Int, isEscaped: Bool) {
    let mark = bytes.first(Byte.quote, Byte.backslash, from: open + 1, to: end)
    if mark < end && bytes[mark] == Byte.quote { return (mark, false) }
    return (try escapedEnd(bytes, mark, end), true)
  }

  /// The place of the quote that closes a string, from its first backslash on.
  private static func escapedEnd(
    _ bytes: Span<UInt8>, _ start: Int, _ end: Int
  ) throws(Flaw) -> Int {
    var i = start
    while true {
      i = bytes.first(Byte.quote, Byte.backslash, from: i, to: end)
      guard i < end else { throw malformed(end) }
      if bytes[i] == Byte.quote { return i }
      guard i + 1 < end else { throw malformed(end) }
      switch bytes[i + 1] {
      case UInt8(ascii: "u"):
        guard JSONText.unit(bytes, i + 2, end) != nil else { throw malformed(i) }
        i += 6
      case Byte.quote, Byte.backslash, UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
        UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
        i += 2
      default: throw malformed(i)
      }
    }
  }

  /// Goes past a number, true, false or null; false where it stands for nothing.
  ///
  /// NaN and the infinities, which some exporters write, stand for nothing.
  private static func literal(_ bytes: Span<UInt8>, _ i: inout Int, _ end: Int) throws(Flaw) -> Bool
  {
    let start = i
    guard start < end else { throw malformed(start) }
    if end &- start > 4, bytes.word(start, count: 4) == null,
      !isLetter(bytes[start &+ 4]), !isNumeric(bytes[start &+ 4])
    {
      i = start &+ 4
      return false
    }
    let isNegative = bytes[start] == UInt8(ascii: "-")
    if isNegative { i += 1 }
    if i < end && Byte.isDigit(bytes[i]) {
      while i < end, isNumeric(bytes[i]) { i += 1 }
      if i < end, isLetter(bytes[i]) { throw malformed(i) }
      return true
    }
    while i < end, isLetter(bytes[i]) || isNumeric(bytes[i]) { i += 1 }
    let word = start + (isNegative ? 1 : 0)
    guard i - word <= 8 else { throw malformed(start) }
    switch bytes.word(word, count: i - word) {
    case infinity: return false
    case null where !isNegative, notANumber where !isNegative: return false
    case yes where !isNegative, no where !isNegative: return true
    default: throw malformed(start)
    }
  }

  // The words as eight bytes, the first one lowest.
  private static let null: UInt64 = 0x6c6c_756e
  private static let yes: UInt64 = 0x6575_7274
  private static let no: UInt64 = 0x65_736c_6166
  private static let notANumber: UInt64 = 0x4e_614e
  private static let infinity: UInt64 = 0x7974_696e_6966_6e49

  private static func isLetter(_ byte: UInt8) -> Bool { Byte.folded(byte) &- 0x61 < 26 }

  private static func isNumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "e"),
      UInt8(ascii: "E"):
      true
    default: false
    }
  }

  private static func findEscaped(
    _ bytes: Span<UInt8>, _ name: Range<Int>, _ keys: JSONKeys
  ) -> JSONKeys.Known {
    var decoded: [UInt8] = []
    _ = JSONText.appendUnescaped(bytes, name, to: &decoded)
    var expected = 0
    return keys.find(decoded.span, 0, decoded.count, expected: &expected)
  }

  @inline(__always)
  private static func space(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    var i = start
    while i < end && Byte.isSpace(bytes[i]) { i += 1 }
    return i
  }

  private static func malformed(_ position: Int) -> Flaw {
    Flaw(kind: .malformedJSON, position: position)
  }
}
