/// A file or standard input, also gzipped, that is taken into memory whole.
public enum WholeInput {
  /// Reads it.
  ///
  /// - Parameters:
  ///   - path: a file, or `-` for standard input.
  ///   - limit: the most bytes that are taken.
  /// - Throws: `InputError` when it cannot be read, or is longer.
  public static func read(path: String, limit: Int) throws(InputError) -> [UInt8] {
    let stream = try ByteStream(ByteSource(path: path), readBytes: 1 << 18)
    var bytes: [UInt8] = []
    while !stream.isAtEnd {
      try stream.fill(&bytes, count: min(max(1 << 18, bytes.count), limit + 1 - bytes.count))
      if bytes.count > limit {
        throw InputError.tooLarge(path, limit: limit, hint: "divide it")
      }
    }
    return bytes
  }
}
