/// Whole records as they stand in the input, ready to be parsed on any thread.
public struct DumpChunk: Sendable {
  /// The chunk's place in the sequence, from 0.
  public let index: Int
  /// The number of its first record, from 1.
  public let firstRecord: Int
  /// The bytes of its records, decompressed and, from UTF-16, transcoded.
  public let bytes: [UInt8]
  /// The number of records in it.
  public var recordCount: Int { records.count }

  /// The offset of its first byte in the decompressed input.
  let offset: Int
  let records: [RecordSpan]
  /// Findings about the input as a whole.
  let notes: [Diagnostic]
  /// How its records are numbered.
  let numbers: RecordNumbers
}
