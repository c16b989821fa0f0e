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
    let record = batch.reviews.reviews[index]
    let analysis = batch.analyses[index]
    let moment = analysis.moments.first
    var cells = [batch.layout.source, String(decoding: id, as: UTF8.self), analysis.label.rawValue]
    cells += Label.allCases.map { analysis.probabilities[$0].decimal }
    cells += [
      analysis.valence.decimal, analysis.story ? "true" : "false",
      analysis.storyProbability.decimal, analysis.memorability.decimal, analysis.basis.rawValue,
      analysis.language ?? "", analysis.drivers.map(\.name).joined(separator: " "),
      analysis.flags.joined(separator: " "), moment?.text ?? "", moment.map { "\($0.start)" } ?? "",
      moment.map { "\($0.end)" } ?? "", moment?.valence.decimal ?? "",
      record.rating?.decimal ?? "", batch.layout.scale?.rawValue ?? "",
      record.date.map { batch.reviews.string($0) } ?? "", fields(record, of: batch),
    ]
    if withText { cells.append(batch.reviews.string(record.text)) }
    append(cells, to: &lines)
  }

  func append(
    error: Diagnostic, of batch: AnalyzedBatch, id: ArraySlice<UInt8>, to lines: inout AnalysisLines
  ) {
    var cells = [String](repeating: "", count: columns.count)
    cells[0] = batch.layout.source
    cells[1] = String(decoding: id, as: UTF8.self)
    cells[2] = "error: " + error.description
    append(cells, to: &lines)
  }

  private func append(_ cells: [String], to lines: inout AnalysisLines) {
    let quoted = cells.map(CSVAnalysisWriter.quoted)
    lines.json.append(raw: Array((quoted[0] + "," + quoted[1]).utf8).span)
    lines.markID(end: lines.json.count - (quoted[1] == cells[1] ? 0 : 1))
    lines.json.append(raw: Array(("," + quoted[2...].joined(separator: ",") + "\n").utf8).span)
  }

  /// The other columns as one JSON object, so that their names need not be known beforehand.
  private func fields(_ record: ReviewRecord, of batch: AnalyzedBatch) -> String {
    var json = JSONWriter()
    json.open()
    for field in batch.reviews.fields[record.fields] {
      json.key(escaping: batch.reviews.bytes.span.extracting(field.name.range))
      json.string(batch.reviews.bytes.span.extracting(field.value.range))
    }
    json.close()
    return String(decoding: json.bytes, as: UTF8.self)
  }

  /// A cell in quotes where it holds a comma, a quote or a line end.
  private static func quoted(_ cell: String) -> String {
    guard
      cell.utf8.contains(where: {
        $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\n")
          || $0 == UInt8(ascii: "\r")
      })
    else { return cell }
    return "\"" + cell.replacing("\"", with: "\"\"") + "\""
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
