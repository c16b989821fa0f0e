import Foundation
import ReviewIO

/// A dump of generated reviews, and what is known of it because it was generated.
struct BenchInput: Sendable {
  /// The paths of the same reviews in each format; only JSON Lines where no others were asked for.
  let path: String
  let csvPath: String?
  let gzipPath: String?
  /// Bytes of the files, the gzipped one inflated.
  private(set) var bytes = 0
  private(set) var csvBytes = 0
  private(set) var textBytes = 0
  private(set) var reviewCount = 0
  /// Runs of bytes between white space in the file of JSON Lines, as `wc -w` counts them.
  private(set) var wordCount = 0
  /// A hash over the JSON Lines.
  private(set) var fingerprint: UInt64 = 0

  private let pool: SentencePool
  private let seed: UInt64

  /// Bytes that are written at a time.
  private static let blockBytes = 1 << 20

  /// Writes reviews until there are so many bytes of JSON Lines, the last one whole.
  ///
  /// - Parameter allFormats: whether CSV and gzip are written too, and the texts compared with each other.
  /// - Throws: `BenchError` where two texts are alike or `gzip` fails; what the system says of files.
  init(
    _ pool: SentencePool, seed: UInt64, bytes size: Int, in folder: String, allFormats: Bool
  ) throws {
    self.pool = pool
    self.seed = seed
    path = folder + "/reviews.jsonl"
    csvPath = allFormats ? folder + "/reviews.csv" : nil
    gzipPath = allFormats ? path + ".gz" : nil
    let file = try FileHandle.writing(path)
    let csvFile = try csvPath.map(FileHandle.writing)
    var generator = ReviewGenerator(pool, seed: seed)
    var hashes: [UInt64] = []
    var lines: [UInt8] = []
    var rows = GeneratedReview.csvHeader
    func write() throws {
      fingerprint = ByteHash.hash(lines.span, 0..<lines.count, seed: fingerprint)
      wordCount += Self.wordCount(lines)
      bytes += lines.count
      try file.write(contentsOf: lines)
      lines.removeAll(keepingCapacity: true)
      guard let csvFile else { return }
      csvBytes += rows.count
      try csvFile.write(contentsOf: rows)
      rows.removeAll(keepingCapacity: true)
    }
    while bytes + lines.count < size {
      let review = generator.next()
      reviewCount += 1
      if allFormats { hashes.append(ByteHash.hash(review.text.span, review.text.indices)) }
      textBytes += review.whole.count
      review.append(asJSONLineTo: &lines)
      if csvFile != nil { review.append(asCSVRowTo: &rows) }
      if lines.count >= Self.blockBytes { try write() }
    }
    try write()
    try file.close()
    try csvFile?.close()
    hashes.sort()
    if zip(hashes, hashes.dropFirst()).contains(where: ==) {
      throw BenchError("two of the generated texts are alike", hint: "look at Detail")
    }
    if let gzipPath {
      let gzip = try ChildRun("gzip", ["-n", "-c", path], output: gzipPath)
      guard gzip.status == 0 else { throw BenchError("gzip fails", hint: "install gzip") }
    }
  }

  /// The reviews once more, as they were written.
  func forEachReview(_ work: (GeneratedReview) -> Void) {
    var generator = ReviewGenerator(pool, seed: seed)
    for _ in 0..<reviewCount { work(generator.next()) }
  }

  /// The corpus has none of the white space beyond ASCII.
  private static func wordCount(_ bytes: [UInt8]) -> Int {
    var count = 0
    var isInside = false
    for byte in bytes {
      let isBlank = byte == 0x20 || 0x09...0x0D ~= byte
      if !isBlank && !isInside { count += 1 }
      isInside = !isBlank
    }
    return count
  }
}

extension FileHandle {
  /// A new file to write to.
  static func writing(_ path: String) throws -> FileHandle {
    let url = URL(fileURLWithPath: path)
    try Data().write(to: url)
    return try FileHandle(forWritingTo: url)
  }
}
