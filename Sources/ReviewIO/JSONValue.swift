/// A value of a JSON object, by its place among the bytes that were read.
public struct JSONValue: Sendable {
  /// Of a string without its quotes.
  private let range: Range<Int>
  private let form: Form

  private enum Form {
    case string, literal, array, object
  }

  /// - Parameter range: of a valid value, a string with its quotes.
  init(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    switch bytes[range.lowerBound] {
    case Byte.quote:
      form = .string
      self.range = range.lowerBound + 1..<range.upperBound - 1
    case Byte.openBracket:
      form = .array
      self.range = range
    case Byte.openBrace:
      form = .object
      self.range = range
    default:
      form = .literal
      self.range = range
    }
  }

  /// A string without its escapes; nil for what is none.
  public func bytes(in bytes: Span<UInt8>) -> [UInt8]? {
    guard form == .string else { return nil }
    var text: [UInt8] = []
    text.reserveCapacity(range.count)
    _ = JSONText.appendUnescaped(bytes, range, to: &text)
    return text
  }

  public func string(in bytes: Span<UInt8>) -> String? {
    self.bytes(in: bytes).map { String(decoding: $0, as: UTF8.self) }
  }

  /// A number however it is written, such as `0.5` or `5.0E-1`; nil for what is none.
  public func number(in bytes: Span<UInt8>) -> Double? {
    literal(in: bytes).flatMap { Double($0) }
  }

  /// A whole number; nil for what is none.
  public func integer(in bytes: Span<UInt8>) -> Int? {
    guard let text = literal(in: bytes) else { return nil }
    return Int(text) ?? Double(text).flatMap { Int(exactly: $0) }
  }

  public func bool(in bytes: Span<UInt8>) -> Bool? {
    switch literal(in: bytes) {
    case "true": true
    case "false": false
    default: nil
    }
  }

  /// The values of an array, null as nil; nil for what is no array.
  public func elements(in bytes: Span<UInt8>) -> [JSONValue?]? {
    guard form == .array, let places = try? JSONSplitter.elements(bytes, range) else { return nil }
    return places.map { bytes[$0.lowerBound] == UInt8(ascii: "n") ? nil : JSONValue(bytes, $0) }
  }

  /// The members of an object in order, null as nil; nil for what is no object.
  public func members(in bytes: Span<UInt8>) -> [(name: [UInt8], value: JSONValue?)]? {
    var values: [RawValue] = []
    guard form == .object,
      (try? JSONSplitter.split(bytes, range, keys: JSONKeys(columns: []), into: &values)) != nil
    else { return nil }
    return values.map { value in
      var name: [UInt8] = []
      _ = JSONText.appendUnescaped(bytes, value.nameStart..<value.nameEnd, to: &name)
      return (name, JSONValue(bytes, value))
    }
  }

  /// The values of some names of an object, as `JSONNames` gives them; nil for what is no object.
  public func values(of names: JSONNames, in bytes: Span<UInt8>) -> [JSONValue?]? {
    form == .object ? try? names.split(bytes, range) : nil
  }

  /// - Returns: nil for null.
  init?(_ bytes: Span<UInt8>, _ value: RawValue) {
    switch value.form {
    case .null: return nil
    case .nested: self.init(bytes, value.start..<value.end)
    case .plain, .quoted, .escaped:
      let isString =
        bytes[value.start - 1] == Byte.quote && value.end < bytes.count
        && bytes[value.end] == Byte.quote
      self.init(bytes, isString ? value.start - 1..<value.end + 1 : value.start..<value.end)
    }
  }

  private func literal(in bytes: Span<UInt8>) -> String? {
    guard form == .literal else { return nil }
    var text = ""
    for at in range { text.unicodeScalars.append(Unicode.Scalar(bytes[at])) }
    return text
  }
}
