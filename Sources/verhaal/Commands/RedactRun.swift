import Privacy
import ReviewIO

/// One input that is masked line by line.
struct RedactRun {
  private let redactor: Redactor
  private let file: String
  private let output: OutputFile
  private let limit: Int
  private var lines: LineReader

  /// How much is gathered before it is written, in bytes.
  private static let blockSize = 1 << 18

  init(file: String, output: String?, limit: Int) throws {
    redactor = try Redactor()
    self.file = file
    self.limit = limit
    // The input is opened first: where that fails, nothing of the output is touched.
    lines = try LineReader(path: file, limit: limit)
    self.output = try OutputFile(output)
  }

  /// A line that is longer than may be.
  private struct LongLine: Error { let number: Int }

  /// Masks a text of any length.
  ///
  /// - Throws: `InputError` and `OutputError`.
  mutating func redactText(isQuiet: Bool) throws -> ExitCode {
    var stream = redactor.stream()
    var bytes: [UInt8] = []
    do {
      while true {
        let number = lines.count + 1
        let hasNext = try lines.next { line, hasLineFeed in
          // Neither leaving the line out nor letting it through would be right.
          guard let line else { throw LongLine(number: number) }
          stream.append(line, to: &bytes)
          if hasLineFeed { bytes.append(UInt8(ascii: "\n")) }
        }
        if bytes.count > RedactRun.blockSize || !hasNext {
          try output.write(bytes)
          bytes.removeAll(keepingCapacity: true)
        }
        if !hasNext { break }
      }
    } catch let error as LongLine {
      try output.write(bytes)
      Console.error(
        "\(file):\(error.number): the line is longer than \(Number.grouped(limit)) bytes; nothing "
          + "after it was read. hint: raise --max-record-bytes, or break the line")
      return .failed
    }
    try output.finish()
    if !isQuiet { note(stream.maskedCount, lines.count, of: "lines", left: 0) }
    return .done
  }

  /// Masks `text` in JSON Lines.
  ///
  /// - Throws: `InputError` and `OutputError`.
  mutating func redactJSON(isQuiet: Bool) throws -> ExitCode {
    let (file, redactor) = (file, redactor)
    var printer = DiagnosticPrinter()
    var bytes: [UInt8] = []
    var (records, masked, loneSurrogates) = (0, 0, 0)
    while true {
      let number = lines.count + 1
      let offset = lines.nextStart
      var isTooLong = false
      let hasNext = try lines.next { line, hasLineFeed in
        guard let line else {
          isTooLong = true
          return
        }
        if !line.indices.contains(where: { line[$0] > 0x20 }) {
          // An empty line stays.
          for at in line.indices { bytes.append(line[at]) }
          if hasLineFeed { bytes.append(UInt8(ascii: "\n")) }
          return
        }
        records += 1
        do throws(Diagnostic) {
          let json = try JSONLine(line, file: file, record: number, offset: offset)
          let redaction = redactor.redact(json.text.span)
          masked += redaction.spans.count
          loneSurrogates += json.loneSurrogates
          json.append(
            line, replacing: redaction.spans.map { ($0.range, $0.kind.mask) },
            spans: RedactRun.json(redaction.spans), to: &bytes)
          if hasLineFeed { bytes.append(UInt8(ascii: "\n")) }
        } catch {
          printer.show(error)
        }
      }
      if isTooLong {
        records += 1
        printer.show(Diagnostic.tooLong(file: file, record: number, limit: limit))
      }
      if bytes.count > RedactRun.blockSize || !hasNext {
        try output.write(bytes)
        bytes.removeAll(keepingCapacity: true)
      }
      if !hasNext { break }
    }
    printer.finish(file: file)
    if loneSurrogates > 0 {
      Console.note(
        "\(file): \(Number.grouped(loneSurrogates)) halves of surrogate pairs, now U+FFFD")
    }
    if records > 0 && printer.unreadableCount == records {
      Console.error("\(file): no line could be read. hint: without --json, any text is masked")
      return .failed
    }
    try output.finish()
    if !isQuiet { note(masked, records, of: "texts", left: printer.unreadableCount) }
    return .done
  }

  private func note(_ masked: Int, _ count: Int, of name: String, left: Int) {
    Console.note(
      "masked \(Number.grouped(masked)) pieces of personal data in \(Number.grouped(count)) \(name)"
        + (left == 0 ? "" : "; \(Number.grouped(left)) could not be read and were left out"))
  }

  private static func json(_ spans: [PersonalSpan]) -> [UInt8] {
    var json = JSONWriter(capacity: 256)
    json.open("[")
    for span in spans {
      json.open()
      json.key("start")
      json.integer(span.range.lowerBound)
      json.key("end")
      json.integer(span.range.upperBound)
      json.key("startUTF16")
      json.integer(span.rangeUTF16.lowerBound)
      json.key("endUTF16")
      json.integer(span.rangeUTF16.upperBound)
      json.key("maskedStart")
      json.integer(span.maskedRange.lowerBound)
      json.key("maskedEnd")
      json.integer(span.maskedRange.upperBound)
      json.key("kind")
      json.string(span.kind.rawValue)
      json.close()
    }
    json.close("]")
    return json.bytes
  }
}
