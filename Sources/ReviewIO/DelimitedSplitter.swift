/// Splits one record of delimited text into its fields.
struct DelimitedSplitter {
  /// What was lenient in a record.
  struct Leniency {
    var quoteInField = false, textAfterQuote = false
    /// How many fields there are, and whether any that is left out holds something.
    var count = 0, hasSurplus = false
  }

  private let delimiter: UInt8?
  private let cutter: DelimitedCutter

  init(delimiter: UInt8?, backslashEscapes: Bool) {
    self.delimiter = delimiter
    cutter = DelimitedCutter(
      delimiter: delimiter, backslashEscapes: backslashEscapes, limit: .max >> 1)
  }

  /// Appends the first `most` fields of `record`; the quote at `literal` does not open one.
  func split(
    _ bytes: Span<UInt8>, _ record: Range<Int>, literal: Int?, most: Int,
    into values: inout [RawValue]
  ) -> Leniency {
    var leniency = Leniency()
    let end = record.upperBound
    var i = record.lowerBound
    while true {
      var value = RawValue(column: leniency.count, form: .plain, start: i, end: i)
      if i < end && bytes[i] == Byte.quote && i != literal {
        value.start = i + 1
        value.end = i + 1
        if case .found(let quote) = cutter.closingQuote(bytes, from: i + 1, to: end, isFinal: true)
        {
          value.end = quote
        } else {
          value.end = end
        }
        i = min(value.end + 1, end)
        if hasInnerQuotes(bytes, value.start..<value.end) { value.form = .quoted }
        let next = delimited(bytes, from: i, to: end)
        if next > i {
          leniency.textAfterQuote = true
          value.form = .quoted
          value.end = next
        }
        i = next
      } else {
        i = bytes.first(delimiter ?? Byte.quote, Byte.quote, from: i, to: end)
        if i < end && bytes[i] == Byte.quote {
          leniency.quoteInField = true
          i = delimited(bytes, from: i, to: end)
        }
        value.end = i
      }
      if FormulaMark.isPresent(in: bytes, value.start..<value.end) { value.start += 1 }
      leniency.count += 1
      if leniency.count <= most {
        values.append(value)
      } else if value.end > value.start {
        leniency.hasSurplus = true
      }
      if i == end { return leniency }
      i += 1
    }
  }

  /// Appends the value of a field that stood between quotes, from after the opening one.
  func appendUnquoted(_ bytes: Span<UInt8>, _ range: Range<Int>, to output: inout [UInt8]) {
    var i = range.lowerBound
    let end = range.upperBound
    while true {
      let plain = bytes.first(Byte.quote, Byte.backslash, from: i, to: end)
      output.append(bytes, i..<plain)
      guard plain < end else { return }
      i = plain + 1
      let next = i < end ? bytes[i] : 0
      if bytes[plain] == Byte.backslash {
        if cutter.backslashEscapes && (next == Byte.quote || next == Byte.backslash) {
          output.append(next)
          i += 1
        } else {
          output.append(Byte.backslash)
        }
      } else if next == Byte.quote {
        output.append(Byte.quote)
        i += 1
      } else {
        // Past the closing quote everything is literal.
        output.append(bytes, i..<end)
        return
      }
    }
  }

  @inline(__always)
  private func delimited(_ bytes: Span<UInt8>, from i: Int, to end: Int) -> Int {
    guard let delimiter else { return end }
    return bytes.first(delimiter, from: i, to: end)
  }

  private func hasInnerQuotes(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    bytes.first(Byte.quote, from: range.lowerBound, to: range.upperBound) < range.upperBound
      || cutter.backslashEscapes
  }
}
