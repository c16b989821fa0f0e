import Lexicon
import ReviewIO
import StoryAnalysis

/// Writes one JSON line a review, with every key of schema version 1.
struct JSONAnalysisWriter: AnalysisWriter {
  let analyzerVersion: String
  let withText: Bool
  let detail: AnalysisDetail

  var header: [UInt8] { [] }

  func append(
    _ index: Int, of batch: AnalyzedBatch, id: ArraySlice<UInt8>, to lines: inout AnalysisLines
  ) {
    // Looked at where they lie: a copy of an analysis is five arrays to retain.
    let records = batch.reviews.reviews.span
    let analyses = batch.analyses.span
    writeHead(of: batch, id: id, to: &lines)
    write(analyses[index], to: &lines.json)
    write(records[index], of: batch, to: &lines.json)
    if withText {
      lines.json.key("text")
      lines.json.string(batch.reviews.bytes.span, records[index].text.range)
    }
    if detail.contains(.reasons) { write(reasons: analyses[index].reasons, to: &lines.json) }
    if detail.contains(.evidence) { write(evidence: analyses[index].evidence, to: &lines.json) }
    lines.json.close()
    lines.json.end()
  }

  func append(
    error: Diagnostic, of batch: AnalyzedBatch, id: ArraySlice<UInt8>, to lines: inout AnalysisLines
  ) {
    writeHead(of: batch, id: id, to: &lines)
    lines.json.key("error")
    lines.json.string(error.description)
    lines.json.close()
    lines.json.end()
  }

  /// What every line of a dump begins with, then the id.
  private func writeHead(
    of batch: AnalyzedBatch, id: ArraySlice<UInt8>, to lines: inout AnalysisLines
  ) {
    if lines.head.isEmpty {
      var head = JSONWriter()
      head.open()
      head.key("schemaVersion")
      head.integer(1)
      head.key("analyzer")
      head.string(analyzerVersion)
      head.key("source")
      head.string(batch.layout.source)
      head.key("id")
      lines.head = head.bytes
    }
    let head = lines.head
    lines.json.append(raw: head.span)
    lines.json.string(id.span, 0..<id.count)
    lines.markID(before: 2)
  }

  /// The verdict and what belongs to it, from `label` to `moments`.
  func write(_ analysis: borrowing Analysis, to json: inout JSONWriter) {
    json.key("label")
    json.word(analysis.label.word)
    json.key("probabilities")
    json.open()
    json.key("neutral-satisfied")
    json.fixed(analysis.probabilities.neutralSatisfied)
    json.key("enthusiastic")
    json.fixed(analysis.probabilities.enthusiastic)
    json.key("dissatisfied")
    json.fixed(analysis.probabilities.dissatisfied)
    json.close()
    json.key("valence")
    json.fixed(analysis.valence)
    json.key("story")
    json.bool(analysis.story)
    json.key("storyProbability")
    json.fixed(analysis.storyProbability)
    json.key("memorability")
    json.fixed(analysis.memorability)
    json.key("basis")
    json.word(analysis.basis.word)
    json.key("language")
    json.optional(analysis.language)
    write(analysis.drivers.span, to: &json)
    json.key("flags")
    json.strings(analysis.flags)
    json.key("moments")
    json.open("[")
    let moments = analysis.moments.span
    for at in moments.indices { write(moments[at], to: &json) }
    json.close("]")
  }

  private func write(_ drivers: Span<Driver>, to json: inout JSONWriter) {
    json.key("drivers")
    json.open("[")
    for at in drivers.indices { json.word(drivers[at].word) }
    json.close("]")
  }

  func write(reasons: [Reason], to json: inout JSONWriter) {
    json.key("reasons")
    json.open("[")
    for reason in reasons {
      json.open()
      json.key("target")
      json.string(reason.target.name)
      json.key("start")
      json.optional(reason.span?.lowerBound)
      json.key("end")
      json.optional(reason.span?.upperBound)
      json.key("startUTF16")
      json.optional(reason.spanUTF16?.lowerBound)
      json.key("endUTF16")
      json.optional(reason.spanUTF16?.upperBound)
      json.key("rule")
      json.string(reason.rule)
      json.key("weight")
      json.fixed(reason.weight)
      json.close()
    }
    json.close("]")
  }

  private func write(evidence: [EvidenceItem], to json: inout JSONWriter) {
    json.key("evidence")
    json.open("[")
    for item in evidence {
      json.open()
      json.key("kind")
      json.string(item.kind)
      json.key("value")
      json.fixed(item.value)
      json.key("segment")
      json.optional(item.segment < 0 ? nil : item.segment)
      json.key("start")
      json.optional(item.segment < 0 ? nil : item.segmentSpan.lowerBound)
      json.key("end")
      json.optional(item.segment < 0 ? nil : item.segmentSpan.upperBound)
      json.close()
    }
    json.close("]")
  }

  private func write(_ moment: borrowing Moment, to json: inout JSONWriter) {
    json.open()
    json.key("start")
    json.integer(moment.start)
    json.key("end")
    json.integer(moment.end)
    json.key("startUTF16")
    json.integer(moment.startUTF16)
    json.key("endUTF16")
    json.integer(moment.endUTF16)
    json.key("text")
    json.string(moment.text)
    json.key("valence")
    json.fixed(moment.valence)
    json.key("memorability")
    json.fixed(moment.memorability)
    write(moment.drivers.span, to: &json)
    json.close()
  }

  private func write(
    _ record: borrowing ReviewRecord, of batch: AnalyzedBatch, to json: inout JSONWriter
  ) {
    let bytes = batch.reviews.bytes.span
    json.key("rating")
    json.optional(record.rating)
    json.key("ratingScale")
    if let scale = batch.layout.scale { json.word(scale.word) } else { json.null() }
    json.key("date")
    if let date = record.date { json.string(bytes, date.range) } else { json.null() }
    json.key("fields")
    json.fields(batch.reviews, record.fields)
  }
}
