import ReviewIO

extension FuzzTarget {
  /// A dump in an encoding that is named, against the same brought to UTF-8 beforehand by a plain decoder: the same
  /// reviews, however it is cut.
  static let encoding = FuzzTarget(name: "encoding") {
    { bytes in
      var input = FuzzInput(bytes)
      let encoding = input.choice(among: DumpEncoding.allCases)
      var options = ReaderOptions()
      options.format = input.choice(among: [.csv, .jsonl])
      options.delimiter = UInt8(ascii: ",")
      options.textColumns = ["text"]
      let size = 1 + input.choice(75)
      let begin = options.format == .csv ? "id,text,kleur\n" : "{\"text\":\"Begin\"}\n"
      let plain = Array(begin.utf8) + Array(PlainDecoder.text(input.bytes, encoding).utf8)
      options.encoding = .utf8
      // Many control characters make no text at all.
      guard let expected = try? Readout(plain, options: options) else { return }
      options.encoding = encoding
      options.chunkBytes = size
      options.readBytes = 1 + size % 13
      let dump = PlainDecoder.bytes(begin, encoding) + input.bytes
      guard let found = try? Readout(dump, options: options) else { return }
      require(found.rows == expected.rows, "\(found)\n\(expected)")
    }
  }
}
