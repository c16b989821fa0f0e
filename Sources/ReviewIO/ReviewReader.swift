/// Reads a dump once from beginning to end and cuts it into chunks of whole records.
///
/// Used from one thread. The chunks' contents depend on the dump and the options alone; where the
/// cuts fall between them depends on the chunk and read sizes.
public final class ReviewReader {
  /// How the dump is read.
  public let layout: DumpLayout
  private let options: ReaderOptions
  private let stream: ByteStream
  /// The sheet that is read, of a workbook.
  private let sheet: SheetSource?
  private var cutter: RecordCutter
  private var window: [UInt8]
  /// Where what was not given out yet begins in the window.
  private var start = 0
  /// Where the next record begins in the window.
  private var position: Int
  /// Where the window begins in the decoded input.
  private var offset: Int
  /// The header, where no review can look like it.
  private var header: [UInt8] = []
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
    let beginning = try DumpBeginning(source, options: options)
    layout = beginning.layout
    self.options = options
    stream = beginning.stream
    sheet = beginning.sheet
    window = beginning.window
    failure = beginning.failure
    position = layout.dataStart
    offset = 0
    cutter = RecordCutter(layout, limit: options.maximumRecordBytes)
    isDone = beginning.isEmpty && failure == nil
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
    guard case .chunk(let chunk) = try next(waits: true) else { return nil }
    return chunk
  }

  /// What comes next, as `nextChunk` gives it; through a pipe a chunk ends where nothing follows for a moment.
  ///
  /// - Parameter waits: whether to wait for the first record; otherwise there may be a pause.
  public func next(waits: Bool) throws(InputError) -> NextChunk {
    var records: [RecordSpan] = []
    var notes: [Diagnostic] = []
    let first = nextRecord
    var patience = Patience()
    var isPaused = false
    passRead()
    collecting: while !isDone {
      if isSkipping {
        let (next, isOver) = cutter.skip(window.span, from: position)
        position = next
        if isOver {
          isSkipping = false
          if records.isEmpty { passRead() }
        } else if canReadOn {
          // What is passed over is not kept, so the records before it go first.
          if !records.isEmpty { break }
          dropRead()
          isPaused = !fill(waits: waits)
          if isPaused { break collecting }
          continue
        } else {
          isDone = true
          break
        }
      }
      switch cutter.cut(window.span, from: position, isFinal: isFinal) {
      case .record(let span, let next):
        position = next
        if isHeader(span) { continue }
        records.append(span)
        nextRecord += 1
        if position - start >= options.chunkBytes || records.count >= mostRecords {
          break collecting
        }
      case .overflow(let from):
        records.append(RecordSpan(start: from, end: from, flaw: .tooLong, flawAt: from))
        nextRecord += 1
        position = from
        isSkipping = true
        // The records before it go first, so that what is passed over is not kept with them.
        if window.count - from >= options.chunkBytes { break collecting }
      case .more(let from):
        position = from
        guard canReadOn else {
          isDone = true
          break collecting
        }
        // Enough for one chunk: the rest waits, so that memory stays bounded.
        if !records.isEmpty && position - start >= options.chunkBytes { break collecting }
        if records.isEmpty { dropRead() }
        isPaused = records.isEmpty ? !fill(waits: waits) : !fill(&patience)
        if isPaused { break collecting }
      case .end(let finding):
        if let finding { notes.append(note(finding)) }
        isDone = true
      }
    }
    if nextIndex == 0 && !records.isEmpty { notes.append(contentsOf: openingNotes) }
    if isDone { notes.append(contentsOf: closingNotes()) }
    if records.isEmpty && notes.isEmpty {
      if isPaused { return .pause }
      if let failure {
        self.failure = nil
        throw failure
      }
      return .end
    }
    let begin = offset + start
    if start > 0 { records = records.map { $0.moved(by: -start) } }
    let bytes = takeRead()
    defer { nextIndex += 1 }
    return .chunk(
      DumpChunk(
        index: nextIndex, firstRecord: first, bytes: bytes, offset: begin, records: records,
        notes: notes, numbers: numbers(first..<nextRecord)))
  }

  // MARK: The window

  private var isFinal: Bool { stream.isAtEnd && failure == nil }
  private var canReadOn: Bool { !stream.isAtEnd && failure == nil }

  /// Reads on for the first record, unless that would be to wait; whether it did.
  private func fill(waits: Bool) -> Bool {
    guard waits || !stream.mayPause || stream.isReady(within: Patience.blink) else { return false }
    fill()
    return true
  }

  /// Reads on for more than there is, unless nothing comes soon; whether it did.
  private func fill(_ patience: inout Patience) -> Bool {
    if stream.mayPause {
      guard let milliseconds = patience.left, stream.isReady(within: milliseconds) else {
        return false
      }
    }
    fill()
    return true
  }

  /// Reads on: as much again as waits, so that a long record is scanned a few times only, but no more than shows that it
  /// is too long.
  private func fill() {
    let waiting = window.count - position
    let count = max(
      1, options.readBytes, min(waiting, options.maximumRecordBytes - waiting))
    do throws(InputError) {
      try stream.fill(&window, count: count, once: stream.mayPause)
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
      case .record(let span, let next):
        let place = window.span.unmarked(span.start..<span.end)
        if layout.tellsHeader { header = Array(window[place]) }
        position = next
      case .overflow(let from):
        position = from
        isSkipping = true
      case .more, .end: break
      }
      return
    }
  }

  /// Whether the record is the header again, as where files stand one after another.
  private func isHeader(_ span: RecordSpan) -> Bool {
    guard !header.isEmpty, 0...3 ~= span.end - span.start - header.count else { return false }
    let place = window.span.unmarked(span.start..<span.end)
    return window[place] == header[...]
  }

  // MARK: Findings about the whole input

  private var openingNotes: [Diagnostic] {
    if layout.absent.isEmpty { return [] }
    let names = layout.columns.map(\.name).filter { !layout.absent.contains($0) }
    let detail =
      "no \(RoleFinder.list(layout.absent))"
      + (names.isEmpty ? "" : "; it has \(RoleFinder.list(names))")
    return [
      Diagnostic(
        file: layout.place, record: 1, position: nil, kind: .absentColumns, detail: detail)
    ]
  }

  private var hasClosed = false

  private func closingNotes() -> [Diagnostic] {
    if hasClosed { return [] }
    hasClosed = true
    var notes: [Diagnostic] = []
    if stream.loneSurrogates > 0 {
      notes.append(note(.loneSurrogate, "\(stream.loneSurrogates)"))
    }
    for (kind, detail) in stream.source.findings { notes.append(note(kind, detail)) }
    if stream.hasTrailingBytes { notes.append(note(.trailingContent, "after the gzip data")) }
    return notes
  }

  private func note(_ kind: Diagnostic.Kind, _ detail: String = "") -> Diagnostic {
    Diagnostic(
      file: layout.place, record: number(ofRecord: nextRecord - 1), position: nil, kind: kind,
      detail: detail)
  }

  // MARK: Numbers

  /// The number by which a record is known: in a sheet its row, otherwise its own, from 1.
  public func number(ofRecord record: Int) -> Int {
    sheet == nil ? record : numbers(record..<record + 1)[record]
  }

  private func numbers(_ records: Range<Int>) -> RecordNumbers {
    guard let sheet else { return RecordNumbers() }
    // The records of the sheet are counted from 0, and its header is the first.
    let before = layout.hasHeader ? 0 : 1
    let all = max(0, records.lowerBound - before)..<max(0, records.upperBound - before)
    return sheet.numbers.part(all, first: records.lowerBound)
  }
}
