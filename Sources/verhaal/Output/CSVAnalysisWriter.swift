import Lexicon
import ReviewIO
import StoryAnalysis

/// Writes one CSV row a review, with the first moment.
struct CSVAnalysisWriter: AnalysisWriter {
  let withText: Bool
  /// Whether texts are written as they are, also where a spreadsheet would take them for formulas.
  let isRaw: Bool
  var dialect = CSVDialect.plain

  private var columns: [String] {
    [
      "source", "id", "label", "neutral-satisfied", "enthusiastic", "dissatisfied", "valence",
      "story", "storyProbability", "memorability", "basis", "language", "drivers", "flags",
      "moment", "momentStart", "momentEnd", "momentValence", "rating", "ratingScale", "date",
      "fields",
    ] + (withText ? ["text"] : [])
  }

  var header: [UInt8] { dialect.header(columns) }

  func append(
    _ index: Int, of batch: AnalyzedBatch, id: ArraySlice<UInt8>, to lines: inout AnalysisLines
  ) {
    let records = batch.reviews.reviews.span
    let analyses = batch.analyses.span
    writeHead(of: batch, id: id, to: &lines)
    write(analyses, at: index, to: &lines.json.buffer)
    write(records[index], of: batch, to: &lines.json)
    if withText {
      lines.json.buffer.append(
        cell: batch.reviews.bytes.span, records[index].text.range, isRaw: isRaw)
    }
    lines.endRow()
  }

  func append(
    error: Diagnostic, of batch: AnalyzedBatch, id: ArraySlice<UInt8>, to lines: inout AnalysisLines
  ) {
    writeHead(of: batch, id: id, to: &lines)
    lines.json.buffer.append(cell: "error: " + error.description)
    for _ in columns.dropFirst(3) { lines.json.buffer.endCell() }
    lines.endRow()
  }

  /// The source, which is the same in every line of a dump, and the id.
  private func writeHead(
    of batch: AnalyzedBatch, id: ArraySlice<UInt8>, to lines: inout AnalysisLines
  ) {
    if lines.head.isEmpty {
      lines.json.buffer.dialect = dialect
      var head = ByteBuffer()
      head.dialect = dialect
      head.append(cell: batch.layout.source, isRaw: isRaw)
      lines.head = head.array
    }
    let head = lines.head
    lines.json.append(raw: head.span)
    lines.json.buffer.append(cell: id.span, 0..<id.count, isRaw: isRaw)
    lines.markID(before: lines.json.buffer.endsInQuotedCell ? 2 : 1)
  }

  /// The verdict, from `label` to `momentValence`, value by value: an analysis as a whole is five arrays to retain.
  private func write(_ analyses: Span<Analysis>, at index: Int, to cells: inout ByteBuffer) {
    cells.append(cell: analyses[index].label.rawValue)
    for label in Label.allCases { cells.append(cell: analyses[index].probabilities[label]) }
    cells.append(cell: analyses[index].valence)
    cells.append(cell: analyses[index].story ? "true" : "false")
    cells.append(cell: analyses[index].storyProbability)
    cells.append(cell: analyses[index].memorability)
    cells.append(cell: analyses[index].basis.rawValue)
    cells.append(cell: analyses[index].language ?? "")
    for (number, driver) in analyses[index].drivers.enumerated() {
      if number > 0 { cells.append(UInt8(ascii: " ")) }
      cells.append(driver.name.utf8.span)
    }
    cells.endCell()
    cells.append(cell: analyses[index].flags.joined(separator: " "))
    guard let moment = analyses[index].moments.first else {
      for _ in 0..<4 { cells.endCell() }
      return
    }
    cells.append(cell: moment.text, isRaw: isRaw)
    cells.append(decimal: UInt64(moment.start))
    cells.endCell()
    cells.append(decimal: UInt64(moment.end))
    cells.endCell()
    cells.append(cell: moment.valence)
  }

  private func write(
    _ record: borrowing ReviewRecord, of batch: AnalyzedBatch, to json: inout JSONWriter
  ) {
    let bytes = batch.reviews.bytes.span
    if let rating = record.rating {
      json.buffer.append(cell: rating)
    } else {
      json.buffer.endCell()
    }
    json.buffer.append(cell: batch.scale(of: record).map { dialect.scale($0.rawValue) } ?? "")
    if let date = record.date { json.buffer.append(bytes.extracting(date.range)) }
    json.buffer.endCell()
    if record.fields.isEmpty {
      json.fields(batch.reviews, record.fields)
      json.buffer.removeComma()
      json.buffer.endCell()
    } else {
      json.buffer.beginJSONCell()
      json.fields(batch.reviews, record.fields)
      json.buffer.endJSONCell()
    }
  }
}

extension Fixed {
  /// As JSON writes it: no trailing zeros, a point.
  var decimal: String {
    var json = JSONWriter()
    json.fixed(self)
    return String(decoding: json.bytes, as: UTF8.self)
  }
}
