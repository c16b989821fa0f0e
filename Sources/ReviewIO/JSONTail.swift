/// Goes over what stands behind an array in an object, to the array of the same name in a next object.
struct JSONTail {
  /// The name of the array, as it stands between its quotes.
  private let wanted: [UInt8]
  /// How many objects and arrays are open.
  private var depth = 1
  private var isInString = false
  private var isEscaped = false
  /// The last name in the object, and whether its value has begun.
  private var name: [UInt8] = []
  private var isNamed = false
  /// Whether what comes is the first element of an array that may be reviews too.
  private var isAtList = false
  /// Whether something was passed over that may be reviews too.
  private(set) var hasLeftOut = false

  private static let longestName = 256

  init(of name: [UInt8]) { wanted = name }

  /// The place up to which there is nothing to read, and whether an element follows there.
  mutating func pass(_ bytes: Span<UInt8>, from start: Int) -> (place: Int, isElement: Bool) {
    for i in start..<bytes.count {
      let byte = bytes[i]
      if isInString {
        passInString(byte)
      } else if !Byte.isSpace(byte) {
        if byte == Byte.openBracket && depth == 1 && isNamed && name == wanted {
          return (i + 1, true)
        }
        take(byte)
      }
    }
    return (bytes.count, false)
  }

  private mutating func passInString(_ byte: UInt8) {
    if !isEscaped && byte == Byte.quote {
      isInString = false
      return
    }
    isEscaped = !isEscaped && byte == Byte.backslash
    if depth == 1 && !isNamed && name.count < Self.longestName { name.append(byte) }
  }

  private mutating func take(_ byte: UInt8) {
    if depth == 0 && ![Byte.openBrace, Byte.comma].contains(byte) && !Byte.mark.contains(byte) {
      hasLeftOut = true
    }
    if isAtList && byte == Byte.openBrace { hasLeftOut = true }
    isAtList = false
    switch byte {
    case Byte.quote:
      isInString = true
      if depth == 1 && !isNamed { name.removeAll() }
    case Byte.colon: isNamed = isNamed || depth == 1
    case Byte.comma: isNamed = isNamed && depth > 1
    case Byte.openBrace, Byte.openBracket:
      // In an object a value without a name is one of an array that was closed too early.
      if depth == 1 && !isNamed { hasLeftOut = true }
      isAtList = byte == Byte.openBracket && depth == 1 && !isForeign
      if depth == 0 { isNamed = false }
      depth += 1
    case Byte.closeBrace, Byte.closeBracket: depth = max(0, depth - 1)
    default: break
    }
  }

  private var isForeign: Bool { ColumnNames(String(decoding: name, as: UTF8.self)).isForeign }
}
