/// Bytes that are written one after another, in storage of their own.
///
/// An array would ask with every byte whether its storage is shared; for output, which is as long as the input,
/// that is a tenth of all time. This is the one place of the output that handles memory itself.
@safe struct ByteBuffer: ~Copyable, @unchecked Sendable {
  private var base: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private(set) var count = 0

  init(capacity: Int = 256) {
    self.capacity = max(16, capacity)
    unsafe base = .allocate(capacity: self.capacity)
  }

  deinit { unsafe base.deallocate() }

  /// A copy of what was written.
  var array: [UInt8] { unsafe Array(UnsafeBufferPointer(start: base, count: count)) }

  /// Shows what was written, in place.
  func withBytes<Result>(
    _ body: (UnsafeRawBufferPointer) throws -> Result
  ) rethrows -> Result {
    try unsafe body(UnsafeRawBufferPointer(start: base, count: count))
  }

  /// Makes room for so many bytes more.
  @inline(__always)
  mutating func reserve(_ more: Int) {
    if capacity - count < more { grow(more) }
  }

  @inline(never)
  private mutating func grow(_ more: Int) {
    let larger = max(2 * capacity, count + more)
    let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    unsafe moved.initialize(from: base, count: count)
    unsafe base.deallocate()
    unsafe base = moved
    capacity = larger
  }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    reserve(1)
    put(byte)
  }

  /// Writes a byte for which there is room.
  @inline(__always)
  private mutating func put(_ byte: UInt8) {
    unsafe base[count] = byte
    count += 1
  }

  /// Writes a word for which there is room.
  @inline(__always)
  private mutating func put(_ word: StaticString) {
    unsafe (base + count).initialize(from: word.utf8Start, count: word.utf8CodeUnitCount)
    count += word.utf8CodeUnitCount
  }

  @inline(__always)
  mutating func append(_ word: StaticString) {
    reserve(word.utf8CodeUnitCount)
    put(word)
  }

  /// The name of a value in JSON, which needs no escapes, in quotes and with a colon.
  @inline(__always)
  mutating func append(key name: StaticString, afterComma: Bool) {
    reserve(name.utf8CodeUnitCount + 4)
    if afterComma { put(UInt8(ascii: ",")) }
    put(UInt8(ascii: "\""))
    put(name)
    put(UInt8(ascii: "\""))
    put(UInt8(ascii: ":"))
  }

  mutating func append(_ bytes: Span<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer { bytes in
      guard let start = bytes.baseAddress else { return }
      reserve(bytes.count)
      unsafe (base + count).initialize(from: start, count: bytes.count)
      count += bytes.count
    }
  }

  /// A whole number with its decimal digits.
  mutating func append(decimal value: UInt64) {
    reserve(20)
    if value < 10 { return put(ByteBuffer.digit(value)) }
    var digits = 2
    var bound: UInt64 = 100
    while digits < 20 && value >= bound {
      digits += 1
      bound &*= 10
    }
    var rest = value
    for at in stride(from: count + digits - 1, through: count, by: -1) {
      unsafe base[at] = ByteBuffer.digit(rest % 10)
      rest /= 10
    }
    count += digits
  }

  /// A number of ten-thousandths as a decimal fraction without trailing zeros.
  mutating func append(tenThousandths value: Int32) {
    if value < 0 { append(UInt8(ascii: "-")) }
    append(decimal: UInt64(value.magnitude / 10_000))
    let rest = value.magnitude % 10_000
    guard rest > 0 else { return }
    // The four digits side by side, the first one lowest.
    let (high, low) = (rest / 100, rest % 100)
    let digits = high / 10 | (high % 10) << 8 | (low / 10) << 16 | (low % 10) << 24
    reserve(5)
    put(UInt8(ascii: "."))
    let text = (digits | 0x3030_3030).littleEndian
    unsafe UnsafeMutableRawPointer(base + count).storeBytes(of: text, as: UInt32.self)
    count += 4 - digits.leadingZeroBitCount >> 3
  }

  @inline(__always)
  private static func digit(_ value: UInt64) -> UInt8 {
    UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value)
  }

  /// Text in quotes, with control characters, quote and backslash escaped as JSON wants.
  ///
  /// Sixteen bytes are copied and looked at together; few texts hold anything to escape.
  mutating func append(string text: UnsafeBufferPointer<UInt8>, afterComma: Bool) {
    let size = ByteBuffer.blockSize
    var at = 0
    // A block may be written behind the end of the text.
    reserve(text.count + 3 * size)
    if afterComma { put(UInt8(ascii: ",")) }
    put(UInt8(ascii: "\""))
    while at < text.count {
      let left = text.count &- at
      let source = unsafe UnsafeRawPointer(text.baseAddress! + at)
      let target = unsafe UnsafeMutableRawPointer(base + count)
      if left < size {
        unsafe target.copyMemory(from: source, byteCount: left)
        let blank = SIMD16<UInt8>(repeating: UInt8(ascii: " "))
        unsafe (target + left).storeBytes(of: blank, as: SIMD16<UInt8>.self)
      }
      let block = unsafe (left < size ? UnsafeRawPointer(target) : source)
        .loadUnaligned(as: SIMD16<UInt8>.self)
      unsafe target.storeBytes(of: block, as: SIMD16<UInt8>.self)
      let plain = min(left, ByteBuffer.plainBytes(block))
      at &+= plain
      count &+= plain
      if plain < min(left, size) {
        appendEscape(unsafe text[at])
        at &+= 1
        reserve(text.count - at + 3 * size)
      }
    }
    put(UInt8(ascii: "\""))
  }

  private static let blockSize = 16

  /// How many of sixteen bytes, from the first, need no escape.
  @inline(__always)
  private static func plainBytes(_ block: SIMD16<UInt8>) -> Int {
    typealias Block = SIMD16<UInt8>
    let escaped =
      (block .< Block(repeating: 0x20)) .| (block .== Block(repeating: UInt8(ascii: "\"")))
      .| (block .== Block(repeating: UInt8(ascii: "\\"))) .| (block .== Block(repeating: 0x7F))
    let marks = SIMD16<UInt8>.zero.replacing(with: .max, where: escaped)
    // As two words, as which the processor has them at once.
    let words = unsafe unsafeBitCast(marks, to: SIMD2<UInt64>.self)
    if words[0] != 0 { return words[0].littleEndian.trailingZeroBitCount >> 3 }
    return 8 + words[1].littleEndian.trailingZeroBitCount >> 3
  }

  private mutating func appendEscape(_ byte: UInt8) {
    append(UInt8(ascii: "\\"))
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): append(byte)
    case UInt8(ascii: "\n"): append(UInt8(ascii: "n"))
    case UInt8(ascii: "\r"): append(UInt8(ascii: "r"))
    case UInt8(ascii: "\t"): append(UInt8(ascii: "t"))
    default:
      append("u00")
      append(ByteBuffer.hexadecimal(byte >> 4))
      append(ByteBuffer.hexadecimal(byte & 15))
    }
  }

  private static func hexadecimal(_ digit: UInt8) -> UInt8 {
    digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
  }
}
