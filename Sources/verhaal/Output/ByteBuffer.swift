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
    unsafe base[count] = byte
    count += 1
  }

  @inline(__always)
  mutating func append(_ word: StaticString) {
    let length = word.utf8CodeUnitCount
    reserve(length)
    unsafe (base + count).initialize(from: word.utf8Start, count: length)
    count += length
  }

  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = bytes.baseAddress else { return }
    reserve(bytes.count)
    unsafe (base + count).initialize(from: start, count: bytes.count)
    count += bytes.count
  }

  mutating func append(_ bytes: ArraySlice<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer { unsafe append($0) }
  }

  /// A whole number with its decimal digits.
  mutating func append(decimal value: UInt64) {
    if value < 10 { return append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value)) }
    var digits = 1
    var rest = value / 10
    while rest > 0 {
      digits += 1
      rest /= 10
    }
    reserve(digits)
    rest = value
    for at in stride(from: count + digits - 1, through: count, by: -1) {
      unsafe base[at] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    count += digits
  }

  /// Text with control characters, quote and backslash escaped as JSON wants.
  ///
  /// Eight bytes are looked at together; few texts hold anything to escape.
  mutating func append(escaping text: UnsafeBufferPointer<UInt8>) {
    reserve(text.count + 8)
    let raw = UnsafeRawBufferPointer(text)
    var at = 0
    while at + 8 <= text.count {
      let word = unsafe raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)
      unsafe UnsafeMutableRawPointer(base + count).storeBytes(of: word, as: UInt64.self)
      let plain = ByteBuffer.plainBytes(word.littleEndian)
      at += plain
      count += plain
      if plain < 8 {
        appendEscape(unsafe text[at])
        at += 1
        reserve(text.count - at + 8)
      }
    }
    while at < text.count {
      let byte = unsafe text[at]
      if ByteBuffer.isPlain(byte) { append(byte) } else { appendEscape(byte) }
      at += 1
    }
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\") && byte != 0x7F
  }

  /// How many of eight bytes, from the lowest, need no escape.
  @inline(__always)
  private static func plainBytes(_ word: UInt64) -> Int {
    func zeroBytes(_ word: UInt64) -> UInt64 {
      // The lowest bit set is exact; bits above it may be set wrongly by the borrow.
      (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
    }
    func equal(_ byte: UInt64) -> UInt64 { zeroBytes(word ^ byte &* 0x0101_0101_0101_0101) }
    let control =
      (word &- 0x2020_2020_2020_2020) & ~word & 0x8080_8080_8080_8080
    return (control | equal(0x22) | equal(0x5C) | equal(0x7F)).trailingZeroBitCount >> 3
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
