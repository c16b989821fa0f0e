import Foundation
import ReviewIO

/// A way from a dump through the program to what it writes.
struct Passage {
  enum Sink { case lines, rows, store, top }

  let name: String
  let path: String
  let bytes: Int
  let sink: Sink
  let threads: Int

  init(_ name: String, _ path: String, bytes: Int, to sink: Sink = .lines, threads: Int = 1) {
    self.name = name + (threads > 1 ? ", \(threads) threads" : "")
    self.path = path
    self.bytes = bytes
    self.sink = sink
    self.threads = threads
  }

  /// All ways that are measured.
  static func all(_ input: BenchInput) -> [Passage] {
    guard let csv = input.csvPath, let gzip = input.gzipPath else { return [] }
    let bytes = input.bytes
    return [
      Passage("JSON Lines to JSON Lines", input.path, bytes: bytes),
      Passage("JSON Lines to JSON Lines", input.path, bytes: bytes, threads: 2),
      Passage("CSV to JSON Lines", csv, bytes: input.csvBytes),
      Passage("CSV to JSON Lines", csv, bytes: input.csvBytes, threads: 2),
      Passage("gzip to JSON Lines", gzip, bytes: bytes),
      Passage("gzip to JSON Lines", gzip, bytes: bytes, threads: 2),
      Passage("JSON Lines to CSV", input.path, bytes: bytes, to: .rows),
      Passage("JSON Lines to a store", input.path, bytes: bytes, to: .store),
      Passage("JSON Lines to a store", input.path, bytes: bytes, to: .store, threads: 2),
      Passage("JSON Lines to top \(Reference.topCount)", input.path, bytes: bytes, to: .top),
    ]
  }

  /// Runs the program once.
  ///
  /// - Throws: `BenchError` where it fails.
  func run(_ program: String, in folder: String) throws -> (run: ChildRun, found: Found) {
    let output = folder + "/written"
    let store = folder + "/store.sqlite"
    for file in [store, store + "-wal", store + "-shm"] {
      try? FileManager.default.removeItem(atPath: file)
    }
    var arguments = [sink == .top ? "top" : "mine", "-q", "--threads", "\(threads)", path]
    switch sink {
    case .lines: break
    case .rows: arguments += ["--to", "csv"]
    case .store: arguments += ["--db", store]
    case .top: arguments += ["--json", "--limit", "\(Reference.topCount)"]
    }
    let run = try ChildRun(program, arguments, output: output)
    guard run.status == 0 else {
      throw BenchError(
        "\(name): verhaal ends with \(run.status): \(run.notes)", hint: "run it by itself")
    }
    switch sink {
    case .lines:
      return (run, .lines(try Answer(of: output, .jsonl), hash: try Self.hash(output)))
    case .rows: return (run, .answer(try Answer(of: output, .csv)))
    case .store: return (run, .answer(try Answer(ofStore: store)))
    case .top: return (run, .ids(try Self.ids(output)))
    }
  }

  /// What a run gives.
  enum Found: Equatable {
    /// With a hash over all bytes, which hold more than the answer.
    case lines(Answer, hash: UInt64)
    case answer(Answer)
    case ids([String])

    var linesHash: UInt64? {
      if case .lines(_, let hash) = self { hash } else { nil }
    }

    /// What differs from the reference; nil where nothing does.
    func difference(from reference: Reference) -> String? {
      switch self {
      case .lines(let answer, _), .answer(let answer):
        return answer.difference(from: reference.answer)
      case .ids(let ids):
        return ids == reference.topIDs
          ? nil
          : "stories: expected \(reference.topIDs.joined(separator: " ")), "
            + "found \(ids.joined(separator: " "))"
      }
    }
  }

  private static func hash(_ path: String) throws -> UInt64 {
    let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
    var hash: UInt64 = 0
    while let block = try file.read(upToCount: 1 << 20), !block.isEmpty {
      let bytes = Array(block)
      hash = ByteHash.hash(bytes.span, bytes.indices, seed: hash)
    }
    return hash
  }

  private static func ids(_ path: String) throws -> [String] {
    struct Line: Decodable { let id: String }
    return try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map {
      try JSONDecoder().decode(Line.self, from: Data($0.utf8)).id
    }
  }
}
