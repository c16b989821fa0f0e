/// The beginning of a dump, as far as it is needed to decide how the whole is read.
struct DumpBeginning {
  private(set) var stream: ByteStream
  private(set) var layout: DumpLayout
  /// What was read, decoded.
  private(set) var window: [UInt8] = []
  /// What ended the input early.
  private(set) var failure: InputError?
  /// Whether there is nothing in it.
  private(set) var isEmpty = false
  /// The sheet that is read, of a workbook.
  private(set) var sheet: SheetSource?
  private let options: ReaderOptions
  private let isCompressed: Bool

  /// The most of a workbook that does not come from a file, where any part can be read.
  private static let mostWorkbookBytes = 256 << 20

  init(_ source: ByteSource, options: ReaderOptions) throws(InputError) {
    self.options = options
    stream = try ByteStream(source, readBytes: options.readBytes)
    isCompressed = stream.isCompressed
    layout = DumpLayout(file: source.file, source: Self.sourceName(source.file, options))
    layout.compressed = isCompressed
    window.reserveCapacity(LayoutFinder.sampleBytes + options.readBytes)
    if options.isLineByLine {
      try findInLine()
      return
    }
    try fill(LayoutFinder.sampleBytes)
    if options.format == nil || options.format == .xlsx, window.starts(with: ZipArchive.magic) {
      try findSheet(source)
    } else if options.format == .xlsx && !window.isEmpty {
      throw FileSignature.container(window.span, file: source.file)
        ?? InputError(
          kind: .unsupportedFormat, file: source.file, position: 0,
          message: "this is no Excel workbook (xlsx)",
          hint: "leave --format out, or name the format that it has")
    } else {
      try find()
    }
  }

  private mutating func fill(_ wanted: Int) throws(InputError) {
    while window.count < wanted && !stream.isAtEnd && failure == nil {
      do throws(InputError) {
        try stream.fill(&window, count: wanted - window.count)
      } catch {
        failure = error
      }
    }
    if let failure, window.isEmpty { throw failure }
  }

  private mutating func find() throws(InputError) {
    let start = sheet == nil ? try decode(window) : 0
    var wanted = LayoutFinder.sampleBytes
    while true {
      try fill(wanted)
      let isWhole = stream.isAtEnd || failure != nil
      // White space alone is no record either.
      isEmpty = isWhole && window[start...].allSatisfy(\.isBlank)
      var finder = LayoutFinder(layout: layout, options: tableOptions)
      let sample = isWhole ? window.count : min(wanted, window.count)
      let isGivenUp = wanted > options.maximumRecordBytes + 2 * LayoutFinder.sampleBytes
      // A sample that reaches past the first 1 MiB only does so to hold one whole record.
      let cut = min(sample, wanted == LayoutFinder.sampleBytes ? wanted : sample)
      let isCutOff = cut < window.count || !isWhole
      if let found = try finder.find(
        window.span.extracting(0..<cut), from: start, isWhole: !isCutOff || isGivenUp)
      {
        layout = found
        return
      }
      wanted *= 2
    }
  }

  /// Decides by the flags and the first line alone, so that nothing has to be waited for, nor depends on what came with it.
  private mutating func findInLine() throws(InputError) {
    while firstLine.isCutOff && !stream.isAtEnd && failure == nil
      && window.count <= options.maximumRecordBytes
    {
      do throws(InputError) {
        try stream.fill(&window, count: options.readBytes, once: true)
      } catch {
        failure = error
      }
    }
    if let failure, window.isEmpty { throw failure }
    // However much was read of a line that is too long.
    let end = min(firstLine.end, options.maximumRecordBytes + 1)
    let start = try decode(Array(window[..<end]))
    isEmpty = (stream.isAtEnd || failure != nil) && window[start...].allSatisfy(\.isBlank)
    var finder = LayoutFinder(layout: layout, options: options)
    // In UTF-16 it has other bytes now.
    let line = min(firstLine.end, options.maximumRecordBytes + 1)
    if let found = try finder.find(
      window.span.extracting(0..<max(start, line)), from: start, isWhole: true)
    {
      layout = found
    }
  }

  /// Where the first line with something in it ends.
  private var firstLine: (end: Int, isCutOff: Bool) {
    let start = window.firstIndex { !$0.isBlank } ?? window.count
    let end = window.span.first(Byte.lineFeed, from: start, to: window.count)
    return (min(end + 1, window.count), end == window.count)
  }

  /// The options, where the rows of a sheet are read as delimited text.
  private var tableOptions: ReaderOptions {
    guard sheet != nil else { return options }
    var options = options
    options.format = .xlsx
    options.delimiter = Byte.comma
    return options
  }

  // MARK: Workbooks

  /// Goes on with the sheet that was asked for, or with the first that is shown and has texts, best under a header.
  private mutating func findSheet(_ source: ByteSource) throws(InputError) {
    let workbook = try workbook(source)
    let shown = workbook.sheets.filter { !$0.isHidden }
    let candidates =
      try options.sheet.map { wanted throws(InputError) in [try asked(wanted, workbook)] }
      ?? (shown.isEmpty ? workbook.sheets : shown)
    var refusal: InputError?
    // A sheet of remarks may stand before that of the reviews.
    var plain: Workbook.Sheet?
    for sheet in candidates {
      do throws(InputError) {
        try begin(workbook, sheet)
        if layout.hasHeader && !isEmpty { return tellOthers(workbook, shown) }
        if !isEmpty { plain = plain ?? sheet }
      } catch {
        guard [.noTextColumn, .unknownColumn].contains(error.kind) else { throw error }
        refusal = refusal ?? error
      }
    }
    if let plain {
      try begin(workbook, plain)
      tellOthers(workbook, shown)
    } else if let refusal {
      throw refusal
    }
  }

  private func tellOthers(_ workbook: Workbook, _ shown: [Workbook.Sheet]) {
    guard options.sheet == nil else { return }
    sheet?.others = shown.filter { $0.name != layout.sheet && workbook.holdsText($0) }.map(\.name)
  }

  private mutating func begin(
    _ workbook: Workbook, _ sheet: Workbook.Sheet
  ) throws(InputError) {
    layout = DumpLayout(file: layout.file, source: layout.source)
    layout.compressed = isCompressed
    layout.format = .xlsx
    layout.sheet = sheet.name
    let rows = try SheetSource(
      workbook, sheet, file: layout.place, asked: options.namedColumns,
      rowLimit: options.maximumRecordBytes)
    self.sheet = rows
    failure = nil
    stream = try ByteStream(rows, readBytes: options.readBytes)
    window.removeAll(keepingCapacity: true)
    try find()
    layout.headerRow = layout.hasHeader ? rows.firstRow : nil
  }

  private func workbook(_ source: ByteSource) throws(InputError) -> Workbook {
    let stored = try stored(source)
    let archive: ZipArchive
    do throws(ZipArchive.Damage) {
      archive = try ZipArchive(stored)
    } catch {
      // What it should have been is told by the names in it.
      throw FileSignature.isExcel(window.span)
        ? .corruptWorkbook(source.file, error)
        : FileSignature.archive(window.span, file: source.file)
    }
    guard Workbook.isIn(archive) else {
      let names = Array(archive.entries.map(\.name).joined(separator: "\n").utf8)
      throw FileSignature.archive(names.span, file: source.file)
    }
    do throws(ZipArchive.Damage) {
      return try Workbook(archive)
    } catch {
      throw .corruptWorkbook(source.file, error)
    }
  }

  /// The same bytes where any part of them can be read.
  private func stored(_ source: ByteSource) throws(InputError) -> ByteSource {
    if source.size != nil && !isCompressed { return source }
    var bytes = window
    while !stream.isAtEnd {
      try stream.fill(&bytes, count: 1 << 20)
      if bytes.count > Self.mostWorkbookBytes {
        throw .tooLarge(
          source.file, limit: Self.mostWorkbookBytes, hint: "give the workbook as a file")
      }
    }
    return ByteSource(bytes: bytes, name: source.file)
  }

  /// The sheet of a name, or of a number from 1.
  private func asked(
    _ wanted: String, _ workbook: Workbook
  ) throws(InputError) -> Workbook.Sheet {
    let sheets = workbook.sheets
    if let sheet = sheets.first(where: { $0.name == wanted })
      ?? sheets.first(where: { $0.name.lowercased() == wanted.lowercased() })
    {
      return sheet
    }
    if let number = Int(wanted), sheets.indices.contains(number - 1) { return sheets[number - 1] }
    let names = sheets.enumerated().map {
      "\($0 + 1) \($1.name)" + ($1.isHidden ? " (hidden)" : "")
    }
    throw InputError(
      kind: .unknownSheet, file: layout.file, position: nil,
      message: "there is no sheet \"\(wanted)\"",
      hint: "give --sheet the name or the number of one of: " + RoleFinder.list(names))
  }

  // MARK: Text

  /// Refuses what is no text, transcodes UTF-16, and finds where the text begins.
  ///
  /// - Parameter sample: the beginning by which it is told.
  private mutating func decode(_ sample: [UInt8]) throws(InputError) -> Int {
    let encoding = options.encoding ?? Self.markedEncoding(sample)
    if let encoding, encoding.isUTF16,
      !window.starts(with: [0xff, 0xfe, 0x00, 0x00]) || options.encoding != nil
    {
      stream.transcode(&window, isBigEndian: encoding == .utf16be)
    } else if let refusal = FileSignature.refusal(
      sample.span, file: layout.file, isEncodingKnown: options.encoding != nil)
    {
      throw refusal
    }
    layout.encoding = encoding ?? .utf8
    let start = window.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0
    if options.format == nil,
      let refusal = FileSignature.markup(window.span, from: start, file: layout.file)
    {
      throw refusal
    }
    return start
  }

  /// UTF-16 by its mark, or by every other byte being zero.
  private static func markedEncoding(_ window: [UInt8]) -> DumpEncoding? {
    if window.starts(with: [0xff, 0xfe]) { return .utf16le }
    if window.starts(with: [0xfe, 0xff]) { return .utf16be }
    let pairs = min(window.count, 4096) / 2
    guard pairs >= 2 else { return nil }
    var (even, odd) = (0, 0)
    for pair in 0..<pairs {
      if window[2 * pair] == 0 { even += 1 }
      if window[2 * pair + 1] == 0 { odd += 1 }
    }
    if odd * 10 >= pairs * 7 && even * 20 <= pairs { return .utf16le }
    if even * 10 >= pairs * 7 && odd * 20 <= pairs { return .utf16be }
    return nil
  }

  private static func sourceName(_ file: String, _ options: ReaderOptions) -> String {
    if let source = options.source { return source }
    if file == "-" { return "stdin" }
    let name = file.split(separator: "/").last ?? ""
    // Of a hidden file the leading dot is no extension.
    let stem = name.drop { $0 == "." }.split(separator: ".").first ?? name
    return String(stem)
  }
}

extension UInt8 {
  fileprivate var isBlank: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}
