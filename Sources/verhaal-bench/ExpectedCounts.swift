import Foundation

/// The counts for a generated dump that are kept with the sources: what is wrong in every way of analysing differs from
/// them.
struct ExpectedCounts: Codable, Equatable {
  /// The hash over the dump.
  let input: UInt64
  /// As `Analyzer.version` has it.
  let analyzer: String
  /// The hash over the JSON Lines that are written of it.
  let lines: UInt64
  let answer: Answer
  let counts: StageCounts

  /// A JSON object a line.
  static var path: String { Checkout.file("Sources/verhaal-bench/expected.jsonl") }

  /// Those that are kept in a file; none where it is not there.
  static func kept(_ path: String = path) throws -> [ExpectedCounts] {
    let data = FileManager.default.contents(atPath: path) ?? Data()
    return try data.split(separator: UInt8(ascii: "\n")).map {
      try JSONDecoder().decode(ExpectedCounts.self, from: $0)
    }
  }

  /// Keeps these instead of those for the same dump.
  func keep(_ path: String = path) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let all = try Self.kept(path).filter { $0.input != input } + [self]
    let lines = try all.map { try encoder.encode($0) + [UInt8(ascii: "\n")] }
    try Data(lines.joined()).write(to: URL(fileURLWithPath: path), options: .atomic)
  }

  /// What was found against what is kept.
  enum Comparison: Equatable {
    case equal
    case differs(String)
    /// Nothing is kept for this dump, or for this analyser.
    case unknown(String)
  }

  func compare(with kept: [ExpectedCounts]) -> Comparison {
    guard let expected = kept.first(where: { $0.input == input }) else {
      return .unknown("no counts are kept for this size and seed")
    }
    guard expected.analyzer == analyzer else {
      return .unknown("the counts that are kept are those of analyser \(expected.analyzer)")
    }
    let difference =
      answer.difference(from: expected.answer) ?? counts.difference(from: expected.counts)
      ?? (lines == expected.lines ? nil : "the counts are as expected, but not every byte written")
    return difference.map(Comparison.differs) ?? .equal
  }
}
