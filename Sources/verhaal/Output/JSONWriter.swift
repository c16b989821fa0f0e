import Lexicon

/// Builds JSON text in a byte buffer.
struct JSONWriter {
  private(set) var bytes: [UInt8] = []
  private var needsComma = false

  var count: Int { bytes.count }

  mutating func open(_ bracket: Unicode.Scalar = "{") {
    separate()
    bytes.append(UInt8(ascii: bracket))
    needsComma = false
  }

  mutating func close(_ bracket: Unicode.Scalar = "}") {
    bytes.append(UInt8(ascii: bracket))
    needsComma = true
  }

  /// Ends the line.
  mutating func end() {
    bytes.append(UInt8(ascii: "\n"))
    needsComma = false
  }

  /// A key that needs no escapes.
  mutating func key(_ name: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    name.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  mutating func key(escaping name: ArraySlice<UInt8>) {
    string(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// A text, or null.
  mutating func optional(_ text: String?) {
    if let text { string(text) } else { null() }
  }

  /// A whole number, or null.
  mutating func optional(_ value: Int?) {
    if let value { integer(value) } else { null() }
  }

  /// A number of ten-thousandths, or null.
  mutating func optional(_ value: Fixed?) {
    if let value { fixed(value) } else { null() }
  }

  /// An array of texts.
  mutating func strings(_ texts: [String]) {
    open("[")
    for text in texts { string(text) }
    close("]")
  }

  /// Makes room for so many bytes more.
  mutating func reserve(_ count: Int) { bytes.reserveCapacity(bytes.count + count) }

  mutating func null() { raw("null") }
  mutating func bool(_ value: Bool) { raw(value ? "true" : "false") }

  mutating func integer(_ value: Int) {
    separate()
    append(decimal: value)
    needsComma = true
  }

  /// A number of ten-thousandths, without trailing zeros.
  mutating func fixed(_ value: Fixed) {
    separate()
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    let magnitude = Int(value.magnitude)
    append(decimal: magnitude / 10_000)
    var rest = magnitude % 10_000
    if rest > 0 {
      bytes.append(UInt8(ascii: "."))
      var unit = 1_000
      while rest > 0 {
        bytes.append(UInt8(ascii: "0") + UInt8(rest / unit))
        rest %= unit
        unit /= 10
      }
    }
    needsComma = true
  }

  mutating func string(_ text: String) {
    var text = text
    text.withUTF8 { unsafe string($0) }
  }

  /// Text from bytes that are valid UTF-8.
  mutating func string(_ text: ArraySlice<UInt8>) {
    unsafe text.withUnsafeBufferPointer { unsafe string($0) }
  }

  private mutating func string(_ text: UnsafeBufferPointer<UInt8>) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    unsafe appendEscaped(text)
    bytes.append(UInt8(ascii: "\""))
    needsComma = true
  }

  /// Text from a static word that needs no escapes.
  mutating func raw(_ word: StaticString) {
    separate()
    word.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
    needsComma = true
  }

  /// Adds bytes as they are.
  mutating func append(raw text: some Sequence<UInt8>) {
    bytes.append(contentsOf: text)
    needsComma = false
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = false
  }

  private mutating func append(decimal value: Int) {
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    var rest = value.magnitude
    let start = bytes.count
    repeat {
      bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    bytes[start...].reverse()
  }

  /// Copies runs that need no escape whole; control characters, quote and backslash are escaped.
  private mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>) {
    var start = 0
    for at in 0..<text.count {
      let byte = unsafe text[at]
      if byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\") && byte != 0x7F {
        continue
      }
      unsafe bytes.append(contentsOf: text[start..<at])
      appendEscape(byte)
      start = at + 1
    }
    unsafe bytes.append(contentsOf: text[start...])
  }

  private mutating func appendEscape(_ byte: UInt8) {
    bytes.append(UInt8(ascii: "\\"))
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
    case UInt8(ascii: "\n"): bytes.append(UInt8(ascii: "n"))
    case UInt8(ascii: "\r"): bytes.append(UInt8(ascii: "r"))
    case UInt8(ascii: "\t"): bytes.append(UInt8(ascii: "t"))
    default:
      let digits = Array("0123456789abcdef".utf8)
      bytes.append(contentsOf: "u00".utf8)
      bytes.append(digits[Int(byte >> 4)])
      bytes.append(digits[Int(byte & 15)])
    }
  }
}
