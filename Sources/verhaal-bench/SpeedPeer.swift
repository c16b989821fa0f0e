import Foundation

/// Another program that works on the same file, to stand beside ours.
struct SpeedPeer {
  let name: String
  /// How much of the file it gets, in bytes; nil for all.
  let slice: Int?

  static let words = SpeedPeer(name: "wc -w", slice: nil)

  /// Those that `Tests/Peers/speed.py` knows; the slower they are, the less they get.
  static let libraries = [
    SpeedPeer(name: "duckdb", slice: nil), SpeedPeer(name: "fasttext", slice: 16_000_000),
    SpeedPeer(name: "spacy", slice: 4_000_000), SpeedPeer(name: "textblob_nl", slice: 1_000_000),
  ]

  /// What a run gives; nil where the peer is not installed.
  struct Result {
    var measurement: Measurement
    /// What differs from what was expected.
    let difference: String?
  }

  /// Runs it so many times, each of which must give the expected count.
  func measure(_ input: BenchInput, python: String, rounds: Int, in folder: String) throws
    -> Result?
  {
    slice == nil && name == Self.words.name
      ? try countWords(input, rounds: rounds, in: folder)
      : try runLibrary(input, python: python, rounds: rounds, in: folder)
  }

  private func countWords(_ input: BenchInput, rounds: Int, in folder: String) throws -> Result? {
    let output = folder + "/words"
    var measurement = Measurement(
      name, bytes: input.bytes, reviews: input.reviewCount,
      count: Text.counted(input.wordCount, "word"))
    var found = input.wordCount
    for _ in 0..<rounds {
      let run: ChildRun
      do {
        run = try ChildRun(
          "wc", ["-w", input.path], output: output, environment: ["LC_ALL": "C.UTF-8"])
      } catch { return nil }
      measurement.add(run)
      let text = try String(contentsOfFile: output, encoding: .utf8)
      let count = text.split(separator: " ").first.flatMap { Int($0) } ?? 0
      if count != input.wordCount { found = count }
    }
    return Result(
      measurement: measurement,
      difference: found == input.wordCount
        ? nil : "words: expected \(input.wordCount), found \(found)")
  }

  /// What the script writes.
  private struct Line: Decodable {
    let version: String
    let reviews: Int
    let bytes: Int
    let seconds: Double
    let cpu: Double
    let does: String
  }

  /// The exit code by which the script says that a library is not there.
  private static let missing: Int32 = 3

  private func runLibrary(
    _ input: BenchInput, python: String, rounds: Int, in folder: String
  ) throws -> Result? {
    let output = folder + "/peer"
    let expected = try reviewsInSlice(input)
    var measurement: Measurement?
    var difference: String?
    for _ in 0..<rounds {
      let run: ChildRun
      do {
        run = try ChildRun(
          python, [Checkout.file("Tests/Peers/speed.py"), name, input.path, "\(slice ?? .max)"],
          output: output)
      } catch { return nil }
      if run.status == Self.missing { return nil }
      guard run.status == 0, let data = FileManager.default.contents(atPath: output),
        let line = try? JSONDecoder().decode(Line.self, from: data)
      else { throw BenchError("\(name) fails: \(run.notes)", hint: "leave out --compare") }
      if line.reviews != expected {
        difference = "reviews: expected \(expected), found \(line.reviews)"
      }
      var now =
        measurement
        ?? Measurement(
          "\(name) \(line.version), \(line.does)", bytes: line.bytes, reviews: line.reviews,
          count: Text.counted(line.reviews, "review"))
      now.add(seconds: line.seconds, cpu: line.cpu)
      measurement = now
    }
    return measurement.map { Result(measurement: $0, difference: difference) }
  }

  /// The reviews whose lines lie in the slice.
  private func reviewsInSlice(_ input: BenchInput) throws -> Int {
    guard let slice, slice < input.bytes else { return input.reviewCount }
    let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: input.path))
    return try file.read(upToCount: slice)?.count { $0 == UInt8(ascii: "\n") } ?? 0
  }
}
