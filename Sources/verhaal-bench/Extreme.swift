import Foundation

/// A dump that nobody expects, which must be read in bounded memory.
struct Extreme {
  let name: String
  /// Lines that `mine` writes of it.
  let lines: Int
  /// Whether no review says anything.
  let isEmpty: Bool
  /// The exit code.
  let status: Int32
  /// A part that is written so many times between a beginning and an end.
  private let start: String
  private let part: @Sendable (Int) -> String
  private let times: Int
  private let end: String

  static let all = [
    Extreme(
      name: "a million empty reviews", lines: 1_000_000, isEmpty: true, status: 0, start: "",
      part: { "{\"id\":\"r\($0)\",\"text\":\"\"}\n" }, times: 1_000_000, end: ""),
    Extreme(
      name: "an endless line, 256 MB", lines: 0, isEmpty: true, status: 1,
      start: #"{"id":"r1","text":""#, part: { _ in "Na drie keer bellen nog geen antwoord. " },
      times: 6_564_103, end: ""),
    Extreme(
      name: "a review of 16 MB", lines: 1, isEmpty: false, status: 0,
      start: #"{"id":"r1","text":""#,
      part: { "Na \($0) keer bellen kwam er nog steeds geen antwoord van de klantenservice. " },
      times: 200_000, end: "\"}\n"),
  ]

  /// Writes the dump; returns how many bytes that were.
  func write(to file: FileHandle) throws -> Int {
    var bytes = Array(start.utf8)
    var count = 0
    for number in 0..<times {
      bytes += part(number).utf8
      if bytes.count >= 1 << 20 {
        try file.write(contentsOf: bytes)
        count += bytes.count
        bytes.removeAll(keepingCapacity: true)
      }
    }
    bytes += end.utf8
    try file.write(contentsOf: bytes)
    return count + bytes.count
  }
}
