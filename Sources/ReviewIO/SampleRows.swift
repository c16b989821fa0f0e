/// The fields of the rows of a sample of delimited text, decoded.
struct SampleRows {
  private(set) var rows: [[[UInt8]]] = []

  init(
    _ bytes: Span<UInt8>, from start: Int, delimiter: UInt8?, backslashEscapes: Bool,
    isWhole: Bool, limit: Int, maximum: Int
  ) {
    let splitter = DelimitedSplitter(delimiter: delimiter, backslashEscapes: backslashEscapes)
    let cutter = RecordCutter.delimited(
      DelimitedCutter(delimiter: delimiter, backslashEscapes: backslashEscapes, limit: limit))
    var values: [RawValue] = []
    SampleRecords.forEach(cutter, bytes, from: start, isWhole: isWhole, maximum: maximum) {
      bytes, span in
      values.removeAll(keepingCapacity: true)
      let literal = span.flaw == .unclosedQuote ? span.flawAt : nil
      _ = splitter.split(
        bytes, span.start..<span.end, literal: literal, most: LayoutFinder.mostColumns + 1,
        into: &values)
      rows.append(
        values.map { value in
          var text: [UInt8] = []
          if value.form == .quoted {
            splitter.appendUnquoted(bytes, value.start..<value.end, to: &text)
          } else {
            text.append(bytes, value.start..<value.end)
          }
          return text
        })
    }
  }
}
