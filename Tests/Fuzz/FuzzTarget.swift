/// What bytes are fed to, and what must hold of whatever comes of them.
struct FuzzTarget: Sendable {
  let name: String
  /// Makes what every call needs, and gives the call; what does not hold ends the process.
  let prepare: @Sendable () async throws -> ([UInt8]) -> Void

  static let all: [FuzzTarget] = [
    .reader, .encoding, .delimited, .json, .workbook, .mine, .tokenizer, .analyzer, .lexicon,
    .redaction, .query, .figures, .store, .escaping,
  ]
}
