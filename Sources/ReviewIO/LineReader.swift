/// The lines of a file or of standard input, also gzipped, in memory for one line.
public struct LineReader {
  private let stream: ByteStream
  private let limit: Int
  private var window: [UInt8] = []
  private var position = 0
  private var windowStart = 0
  /// Where the next line begins, in decompressed bytes.
  public var nextStart: Int { windowStart + position }
  /// How many lines were read.
  public private(set) var count = 0

  /// - Parameters:
  ///   - path: a file, or `-` for standard input.
  ///   - limit: the longest line in bytes that is read.
  /// - Throws: `InputError` when the file cannot be opened, or is an archive, a picture or the like.
  public init(path: String, limit: Int) throws(InputError) {
    try self.init(ByteSource(path: path), limit: limit, readBytes: 1 << 16)
  }

  init(_ source: ByteSource, limit: Int, readBytes: Int) throws(InputError) {
    stream = try ByteStream(source, readBytes: readBytes)
    self.limit = limit
    try stream.fill(&window, count: 1 << 16)
    if window.starts(with: [0xff, 0xfe]) || window.starts(with: [0xfe, 0xff]) {
      throw InputError(
        kind: .unsupportedFormat, file: source.file, position: 0, message: "this is UTF-16",
        hint: "save it as UTF-8")
    }
    if let refusal = FileSignature.container(window.span, file: source.file) { throw refusal }
  }

  /// Calls `body` with the next line without its line feed, and whether it has one; false at the end.
  ///
  /// - Parameter body: gets nil for a line longer than the limit, which is then passed over to its end.
  /// - Throws: `InputError` when the file cannot be read, and what `body` throws.
  public mutating func next(_ body: (Span<UInt8>?, _ hasLineFeed: Bool) throws -> Void) throws
    -> Bool
  {
    var searched = position
    var isTooLong = false
    while true {
      let end = window.span.first(Byte.lineFeed, from: searched, to: window.count)
      let isWhole = end < window.count
      if end - position > limit && !isTooLong {
        isTooLong = true
        count += 1
        // Told before its end, which may never come.
        try body(nil, false)
      }
      if isWhole || stream.isAtEnd {
        if !isWhole && position == window.count && !isTooLong { return false }
        if !isTooLong {
          count += 1
          let text = window.span
          try body(text.extracting(position..<end), isWhole)
        }
        position = isWhole ? end + 1 : end
        return true
      }
      // What was read is let go, and so is the start of a line that is too long.
      let gone = isTooLong ? window.count : position
      window.removeSubrange(..<gone)
      windowStart += gone
      position = 0
      searched = window.count
      try stream.fill(&window, count: 1 << 16)
    }
  }
}
