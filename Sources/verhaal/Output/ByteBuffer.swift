import ReviewIO

/// Bytes that are written one after another, in storage of their own.
///
/// An array would ask with every byte whether its storage is shared; for output, which is as long as the input,
/// that is a tenth of all time. This is the one place of the output that handles memory itself.
@safe struct ByteBuffer: ~Copyable, @unchecked Sendable {
  private var base: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private(set) var count = 0
  /// How many bytes a quote takes in JSON: one, or two where the JSON stands in a cell of CSV.
  private var quoteWidth = 1
  /// How cells of CSV are written.
  var dialect = CSVDialect.plain

  init(capacity: Int = 256) {
    self.capacity = max(16, capacity)
    unsafe base = .allocate(capacity: self.capacity)
  }

  deinit { unsafe base.deallocate() }

  /// Whether a comma was written last.
  @inline(__always)
  var endsInComma: Bool { unsafe count > 0 && base[count - 1] == UInt8(ascii: ",") }

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
    if capacity &- count < more { grow(more) }
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
    count &+= 1
  }

  /// Writes a word for which there is room.
  @inline(__always)
  private mutating func put(_ word: StaticString) {
    unsafe (base + count).initialize(from: word.utf8Start, count: word.utf8CodeUnitCount)
    count &+= word.utf8CodeUnitCount
  }

  /// Writes a quote for which there is room, with a byte to spare.
  @inline(__always)
  private mutating func putQuote() {
    unsafe base[count] = UInt8(ascii: "\"")
    unsafe base[count &+ 1] = UInt8(ascii: "\"")
    count &+= quoteWidth
  }

  @inline(__always)
  mutating func append(_ word: StaticString) {
    reserve(word.utf8CodeUnitCount)
    put(word)
  }

  mutating func append(_ bytes: Span<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer { bytes in
      guard let start = bytes.baseAddress else { return }
      reserve(bytes.count)
      unsafe (base + count).initialize(from: start, count: bytes.count)
      count += bytes.count
    }
  }

  /// Takes the last byte back if it is a comma.
  @inline(__always)
  mutating func removeComma() {
    if endsInComma { count -= 1 }
  }

  // MARK: Numbers

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
    reserve(12)
    if value < 0 { put(UInt8(ascii: "-")) }
    let (whole, rest) = value.magnitude.quotientAndRemainder(dividingBy: 10_000)
    if whole < 10 { put(ByteBuffer.digit(UInt64(whole))) } else { append(decimal: UInt64(whole)) }
    // The four digits side by side, the first one lowest: two numbers below a hundred are parted into digits at once.
    let pairs = rest / 100 | (rest % 100) &<< 16
    let tens = (pairs &* 103) &>> 10 & 0x000F_000F
    let digits = tens | (pairs &- tens &* 10) &<< 8
    let text = (digits | 0x3030_3030).littleEndian
    unsafe base[count] = UInt8(ascii: ".")
    unsafe UnsafeMutableRawPointer(base + count + 1).storeBytes(of: text, as: UInt32.self)
    count &+= digits == 0 ? 0 : 5 &- digits.leadingZeroBitCount &>> 3
  }

  @inline(__always)
  private static func digit(_ value: UInt64) -> UInt8 {
    UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value)
  }

  // MARK: JSON

  /// The name of a value, which needs no escapes, in quotes and with a colon.
  @inline(__always)
  mutating func append(key name: StaticString) {
    reserve(name.utf8CodeUnitCount + 5)
    putQuote()
    put(name)
    putQuote()
    put(UInt8(ascii: ":"))
  }

  /// A part of `bytes` in quotes, with control characters, quote and backslash escaped as JSON wants, then `end`.
  ///
  /// Sixteen bytes are copied and looked at together, also behind the text if there are so many: few texts hold
  /// anything to escape, and many are short.
  mutating func append(
    quoted bytes: UnsafeRawBufferPointer, _ range: Range<Int>, then end: UInt8
  ) {
    precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count)
    let size = ByteBuffer.blockSize
    var at = range.lowerBound
    // A block may be written behind the end of the text.
    reserve(range.count + 2 * size)
    putQuote()
    while at < range.upperBound {
      let left = range.upperBound &- at
      let target = unsafe UnsafeMutableRawPointer(base + count)
      let block: SIMD16<UInt8>
      if at &+ size <= bytes.count {
        block = unsafe bytes.loadUnaligned(fromByteOffset: at, as: SIMD16<UInt8>.self)
        unsafe target.storeBytes(of: block, as: SIMD16<UInt8>.self)
      } else {
        unsafe target.copyMemory(from: bytes.baseAddress! + at, byteCount: left)
        block = unsafe target.loadUnaligned(as: SIMD16<UInt8>.self)
      }
      let plain = min(left, ByteBuffer.plainBytes(block))
      at &+= plain
      count &+= plain
      if plain < min(left, size) {
        appendEscape(unsafe bytes[at])
        at &+= 1
        reserve(range.upperBound - at + 2 * size)
      }
    }
    putQuote()
    put(end)
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
    // As two words, as which the processor has them at once. Which of them it is is reckoned, not branched on: short texts
    // end anywhere, and it would guess wrongly.
    let words = unsafe unsafeBitCast(marks, to: SIMD2<UInt64>.self)
    let low = words[0].littleEndian.trailingZeroBitCount &>> 3
    let high = words[1].littleEndian.trailingZeroBitCount &>> 3
    return low &+ high & (0 &- low &>> 3)
  }

  private mutating func appendEscape(_ byte: UInt8) {
    append(UInt8(ascii: "\\"))
    switch byte {
    case UInt8(ascii: "\""):
      reserve(2)
      putQuote()
    case UInt8(ascii: "\\"): append(byte)
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

  // MARK: CSV

  /// A part of `bytes` as a cell, with a delimiter: in quotes where it holds that, a quote or a line end.
  ///
  /// - Parameter isRaw: whether it is written as it is, also where a spreadsheet would take it for a formula.
  mutating func append(cell bytes: Span<UInt8>, _ range: Range<Int>, isRaw: Bool = false) {
    let text = bytes.extracting(range)
    let isMarked = !isRaw && FormulaMark.isNeeded(text)
    let needsQuotes = text.indices.contains {
      switch text[$0] {
      case dialect.delimiter, UInt8(ascii: "\""), UInt8(ascii: "\n"), UInt8(ascii: "\r"): true
      default: false
      }
    }
    if needsQuotes {
      reserve(2 * text.count + 4)
      put(UInt8(ascii: "\""))
      if isMarked { put(FormulaMark.byte) }
      for at in text.indices {
        put(text[at])
        if text[at] == UInt8(ascii: "\"") { put(UInt8(ascii: "\"")) }
      }
      put(UInt8(ascii: "\""))
    } else {
      if isMarked { append(FormulaMark.byte) }
      append(text)
    }
    endCell()
  }

  mutating func append(cell text: String, isRaw: Bool = false) {
    if text.isEmpty { return endCell() }
    var text = text
    text.withUTF8 { append(cell: unsafe $0.span, 0..<$0.count, isRaw: isRaw) }
  }

  mutating func append(cell tenThousandths: Int32) {
    let start = count
    append(tenThousandths: tenThousandths)
    if dialect.decimalSign != UInt8(ascii: ".") {
      for at in start..<count where unsafe base[at] == UInt8(ascii: ".") {
        unsafe base[at] = dialect.decimalSign
      }
    }
    endCell()
  }

  /// Ends a cell, also one in which nothing was written.
  mutating func endCell() { append(dialect.delimiter) }

  /// Ends a row of cells.
  mutating func endRow() {
    if unsafe count > 0 && base[count - 1] == dialect.delimiter { count -= 1 }
    append(dialect.lineEnd)
  }

  /// Begins a cell that holds JSON, in which quotes are doubled.
  mutating func beginJSONCell() {
    append(UInt8(ascii: "\""))
    quoteWidth = 2
  }

  mutating func endJSONCell() {
    quoteWidth = 1
    removeComma()
    append(UInt8(ascii: "\""))
    endCell()
  }

  /// Whether the cell written last stands in quotes.
  var endsInQuotedCell: Bool { unsafe count > 1 && base[count - 2] == UInt8(ascii: "\"") }
}
