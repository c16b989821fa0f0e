/// Finds the records of a dump one by one; the same bytes give the same records however they come.
enum RecordCutter {
  case delimited(DelimitedCutter)
  case lines(LineCutter)
  case json(JSONCutter)

  init(_ layout: DumpLayout, limit: Int) {
    switch layout.format {
    case .csv, .tsv, .xlsx:
      self = .delimited(
        DelimitedCutter(
          delimiter: layout.delimiter, backslashEscapes: layout.backslashEscapes, limit: limit))
    case .jsonl: self = .lines(LineCutter(limit: limit))
    case .json:
      self = .json(
        JSONCutter(limit: limit, isSequence: layout.isSequence, wrapper: layout.wrapper))
    }
  }

  mutating func cut(_ bytes: Span<UInt8>, from start: Int, isFinal: Bool) -> Cut {
    switch self {
    case .delimited(let cutter): return cutter.cut(bytes, from: start, isFinal: isFinal)
    case .lines(let cutter): return cutter.cut(bytes, from: start, isFinal: isFinal)
    case .json(var cutter):
      defer { self = .json(cutter) }
      return cutter.cut(bytes, from: start, isFinal: isFinal)
    }
  }

  /// Passes over the rest of a record that is too long: how far, and whether that was all of it.
  mutating func skip(_ bytes: Span<UInt8>, from start: Int) -> (next: Int, isDone: Bool) {
    switch self {
    case .delimited: return Self.skipLine(bytes, from: start)
    case .lines:
      let end = bytes.first(Byte.lineFeed, from: start, to: bytes.count)
      return (min(end + 1, bytes.count), end < bytes.count)
    case .json(var cutter):
      defer { self = .json(cutter) }
      return cutter.skip(bytes, from: start)
    }
  }

  private static func skipLine(_ bytes: Span<UInt8>, from start: Int) -> (next: Int, isDone: Bool) {
    let end = bytes.first(
      Byte.lineFeed, Byte.carriageReturn, from: start, to: bytes.count)
    return (min(end + 1, bytes.count), end < bytes.count)
  }
}
