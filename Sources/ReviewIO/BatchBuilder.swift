/// Parses the records of one chunk into a batch.
///
/// The batch begins with the bytes of the chunk, so that values that are as they stand need not be copied one by one.
struct BatchBuilder {
  private let parser: RecordParser
  private let chunk: DumpChunk
  private var batch = ReviewBatch()
  private var values: [RawValue] = []
  /// The value of each column in the record at hand, or -1.
  private var places: [Int]
  private var columnNames: [ByteRange] = []
  private var scratch: [UInt8] = []
  /// The names of the record at hand as hashes; kept for its storage.
  private var nameHashes: [UInt64] = []
  /// Whether the record at hand lies in the batch as it does in the chunk.
  private var isInPlace = false
  private var number = 0
  private var loneSurrogates = 0

  init(_ parser: RecordParser, _ chunk: DumpChunk) {
    self.parser = parser
    self.chunk = chunk
    places = Array(repeating: -1, count: parser.roles.count)
  }

  mutating func build() -> ReviewBatch {
    // Titles are copied before their texts, and escapes are decoded.
    batch.bytes.reserveCapacity(2 * chunk.bytes.count + 4096)
    batch.bytes.append(contentsOf: chunk.bytes)
    batch.reviews.reserveCapacity(chunk.records.count)
    batch.fields.reserveCapacity(chunk.records.count * parser.roles.count)
    values.reserveCapacity(parser.roles.count + 8)
    for name in parser.names {
      columnNames.append(ByteRange(start: batch.bytes.count, count: name.count))
      batch.bytes.append(contentsOf: name)
    }
    let (stored, records) = (chunk.bytes, chunk.records)
    let bytes = stored.span
    let isText =
      parser.layout.encoding.isUTF16
      || (parser.encoding == .windows1252
        ? RecordDecoder.firstNonASCII(in: bytes, 0, bytes.count) == bytes.count
        : RecordDecoder.invalidUTF8(in: bytes, 0..<bytes.count) == nil)
    for (place, record) in records.enumerated() {
      number = chunk.numbers[chunk.firstRecord + place]
      isInPlace = isText
      if isText {
        parse(bytes, record)
      } else {
        decode(bytes, record)
      }
    }
    batch.recordCount = chunk.records.count
    batch.diagnostics.append(contentsOf: chunk.notes)
    return batch
  }

  // MARK: Encoding

  private mutating func decode(_ bytes: Span<UInt8>, _ record: RecordSpan) {
    let range = record.start..<record.end
    let isFixed = parser.encoding == .windows1252
    guard
      let invalid = RecordDecoder.invalidUTF8(in: bytes, range)
        ?? (isFixed ? range.lowerBound : nil)
    else {
      isInPlace = true
      return parse(bytes, record)
    }
    var decoded = scratch
    scratch = []
    var moved = record
    if parser.encoding == .utf8 || (!isFixed && RecordDecoder.isDamagedUTF8(bytes, range)) {
      report(.invalidEncoding, at: invalid)
      moved = RecordDecoder.mend(bytes, record, into: &decoded)
    } else {
      let undefined: Int
      (moved, undefined) = RecordDecoder.transcode(bytes, record, into: &decoded)
      if !isFixed { report(.notUTF8, at: invalid) }
      if undefined > 0 { report(.invalidEncoding, detail: "\(undefined)") }
    }
    parse(decoded.span, moved, origin: record.start)
    scratch = decoded
  }

  // MARK: Records

  /// Parses a record; `origin` is where it begins in the chunk when it was moved to another buffer.
  private mutating func parse(_ bytes: Span<UInt8>, _ record: RecordSpan, origin: Int = 0) {
    values.removeAll(keepingCapacity: true)
    var record = record
    record.start = bytes.unmarked(record.start..<record.end).lowerBound
    switch record.flaw {
    case .tooLong: return refuse(.tooLong, at: origin + record.flawAt)
    case .truncated: return refuse(.truncated, at: origin + record.flawAt)
    case .none, .malformed, .unclosedQuote: break
    }
    if parser.isJSON {
      do throws(JSONSplitter.Flaw) {
        let range = record.start..<record.end
        try JSONSplitter.split(bytes, range, keys: parser.keys, into: &values)
      } catch {
        return refuse(error.kind, at: origin + error.position)
      }
    } else {
      splitFields(bytes, record, origin: origin)
    }
    append(bytes)
  }

  private mutating func splitFields(_ bytes: Span<UInt8>, _ record: RecordSpan, origin: Int) {
    let literal = record.flaw == .unclosedQuote ? record.flawAt : nil
    let range = record.start..<record.end
    let width = parser.roles.count
    let leniency = parser.splitter.split(
      bytes, range, literal: literal, most: width, into: &values)
    if let literal {
      report(.unclosedQuote, at: origin + literal)
    } else if leniency.quoteInField {
      report(.quoteInField, at: origin + record.start)
    }
    if leniency.textAfterQuote { report(.textAfterQuote, at: origin + record.start) }
    if leniency.count < width {
      report(.tooFewFields, at: origin + record.start, detail: "\(leniency.count) of \(width)")
    } else if width > 0, leniency.hasSurplus {
      report(.tooManyFields, at: origin + record.start, detail: "\(leniency.count) of \(width)")
      // A comma in a text that should have been quoted: the rest is the end of that text.
      if parser.roles[width - 1] == .text && parser.layout.delimiter == Byte.comma {
        let isQuoted = bytes[max(range.lowerBound, values[width - 1].start - 1)] == Byte.quote
        values[width - 1].end = range.upperBound
        values[width - 1].form = isQuoted ? .quoted : .plain
      }
    }
  }

  private mutating func append(_ bytes: Span<UInt8>) {
    let width = places.count
    for i in 0..<width { places[i] = -1 }
    for i in values.indices where values[i].column >= 0 { places[values[i].column] = i }
    loneSurrogates = 0
    var review = ReviewRecord(
      number: number, text: ByteRange(start: batch.bytes.count, count: 0), titleLength: 0, id: nil,
      rating: nil, date: nil, fields: 0..<0, unreadable: false)
    appendText(bytes, &review)
    if let value = value(parser.id) {
      let range = decoded(bytes, value)
      if !batch.bytes.span.trimmed(range.range).isEmpty { review.id = range }
    }
    if let value = value(parser.rating) { review.rating = rating(bytes, value) }
    if let value = value(parser.date) { review.date = date(bytes, value) }
    review.fields = appendFields(bytes)
    if loneSurrogates > 0 { report(.loneSurrogate, detail: "\(loneSurrogates)") }
    batch.reviews.append(review)
  }

  private mutating func appendText(_ bytes: Span<UInt8>, _ review: inout ReviewRecord) {
    let start = batch.bytes.count
    if let value = value(parser.title) {
      appendDecoded(bytes, value)
      let title = start..<batch.bytes.count
      if batch.bytes.span.trimmed(title).isEmpty {
        batch.bytes.removeLast(title.count)
      } else {
        review.titleLength = title.count
        batch.bytes.append(Byte.lineFeed)
      }
    }
    if parser.layout.textOrder.count > 1 {
      appendParts(bytes)
    } else if let value = value(parser.layout.textOrder.first) {
      if review.titleLength == 0 {
        review.text = decoded(bytes, value)
        return
      }
      appendDecoded(bytes, value)
    }
    review.text = ByteRange(start..<batch.bytes.count)
  }

  /// Appends the parts of a text that stands in several columns, each on a line of its own.
  private mutating func appendParts(_ bytes: Span<UInt8>) {
    let body = batch.bytes.count
    for (place, column) in parser.layout.textOrder.enumerated() {
      guard let value = value(column) else { continue }
      let mark = batch.bytes.count
      if mark > body { batch.bytes.append(Byte.lineFeed) }
      let prefix = parser.prefixes[place]
      batch.bytes.append(contentsOf: prefix)
      let start = batch.bytes.count
      appendDecoded(bytes, value)
      let part = start..<batch.bytes.count
      let trimmed = batch.bytes.span.trimmed(part)
      if Placeholder.matches(batch.bytes.span, trimmed) {
        batch.bytes.removeLast(batch.bytes.count - mark)
      } else if !prefix.isEmpty && trimmed.count < part.count {
        batch.bytes.removeLast(batch.bytes.count - trimmed.upperBound)
        batch.bytes.removeSubrange(part.lowerBound..<trimmed.lowerBound)
      }
    }
  }

  private mutating func appendFields(_ bytes: Span<UInt8>) -> Range<Int> {
    let start = batch.fields.count
    for i in values.indices {
      let value = values[i]
      let name: ByteRange
      if value.column >= 0 {
        // Of a key that stands twice the last one counts, as it does where it has a role.
        guard parser.roles[value.column] == .field, places[value.column] == i else { continue }
        name = columnNames[value.column]
      } else if value.nameIsEscaped || value.prefix > 0 {
        let at = batch.bytes.count
        batch.bytes.append(contentsOf: parser.keys.prefixes[Int(value.prefix)])
        let range = value.nameStart..<value.nameEnd
        loneSurrogates += JSONText.appendUnescaped(bytes, range, to: &batch.bytes)
        name = ByteRange(at..<batch.bytes.count)
      } else {
        name = plain(bytes, value.nameStart..<value.nameEnd)
      }
      batch.fields.append(ReviewField(name: name, value: decoded(bytes, value)))
    }
    if values.contains(where: { $0.column < 0 }) { keepLastOfEachName(from: start) }
    if !parser.isJSON && values.count < places.count {
      for column in values.count..<places.count where parser.roles[column] == .field {
        let empty = ByteRange(start: batch.bytes.count, count: 0)
        batch.fields.append(ReviewField(name: columnNames[column], value: empty))
      }
    }
    return start..<batch.fields.count
  }

  /// Keeps the last of the record's fields that bear one name, which only a key that the layout does not know can share.
  private mutating func keepLastOfEachName(from start: Int) {
    let fields = start..<batch.fields.count
    nameHashes.removeAll(keepingCapacity: true)
    for i in fields {
      nameHashes.append(ByteHash.hash(batch.bytes.span, batch.fields[i].name.range))
    }
    nameHashes.sort()
    // Almost always all differ; then no name need be copied.
    guard zip(nameHashes, nameHashes.dropFirst()).contains(where: ==) else { return }
    var names: Set<[UInt8]> = []
    var kept: [ReviewField] = []
    for field in batch.fields[fields].reversed()
    where names.insert(Array(batch.bytes[field.name.range])).inserted {
      kept.append(field)
    }
    batch.fields.replaceSubrange(fields, with: kept.reversed())
  }

  // MARK: Values

  private func value(_ column: Int?) -> RawValue? {
    guard let column, places[column] >= 0 else { return nil }
    return values[places[column]]
  }

  /// Where the batch has the value.
  @inline(__always)
  private mutating func decoded(_ bytes: Span<UInt8>, _ value: RawValue) -> ByteRange {
    if value.form == .plain { return plain(bytes, value.start..<value.end) }
    let start = batch.bytes.count
    appendDecoded(bytes, value)
    return ByteRange(start..<batch.bytes.count)
  }

  /// Where the batch has bytes that are as they stand.
  @inline(__always)
  private mutating func plain(_ bytes: Span<UInt8>, _ range: Range<Int>) -> ByteRange {
    if isInPlace { return ByteRange(range) }
    let start = batch.bytes.count
    batch.bytes.append(bytes, range)
    return ByteRange(start..<batch.bytes.count)
  }

  private mutating func appendDecoded(_ bytes: Span<UInt8>, _ value: RawValue) {
    let range = value.start..<value.end
    switch value.form {
    case .plain: batch.bytes.append(bytes, range)
    case .quoted: parser.splitter.appendUnquoted(bytes, range, to: &batch.bytes)
    case .escaped: loneSurrogates += JSONText.appendUnescaped(bytes, range, to: &batch.bytes)
    case .nested: JSONText.appendCompact(bytes, range, to: &batch.bytes)
    case .null: break
    }
  }

  private mutating func rating(_ bytes: Span<UInt8>, _ value: RawValue) -> Int32? {
    let mark = batch.bytes.count
    let range = decoded(bytes, value)
    defer { batch.bytes.removeLast(batch.bytes.count - mark) }
    guard let grade = Grade(batch.bytes.span, range.range) else {
      if !Placeholder.matches(batch.bytes.span, range.range) {
        report(.badRating, detail: excerpt(range))
      }
      return nil
    }
    guard let placed = grade.placed(on: parser.layout.scale) else {
      report(.ratingOutOfScale, detail: excerpt(range))
      return nil
    }
    return placed
  }

  private mutating func date(_ bytes: Span<UInt8>, _ value: RawValue) -> ByteRange? {
    let mark = batch.bytes.count
    let range = decoded(bytes, value)
    let isMonthFirst = parser.layout.isMonthFirst
    guard let date = CalendarDate(batch.bytes.span, range.range, monthFirst: isMonthFirst) else {
      if !Placeholder.matches(batch.bytes.span, range.range) {
        report(.badDate, detail: excerpt(range))
      }
      batch.bytes.removeLast(batch.bytes.count - mark)
      return nil
    }
    batch.bytes.removeLast(batch.bytes.count - mark)
    date.append(to: &batch.bytes)
    return ByteRange(mark..<batch.bytes.count)
  }

  // MARK: Diagnostics

  private mutating func refuse(_ kind: Diagnostic.Kind, at position: Int) {
    report(kind, at: position)
    let fields = batch.fields.count
    batch.reviews.append(
      ReviewRecord(
        number: number, text: ByteRange(start: batch.bytes.count, count: 0), titleLength: 0,
        id: nil, rating: nil, date: nil, fields: fields..<fields, unreadable: true))
  }

  private mutating func report(_ kind: Diagnostic.Kind, at: Int? = nil, detail: String = "") {
    batch.diagnostics.append(
      Diagnostic(
        file: parser.layout.place, record: number,
        position: parser.layout.sheet == nil ? at.map { chunk.offset + $0 } : nil, kind: kind,
        detail: detail))
  }

  private func excerpt(_ range: ByteRange) -> String {
    let cut = batch.bytes[range.range.prefix(40)]
    return String(decoding: cut, as: UTF8.self)
  }
}
