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
    let records = batch.reviews.reviews.span
    let analyses = batch.analyses.span
    writeHead(of: batch, id: id, to: &lines)
    write(analyses, at: index, to: &lines.json)
    write(records[index], of: batch, to: &lines.json)
    if withText {
      lines.json.key("text")
      lines.json.string(batch.reviews.bytes.span, records[index].text.range)
      lines.json.key("titleBytes")
      lines.json.integer(records[index].titleLength)
      lines.json.key("words")
      lines.json.integer(analyses[index].wordCount)
      writeStored(records[index], of: batch, to: &lines)
    }
    if detail.contains(.reasons) { write(reasons: analyses[index].reasons, to: &lines.json) }
    if detail.contains(.evidence) { write(evidence: analyses[index].evidence, to: &lines.json) }
    lines.json.close()
    lines.end()
  }

  func append(
    error: Diagnostic, of batch: AnalyzedBatch, id: ArraySlice<UInt8>, to lines: inout AnalysisLines
  ) {
    writeHead(of: batch, id: id, to: &lines)
    lines.json.key("error")
    lines.json.string(error.description)
    lines.json.close()
    lines.end()
  }

  /// What a store would keep besides: the permission that the dump tells of, and the fields that it would leave out.
  private func writeStored(
    _ record: borrowing ReviewRecord, of batch: AnalyzedBatch, to lines: inout AnalysisLines
  ) {
    var stored =
      lines.stored
      ?? (PersonalNames(batch.layout, FieldChoice(kept: [])), PermissionColumns(batch.layout))
    lines.stored = nil
    lines.json.key("permission")
    if let permission = stored.permissions.reading(of: record, in: batch.reviews).permission {
      lines.json.open()
      lines.json.key("status")
      lines.json.string(permission.status.rawValue)
      lines.json.key("date")
      lines.json.optional(permission.date)
      lines.json.close()
    } else {
      lines.json.null()
    }
    lines.json.key("personal")
    lines.json.open("[")
    for field in batch.reviews.fields[record.fields]
    where stored.names.leavesOut(field.name, in: batch.reviews) {
      lines.json.string(batch.reviews.bytes.span, field.name.range)
    }
    lines.json.close("]")
    lines.stored = stored
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
  func write(_ analysis: Analysis, to json: inout JSONWriter) {
    write([analysis].span, at: 0, to: &json)
  }

  /// The same of an analysis that is looked at value by value where it lies: as a whole it is five arrays to retain.
  private func write(_ analyses: Span<Analysis>, at index: Int, to json: inout JSONWriter) {
    json.key("label")
    json.string(analyses[index].label.rawValue)
    json.key("probabilities")
    json.open()
    json.key("neutral-satisfied")
    json.fixed(analyses[index].probabilities.neutralSatisfied)
    json.key("enthusiastic")
    json.fixed(analyses[index].probabilities.enthusiastic)
    json.key("dissatisfied")
    json.fixed(analyses[index].probabilities.dissatisfied)
    json.close()
    json.key("valence")
    json.fixed(analyses[index].valence)
    json.key("story")
    json.bool(analyses[index].story)
    json.key("storyProbability")
    json.fixed(analyses[index].storyProbability)
    json.key("memorability")
    json.fixed(analyses[index].memorability)
    json.key("basis")
    json.string(analyses[index].basis.rawValue)
    json.key("language")
    json.optional(analyses[index].language)
    json.key("drivers")
    write(analyses[index].drivers, to: &json)
    json.key("flags")
    json.strings(analyses[index].flags)
    json.key("moments")
    json.open("[")
    for moment in analyses[index].moments { write(moment, to: &json) }
    json.close("]")
  }

  private func write(_ drivers: [Driver], to json: inout JSONWriter) {
    json.open("[")
    for driver in drivers { json.string(driver.name) }
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

  private func write(_ moment: Moment, to json: inout JSONWriter) {
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
    json.key("drivers")
    write(moment.drivers, to: &json)
    json.close()
  }

  private func write(
    _ record: borrowing ReviewRecord, of batch: AnalyzedBatch, to json: inout JSONWriter
  ) {
    let bytes = batch.reviews.bytes.span
    json.key("rating")
    json.optional(record.rating)
    json.key("ratingScale")
    if let scale = batch.scale(of: record) { json.string(scale.rawValue) } else { json.null() }
    json.key("date")
    if let date = record.date { json.string(bytes, date.range) } else { json.null() }
    json.key("fields")
    json.fields(batch.reviews, record.fields)
  }
}
