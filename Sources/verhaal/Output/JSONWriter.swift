import Lexicon

/// Builds JSON text.
///
/// Every value is written with a comma behind it, which is taken back where the object, array or line ends: so nothing
/// has to be asked before a value.
struct JSONWriter: ~Copyable {
  /// Where it is written, for what is not JSON.
  var buffer: ByteBuffer

  /// - Parameter capacity: bytes to make room for.
  init(capacity: Int = 1_024) { buffer = ByteBuffer(capacity: capacity) }

  /// What was written, without a comma at its end.
  var bytes: [UInt8] {
    let bytes = buffer.array
    return buffer.endsInComma ? bytes.dropLast() : bytes
  }

  /// What was written, without copying it.
  consuming func finished() -> ByteBuffer { buffer }

  @inline(__always)
  mutating func open(_ bracket: Unicode.Scalar = "{") { buffer.append(UInt8(ascii: bracket)) }

  @inline(__always)
  mutating func close(_ bracket: Unicode.Scalar = "}") {
    buffer.removeComma()
    buffer.append(UInt8(ascii: bracket))
    buffer.append(UInt8(ascii: ","))
  }

  /// Ends the line.
  mutating func end() {
    buffer.removeComma()
    buffer.append(UInt8(ascii: "\n"))
  }

  /// A key that needs no escapes.
  @inline(__always)
  mutating func key(_ name: StaticString) { buffer.append(key: name) }

  @inline(__always)
  mutating func key(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    unsafe bytes.withUnsafeBytes {
      unsafe buffer.append(quoted: $0, range, then: UInt8(ascii: ":"))
    }
  }

  mutating func key(escaping name: String) {
    var name = name
    name.withUTF8 {
      unsafe buffer.append(
        quoted: UnsafeRawBufferPointer($0), 0..<$0.count, then: UInt8(ascii: ":"))
    }
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
  mutating func strings(_ texts: some Sequence<String>) {
    open("[")
    for text in texts { string(text) }
    close("]")
  }

  mutating func null() { buffer.append("null,") }
  mutating func bool(_ value: Bool) { buffer.append(value ? "true," : "false,") }

  mutating func integer(_ value: Int) {
    if value < 0 { buffer.append(UInt8(ascii: "-")) }
    buffer.append(decimal: UInt64(value.magnitude))
    buffer.append(UInt8(ascii: ","))
  }

  /// A number of ten-thousandths, without trailing zeros.
  mutating func fixed(_ value: Fixed) {
    buffer.append(tenThousandths: value)
    buffer.append(UInt8(ascii: ","))
  }

  mutating func string(_ text: String) {
    var text = text
    text.withUTF8 {
      unsafe buffer.append(
        quoted: UnsafeRawBufferPointer($0), 0..<$0.count, then: UInt8(ascii: ","))
    }
  }

  /// A part of bytes that are valid UTF-8.
  mutating func string(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    unsafe bytes.withUnsafeBytes {
      unsafe buffer.append(quoted: $0, range, then: UInt8(ascii: ","))
    }
  }

  /// Adds bytes as they are.
  mutating func append(raw text: Span<UInt8>) { buffer.append(text) }
}
