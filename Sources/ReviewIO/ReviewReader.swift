/// Reads a dump once from beginning to end and cuts it into chunks of whole records.
///
/// Used from one thread. The chunks' contents depend on the dump and the options alone; where the
/// cuts fall between them depends on the chunk and read sizes.
public final class ReviewReader {
  /// How the dump is read.
  public let layout: DumpLayout
  private let options: ReaderOptions
  private let stream: ByteStream
  private var cutter: RecordCutter
  private var window: [UInt8]
  /// Where what was not given out yet begins in the window.
  private var start = 0
  /// Where the next record begins in the window.
  private var position: Int
  /// Where the window begins in the decoded input.
  private var offset: Int
  private var nextIndex = 0
  private var nextRecord = 1
  private var isSkipping = false
  private var isDone = false
  /// What ended the input early: thrown after what came before it.
  private var failure: InputError?
  /// How many records fill a chunk, however short they are: parsed they take far more memory than in the dump.
  private let mostRecords: Int

  /// Opens a file, or standard input for `-`, and decides its layout.
  ///
  /// Throws where it cannot be opened or read, is not a dump, or has no column for the text.
  public convenience init(path: String, options: ReaderOptions) throws(InputError) {
    try self.init(ByteSource(path: path), options: options)
  }

  /// Reads a dump from memory; `name` stands for the file's.
  public convenience init(bytes: [UInt8], name: String, options: ReaderOptions) throws(InputError) {
    try self.init(ByteSource(bytes: bytes, name: name), options: options)
  }

  /// The bytes of the file read so far, as they are stored.
  public var bytesRead: Int { stream.source.position }

  /// The size of the file, where it is known beforehand.
  public var totalBytes: Int? { stream.source.size }

  private init(_ source: ByteSource, options: ReaderOptions) throws(InputError) {
    let stream = try ByteStream(source, readBytes: options.readBytes)
    var layout = DumpLayout(file: source.file, source: Self.sourceName(source.file, options))
    layout.compressed = stream.isCompressed
    var window: [UInt8] = []
    window.reserveCapacity(LayoutFinder.sampleBytes + options.readBytes)
    var failure: InputError?
    var start: Int?
    var isEmpty = false
    var wanted = LayoutFinder.sampleBytes
    while true {
      while window.count < wanted && !stream.isAtEnd && failure == nil {
        do throws(InputError) {
          try stream.fill(&window, count: wanted - window.count)
        } catch {
          failure = error
        }
      }
      if let failure, window.isEmpty { throw failure }
      let isWhole = stream.isAtEnd || failure != nil
      if start == nil {
        start = try Self.decode(&window, stream, &layout, options)
        if window.count < wanted && !isWhole { continue }
      }
      // White space alone is no record either.
      isEmpty = isWhole && window[(start ?? 0)...].allSatisfy(\.isBlank)
      var finder = LayoutFinder(layout: layout, options: options)
      let sample = isWhole ? window.count : min(wanted, window.count)
      let isGivenUp = wanted > options.maximumRecordBytes + 2 * LayoutFinder.sampleBytes
      // A sample that reaches past the first 1 MiB only does so to hold one whole record.
      let cut = min(sample, wanted == LayoutFinder.sampleBytes ? wanted : sample)
      let isCutOff = cut < window.count || !isWhole
      if let found = try finder.find(
        window.span.extracting(0..<cut), from: start ?? 0, isWhole: !isCutOff || isGivenUp)
      {
        layout = found
        break
      }
      wanted *= 2
    }
    self.layout = layout
    self.options = options
    self.stream = stream
    self.window = window
    self.failure = failure
    position = layout.dataStart
    offset = 0
    cutter = RecordCutter(layout, limit: options.maximumRecordBytes)
    isDone = isEmpty && failure == nil
    mostRecords = max(1, Self.mostValues / (8 + layout.columns.count))
    if layout.hasHeader { passHeader() }
  }

  /// Values in the records of a chunk, with what a record takes beside them counted as eight.
  private static let mostValues = 1 << 17

  /// The next chunk of records in order, `nil` at the end.
  ///
  /// Throws where the input cannot be read any further; every whole record before that has then
  /// been given.
  public func nextChunk() throws(InputError) -> DumpChunk? {
    var records: [RecordSpan] = []
    var notes: [Diagnostic] = []
    let first = nextRecord
    passRead()
    collecting: while !isDone {
      if isSkipping {
        let (next, isOver) = cutter.skip(window.span, from: position)
        position = next
        if isOver {
          isSkipping = false
        } else if canReadOn {
          // What is passed over is not kept, so the records before it go first.
          if !records.isEmpty { break }
          dropRead()
          fill()
          continue
        } else {
          isDone = true
          break
        }
      }
      switch cutter.cut(window.span, from: position, isFinal: isFinal) {
      case .record(let span, let next):
        records.append(span)
        nextRecord += 1
        position = next
        if position - start >= options.chunkBytes || records.count >= mostRecords {
          break collecting
        }
      case .overflow(let from):
        records.append(RecordSpan(start: from, end: from, flaw: .tooLong, flawAt: from))
        nextRecord += 1
        position = from
        isSkipping = true
      case .more(let from):
        position = from
        guard canReadOn else {
          isDone = true
          break collecting
        }
        // Enough for one chunk: the rest waits, so that memory stays bounded.
        if !records.isEmpty && position - start >= options.chunkBytes { break collecting }
        if records.isEmpty { dropRead() }
        fill()
      case .end(let finding):
        if let finding { notes.append(note(finding)) }
        isDone = true
      }
    }
    if isDone { notes.append(contentsOf: closingNotes()) }
    if records.isEmpty && notes.isEmpty {
      if let failure {
        self.failure = nil
        throw failure
      }
      return nil
    }
    let begin = offset + start
    if start > 0 { records = records.map { $0.moved(by: -start) } }
    let bytes = takeRead()
    defer { nextIndex += 1 }
    return DumpChunk(
      index: nextIndex, firstRecord: first, bytes: bytes, offset: begin, records: records,
      notes: notes)
  }

  // MARK: The window

  private var isFinal: Bool { stream.isAtEnd && failure == nil }
  private var canReadOn: Bool { !stream.isAtEnd && failure == nil }

  /// Reads on: at least as much again as waits, so that a long record is scanned a few times only.
  private func fill() {
    let count = max(1, options.readBytes, window.count - position)
    do throws(InputError) {
      try stream.fill(&window, count: count)
    } catch {
      failure = error
    }
  }

  private func dropRead() {
    offset += position
    window.removeFirst(position)
    position = 0
    start = 0
  }

  /// Passes over the bytes up to the position; where more wait behind them, as after a search for the end of a long
  /// record, these are not moved for it.
  private func passRead() {
    if position < window.count - position { start = position } else { dropRead() }
  }

  /// Takes the bytes up to the position out of the window: without copying them, unless more wait behind them.
  private func takeRead() -> [UInt8] {
    if start > 0 || position < window.count - position { return Array(window[start..<position]) }
    var taken: [UInt8] = []
    // Room for the next chunk at once, so that the window does not grow step by step.
    taken.reserveCapacity(min(options.chunkBytes, 4 << 20) + options.readBytes)
    taken.append(contentsOf: window[position...])
    swap(&taken, &window)
    taken.removeLast(taken.count - position)
    offset += position
    position = 0
    return taken
  }

  private func passHeader() {
    while true {
      switch cutter.cut(window.span, from: position, isFinal: isFinal) {
      case .record(_, let next): position = next
      case .overflow(let from):
        position = from
        isSkipping = true
      case .more, .end: break
      }
      return
    }
  }

  // MARK: Findings about the whole input

  private var hasClosed = false

  private func closingNotes() -> [Diagnostic] {
    if hasClosed { return [] }
    hasClosed = true
    var notes: [Diagnostic] = []
    if stream.loneSurrogates > 0 {
      notes.append(note(.loneSurrogate, "\(stream.loneSurrogates)"))
    }
    if stream.source.hasGrown { notes.append(note(.grown)) }
    if stream.hasTrailingBytes { notes.append(note(.trailingContent, "after the gzip data")) }
    return notes
  }

  private func note(_ kind: Diagnostic.Kind, _ detail: String = "") -> Diagnostic {
    Diagnostic(
      file: layout.file, record: nextRecord - 1, position: nil, kind: kind, detail: detail)
  }

  // MARK: The beginning

  /// Refuses what is no text, transcodes UTF-16, and finds where the text begins.
  private static func decode(
    _ window: inout [UInt8], _ stream: ByteStream, _ layout: inout DumpLayout,
    _ options: ReaderOptions
  ) throws(InputError) -> Int {
    let encoding = options.encoding ?? markedEncoding(window)
    if let encoding, encoding.isUTF16,
      !window.starts(with: [0xff, 0xfe, 0x00, 0x00]) || options.encoding != nil
    {
      stream.transcode(&window, isBigEndian: encoding == .utf16be)
    } else if let refusal = FileSignature.refusal(
      window.span, file: layout.file, isEncodingKnown: options.encoding != nil)
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
