import CZlib

@testable import ReviewIO

/// Everything a dump gave, as values that can be compared and printed.
struct Readout: Equatable {
  struct Row: Equatable {
    var number: Int
    var text: String
    var title: Int
    var id: String?
    var rating: Int32?
    var date: String?
    var fields: [String]
    var unreadable: Bool
  }

  var rows: [Row] = []
  var findings: [String] = []
  var kinds: [Diagnostic.Kind] = []
  var summary = ""
  var chunks = 0

  var texts: [String] { rows.map(\.text) }

  init(_ bytes: [UInt8], name: String = "dump", options: ReaderOptions = .init()) throws {
    let reader = try ReviewReader(bytes: bytes, name: name, options: options)
    try self.init(reader, options: options)
  }

  init(_ text: String, options: ReaderOptions = .init()) throws {
    try self.init(Array(text.utf8), options: options)
  }

  init(_ reader: ReviewReader, options: ReaderOptions) throws {
    summary = reader.layout.summary
    let parser = RecordParser(layout: reader.layout, options: options)
    while let chunk = try reader.nextChunk() { add(parser.parse(chunk), chunk) }
  }

  private mutating func add(_ batch: ReviewBatch, _ chunk: DumpChunk) {
    precondition(chunk.index == chunks && chunk.firstRecord == rows.count + 1)
    precondition(batch.recordCount == batch.reviews.count)
    chunks += 1
    for review in batch.reviews {
      rows.append(
        Row(
          number: review.number, text: batch.string(review.text), title: review.titleLength,
          id: review.id.map(batch.string), rating: review.rating,
          date: review.date.map(batch.string),
          fields: batch.fields[review.fields].map {
            "\(batch.string($0.name))=\(batch.string($0.value))"
          }, unreadable: review.unreadable))
    }
    findings.append(contentsOf: batch.diagnostics.map(\.description))
    kinds.append(contentsOf: batch.diagnostics.map(\.kind))
  }

  /// Equal but for where the chunks were cut.
  func hasSameContents(as other: Readout) -> Bool {
    rows == other.rows && findings == other.findings && summary == other.summary
  }

  static func failure(_ bytes: [UInt8], options: ReaderOptions = .init()) -> InputError? {
    do {
      _ = try Readout(bytes, options: options)
      return nil
    } catch { return error as? InputError }
  }
}

extension ReaderOptions {
  init(_ change: (inout ReaderOptions) -> Void) {
    self.init()
    change(&self)
  }
}

/// One gzip member.
func gzip(_ bytes: [UInt8]) -> [UInt8] {
  var stream = unsafe z_stream()
  unsafe deflateInit2_(
    &stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
    Int32(MemoryLayout<z_stream>.size))
  var (input, output) = (bytes + [0], [UInt8](repeating: 0, count: bytes.count + 1000))
  let capacity = output.count
  unsafe input.withUnsafeMutableBufferPointer { source in
    unsafe output.withUnsafeMutableBufferPointer { target in
      unsafe stream.next_in = source.baseAddress
      unsafe stream.avail_in = UInt32(bytes.count)
      unsafe stream.next_out = target.baseAddress
      unsafe stream.avail_out = UInt32(capacity)
      unsafe deflate(&stream, Z_FINISH)
    }
  }
  unsafe output.removeLast(Int(stream.avail_out))
  unsafe deflateEnd(&stream)
  return output
}

func utf16(_ text: String, bigEndian: Bool = false, mark: Bool = true) -> [UInt8] {
  var bytes: [UInt8] = []
  for unit in (mark ? [0xfeff] : []) + Array(text.utf16) {
    let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xff))
    bytes += bigEndian ? [high, low] : [low, high]
  }
  return bytes
}

/// A generator whose numbers are the same on every run.
struct FixedRandom: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    var mixed = state
    mixed ^= mixed >> 29
    mixed = mixed &* 0xbf58_476d_1ce4_e5b9
    return mixed ^ mixed >> 32
  }
}
