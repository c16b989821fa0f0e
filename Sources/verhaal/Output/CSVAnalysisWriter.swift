import Lexicon
import ReviewIO
import StoryAnalysis

/// Writes one CSV row a review (RFC 4180, comma, LF), with the first moment.
struct CSVAnalysisWriter: AnalysisWriter {
  let withText: Bool

  private var columns: [String] {
    [
      "source", "id", "label", "neutral-satisfied", "enthusiastic", "dissatisfied", "valence",
      "story", "storyProbability", "memorability", "basis", "language", "drivers", "flags",
      "moment", "momentStart", "momentEnd", "momentValence", "rating", "ratingScale", "date",
      "fields",
    ] + (withText ? ["text"] : [])
  }

  var header: [UInt8] { Array((columns.joined(separator: ",") + "\n").utf8) }

  func append(
    _ index: Int, of batch: AnalyzedBatch, id: ArraySlice<UInt8>, to lines: inout AnalysisLines
  ) {
    // Looked at where they lie: a copy of an analysis is five arrays to retain.
    let records = batch.reviews.reviews.span
    let analyses = batch.analyses.span
    writeHead(of: batch, id: id, to: &lines)
    write(analyses[index], to: &lines.json.buffer)
    write(records[index], of: batch, to: &lines.json)
    if withText {
      lines.json.buffer.append(cell: batch.reviews.bytes.span, records[index].text.range)
    }
    lines.json.end()
  }

  func append(
    error: Diagnostic, of batch: AnalyzedBatch, id: ArraySlice<UInt8>, to lines: inout AnalysisLines
  ) {
    writeHead(of: batch, id: id, to: &lines)
    lines.json.buffer.append(cell: "error: " + error.description)
    for _ in columns.dropFirst(3) { lines.json.buffer.append(UInt8(ascii: ",")) }
    lines.json.end()
  }

  /// The source, which is the same in every line of a dump, and the id.
  private func writeHead(
    of batch: AnalyzedBatch, id: ArraySlice<UInt8>, to lines: inout AnalysisLines
  ) {
    if lines.head.isEmpty {
      var head = ByteBuffer()
      head.append(cell: batch.layout.source)
      lines.head = head.array
    }
    let head = lines.head
    lines.json.append(raw: head.span)
    lines.json.buffer.append(cell: id.span, 0..<id.count)
    lines.markID(before: lines.json.buffer.endsInQuotedCell ? 2 : 1)
  }

  private func write(_ analysis: borrowing Analysis, to cells: inout ByteBuffer) {
    cells.append(cell: analysis.label.word)
    for label in Label.allCases { cells.append(cell: analysis.probabilities[label]) }
    cells.append(cell: analysis.valence)
    cells.append(analysis.story ? "true," : "false,")
    cells.append(cell: analysis.storyProbability)
    cells.append(cell: analysis.memorability)
    cells.append(cell: analysis.basis.word)
    cells.append(cell: analysis.language ?? "")
    let drivers = analysis.drivers.span
    for at in drivers.indices {
      if at > 0 { cells.append(UInt8(ascii: " ")) }
      cells.append(drivers[at].word)
    }
    cells.append(UInt8(ascii: ","))
    cells.append(cell: analysis.flags.joined(separator: " "))
    let moments = analysis.moments.span
    guard moments.count > 0 else { return cells.append(",,,,") }
    cells.append(cell: moments[0].text)
    cells.append(decimal: UInt64(moments[0].start))
    cells.append(UInt8(ascii: ","))
    cells.append(decimal: UInt64(moments[0].end))
    cells.append(UInt8(ascii: ","))
    cells.append(cell: moments[0].valence)
  }

  private func write(
    _ record: borrowing ReviewRecord, of batch: AnalyzedBatch, to json: inout JSONWriter
  ) {
    let comma = UInt8(ascii: ",")
    if let rating = record.rating { json.fixed(rating) } else { json.buffer.append(comma) }
    json.buffer.append(batch.layout.scale?.word ?? "")
    json.buffer.append(comma)
    if let date = record.date { json.buffer.append(batch.reviews.bytes.span.extracting(date.range)) }
    json.buffer.append(comma)
    if record.fields.isEmpty {
      json.fields(batch.reviews, record.fields)
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
