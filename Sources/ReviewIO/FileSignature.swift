/// Files that are no dump, known by their first bytes.
enum FileSignature {
  /// The bytes looked at for what is not text.
  private static let examined = 1 << 16

  /// Why the bytes are no text, or `nil`.
  ///
  /// - Parameter isEncodingKnown: whether the caller has said how letters are written.
  static func refusal(
    _ bytes: Span<UInt8>, file: String, isEncodingKnown: Bool = false
  ) -> InputError? {
    if let refusal = container(bytes, file: file) { return refusal }
    let count = min(bytes.count, examined)
    var controls = 0
    for i in 0..<count {
      let byte = bytes[i]
      if byte < 0x20 && !(0x09...0x0d ~= byte) && byte != 0x1b { controls += 1 }
    }
    // A few stray ones in a short file are part of its text.
    if controls > 8, controls * 20 > count { return unrecognized("are not text", file) }
    if isEncodingKnown { return nil }
    // What is taken as windows-1252 has one such letter in twenty, not one in three.
    let invalid = RecordDecoder.invalidCount(in: bytes, 0..<count)
    if invalid > 8, invalid * 3 > count {
      return unrecognized("are not text in UTF-8, UTF-16 or windows-1252", file)
    }
    return nil
  }

  /// Why the bytes are an archive, a picture or the like, or `nil`.
  static func container(_ bytes: Span<UInt8>, file: String) -> InputError? {
    for (magic, name, hint) in known where begins(bytes, magic) {
      if magic == office && holds(bytes, "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0") {
        return unsupported(
          "an Office file with a password", "open it, take the password off and save it", file)
      }
      return unsupported(name, hint, file)
    }
    return begins(bytes, ZipArchive.magic) ? archive(bytes, file: file) : nil
  }

  private static func begins(_ bytes: Span<UInt8>, _ magic: [UInt8]) -> Bool {
    bytes.count >= magic.count && bytes.matches(0, magic.span, 0, count: magic.count)
  }

  /// Why a text is a page or document of another kind, or `nil`.
  static func markup(_ bytes: Span<UInt8>, from start: Int, file: String) -> InputError? {
    var first = start
    while first < bytes.count && Byte.isSpace(bytes[first]) { first += 1 }
    for (opening, name, hint) in openings where bytes.count - first >= opening.count {
      if opening.indices.allSatisfy({ Byte.folded(bytes[first + $0]) == opening[$0] }) {
        return unsupported(name, hint, file)
      }
    }
    return nil
  }

  private static func unsupported(_ name: String, _ hint: String, _ file: String) -> InputError {
    InputError(
      kind: .unsupportedFormat, file: file, position: 0, message: "this is \(name), not a dump",
      hint: hint)
  }

  private static func unrecognized(_ what: String, _ file: String) -> InputError {
    InputError(
      kind: .unrecognizedFormat, file: file, position: 0,
      message: "the format cannot be recognised: the bytes \(what)",
      hint: "export the reviews as CSV, TSV, JSON or JSON Lines, or name the encoding")
  }

  /// What a zip archive is, by the names of the files in it.
  static func archive(_ bytes: Span<UInt8>, file: String) -> InputError {
    for (part, name, hint) in archives where holds(bytes, part) {
      return unsupported(name, hint, file)
    }
    return unsupported("a zip archive", "unpack it first", file)
  }

  /// Whether the beginning of an archive is that of an Excel workbook, and of no binary one.
  static func isExcel(_ bytes: Span<UInt8>) -> Bool {
    holds(bytes, "xl/") && !holds(bytes, "xl/workbook.bin")
  }

  private static func holds(_ bytes: Span<UInt8>, _ part: String) -> Bool {
    var head: [UInt8] = []
    head.append(bytes, 0..<min(bytes.count, examined))
    return head.firstRange(of: part.utf8) != nil
  }

  private static let sheet = "save the sheet as \"CSV UTF-8\""
  private static let newer = "open it and save it as an Excel workbook (xlsx)"
  private static let document =
    "save it as plain text, a review a line, or export the reviews as CSV"
  private static let picture = "give the file with the reviews"

  /// The beginning of the files of old Office, and of those that were encrypted by any.
  private static let office: [UInt8] = [0xd0, 0xcf, 0x11, 0xe0]

  private static let archives: [(part: String, name: String, hint: String)] = [
    ("xl/workbook.bin", "a binary Excel workbook (xlsb)", newer),
    ("xl/workbook", "an Excel workbook (xlsx)", sheet),
    ("opendocument.spreadsheet", "a LibreOffice sheet (ods)", sheet),
    ("word/document", "a Word document (docx)", document),
    ("opendocument.text", "a LibreOffice document (odt)", document),
  ]

  private static let known: [(magic: [UInt8], name: String, hint: String)] = [
    ([0x50, 0x4b, 0x05, 0x06], "an empty zip archive", "export the reviews again"),
    (
      office, "an old Excel workbook (xls), or an Office file with a password",
      newer + " without a password"
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
    ([0x89, 0x50, 0x4e, 0x47], "a picture", picture),
    ([0xff, 0xd8, 0xff], "a picture", picture),
    (Array("GIF8".utf8), "a picture", picture),
    ([0xff, 0xfe, 0x00, 0x00], "UTF-32", "save it as UTF-8"),
    ([0x00, 0x00, 0xfe, 0xff], "UTF-32", "save it as UTF-8"),
  ]

  /// How pages and documents that are text begin, in lower case.
  private static let openings: [(opening: [UInt8], name: String, hint: String)] = [
    ("<!doctype html", "an HTML page", page), ("<html", "an HTML page", page),
    ("<table", "an HTML page", page),
    (
      "<?xml", "XML", "export the reviews as CSV, JSON or JSON Lines; of an Excel sheet, " + sheet
    ),
    ("{\\rtf", "a document (rtf)", document),
  ].map { (Array($0.utf8), $1, $2) }

  private static let page =
    "if it is a sheet that was given the name .xls, open it and \(sheet); "
    + "if it is a page of a website, export the reviews again"
}
