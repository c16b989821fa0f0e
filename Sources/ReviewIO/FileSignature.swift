/// Files that are no dump, known by their first bytes.
enum FileSignature {
  /// The bytes looked at for what is not text.
  private static let examined = 1 << 16

  /// Why the bytes are no text, or `nil`.
  static func refusal(_ bytes: Span<UInt8>, file: String) -> InputError? {
    for (magic, name, hint) in known
    where bytes.count >= magic.count && bytes.matches(0, magic.span, 0, count: magic.count) {
      return InputError(
        kind: .unsupportedFormat, file: file, position: 0, message: "this is \(name), not a dump",
        hint: hint)
    }
    var controls = 0
    let count = min(bytes.count, examined)
    for i in 0..<count {
      let byte = bytes[i]
      if byte < 0x20 && !(0x09...0x0d ~= byte) && byte != 0x1b { controls += 1 }
    }
    // A few stray ones in a short file are part of its text.
    guard controls > 8, controls * 20 > count else { return nil }
    return InputError(
      kind: .unrecognizedFormat, file: file, position: 0,
      message: "the format cannot be recognised: the bytes are not text",
      hint: "export the reviews as CSV, TSV, JSON or JSON Lines, or name the encoding")
  }

  private static let known: [(magic: [UInt8], name: String, hint: String)] = [
    (
      [0x50, 0x4b, 0x03, 0x04], "an Excel workbook (xlsx) or another zip archive",
      "save the sheet as CSV, or unpack the archive first"
    ),
    (
      [0xd0, 0xcf, 0x11, 0xe0], "an old Excel workbook (xls) or another Office file",
      "save the sheet as CSV"
    ),
    (Array("%PDF".utf8), "a PDF", "export the reviews as CSV or JSON"),
    (
      Array("SQLite format 3\0".utf8), "a SQLite database",
      "give it to a command that reads a store, or export its table as CSV"
    ),
    ([0x1f, 0x8b], "gzip inside gzip", "unpack it once"),
    ([0x28, 0xb5, 0x2f, 0xfd], "Zstandard", "unpack it first, with zstd -d"),
    ([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00], "xz", "unpack it first, with xz -d"),
    (Array("BZh9".utf8), "bzip2", "unpack it first, with bunzip2"),
    ([0x37, 0x7a, 0xbc, 0xaf], "a 7z archive", "unpack it first"),
    (Array("Rar!".utf8), "a rar archive", "unpack it first"),
    (Array("PAR1".utf8), "Parquet", "export it as CSV or JSON Lines"),
    ([0x89, 0x50, 0x4e, 0x47], "a picture", "give the file with the reviews"),
    ([0xff, 0xd8, 0xff], "a picture", "give the file with the reviews"),
    ([0xff, 0xfe, 0x00, 0x00], "UTF-32", "save it as UTF-8"),
    ([0x00, 0x00, 0xfe, 0xff], "UTF-32", "save it as UTF-8"),
  ]
}
