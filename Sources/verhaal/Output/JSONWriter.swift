import Lexicon

/// Builds JSON text.
struct JSONWriter: ~Copyable {
  private var buffer: ByteBuffer
  private var needsComma = false

  /// - Parameter capacity: bytes to make room for.
  init(capacity: Int = 1_024) { buffer = ByteBuffer(capacity: capacity) }

  /// What was written.
  var bytes: [UInt8] { buffer.array }
  var count: Int { buffer.count }

  /// What was written, without copying it.
  consuming func finished() -> ByteBuffer { buffer }

  mutating func open(_ bracket: Unicode.Scalar = "{") {
    separate()
    buffer.append(UInt8(ascii: bracket))
    needsComma = false
  }

  mutating func close(_ bracket: Unicode.Scalar = "}") {
    buffer.append(UInt8(ascii: bracket))
    needsComma = true
  }

  /// Ends the line.
  mutating func end() {
    buffer.append(UInt8(ascii: "\n"))
    needsComma = false
  }

  /// A key that needs no escapes.
  @inline(__always)
  mutating func key(_ name: StaticString) {
    buffer.append(key: name, afterComma: needsComma)
    needsComma = false
  }

  mutating func key(escaping name: Span<UInt8>) {
    string(name)
    buffer.append(UInt8(ascii: ":"))
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
  mutating func strings(_ texts: some Sequence<String>) {
    open("[")
    for text in texts { string(text) }
    close("]")
  }

  mutating func null() { raw("null") }
  mutating func bool(_ value: Bool) { raw(value ? "true" : "false") }

  mutating func integer(_ value: Int) {
    separate()
    if value < 0 { buffer.append(UInt8(ascii: "-")) }
    buffer.append(decimal: UInt64(value.magnitude))
    needsComma = true
  }

  /// A number of ten-thousandths, without trailing zeros.
  mutating func fixed(_ value: Fixed) {
    separate()
    buffer.append(tenThousandths: value)
    needsComma = true
  }

  mutating func string(_ text: String) {
    var text = text
    text.withUTF8 { unsafe string($0) }
  }

  /// Text from bytes that are valid UTF-8.
  mutating func string(_ text: Span<UInt8>) {
    unsafe text.withUnsafeBufferPointer { unsafe string($0) }
  }

  @inline(__always)
  private mutating func string(_ text: UnsafeBufferPointer<UInt8>) {
    unsafe buffer.append(string: text, afterComma: needsComma)
    needsComma = true
  }

  /// Text from a static word that needs no escapes.
  mutating func raw(_ word: StaticString) {
    separate()
    buffer.append(word)
    needsComma = true
  }

  /// Adds bytes as they are.
  mutating func append(raw text: Span<UInt8>) {
    buffer.append(text)
    needsComma = false
  }

  @inline(__always)
  private mutating func separate() {
    if needsComma { buffer.append(UInt8(ascii: ",")) }
    needsComma = false
  }
}
