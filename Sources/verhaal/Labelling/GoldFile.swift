import Essentials

/// A gold file that grows by one line an answer, each on disk before the next question.
final class GoldFile {
  private let path: String
  /// What stood in the file.
  let reviews: [GoldReview]
  /// Whether the last line is one that was broken off while it was written.
  let hasHalfLine: Bool
  /// Where the whole lines end.
  private var length: Int
  private var lacksLineEnd: Bool
  private var file: ChangedFile?

  /// Reads what stands in the file already; one that is absent is empty.
  ///
  /// - Throws: `GoldError` where it cannot be read or holds something else.
  init(_ path: String) throws(GoldError) {
    self.path = path
    var data = Data()
    if FileManager.default.fileExists(atPath: path) {
      if !GoldFile.isRegular(path) {
        throw GoldError(path: path, line: 0, message: "is no regular file")
      }
      do {
        data = try Data(contentsOf: URL(fileURLWithPath: path))
      } catch {
        throw GoldError(
          path: path, line: 0, message: "cannot be read: \(error.reason)")
      }
    }
    let lineEnd = data.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let rest = data[lineEnd...]
    hasHalfLine = !rest.isEmpty && GoldFile.isHalfLine(rest)
    lacksLineEnd = !rest.isEmpty && !hasHalfLine
    if hasHalfLine { data.removeSubrange(lineEnd...) }
    length = data.count
    reviews = try GoldReview.reviews(in: data, path: path)
  }

  private static func isRegular(_ path: String) -> Bool {
    let resolved = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    let attributes = try? FileManager.default.attributesOfItem(atPath: resolved)
    return attributes?[.type] as? FileAttributeType == .typeRegular
  }

  /// Whether a line without an end is the beginning of one of ours, and no whole one.
  private static func isHalfLine(_ line: Data) -> Bool {
    let beginning = GoldLine.beginning
    let isOurs = line.starts(with: beginning) || beginning.starts(with: line)
    return isOurs && (try? JSONDecoder().decode(AnyJSON.self, from: line)) == nil
  }

  /// Decodes from every JSON that is whole.
  private struct AnyJSON: Decodable {
    init(from decoder: any Decoder) {}
  }

  /// Makes the file ready to take lines.
  ///
  /// - Throws: `GoldError` where it cannot be written.
  func open() throws(GoldError) {
    if !FileManager.default.fileExists(atPath: path) {
      guard FileManager.default.createFile(atPath: path, contents: nil) else {
        throw GoldError(path: path, line: 0, message: "cannot be created")
      }
    }
    try writing { () throws(POSIXError) in
      file = try ChangedFile(path)
      try file?.cut(to: length)
    }
    if lacksLineEnd { try append([UInt8(ascii: "\n")]) }
    lacksLineEnd = false
  }

  /// Adds a line, on disk when this returns.
  ///
  /// - Returns: where it starts.
  @discardableResult
  func append(_ line: [UInt8]) throws(GoldError) -> Int {
    let start = length
    try writing { () throws(POSIXError) in
      try file?.put(line, at: start)
      try file?.settle()
    }
    length += line.count
    return start
  }

  /// Takes back the line that starts there, the last one.
  func remove(from start: Int) throws(GoldError) {
    try writing { () throws(POSIXError) in
      try file?.cut(to: start)
      try file?.settle()
    }
    length = start
  }

  private func writing(_ body: () throws(POSIXError) -> Void) throws(GoldError) {
    do {
      try body()
    } catch {
      throw GoldError(path: path, line: 0, message: "cannot be written: \(error.reason)")
    }
  }
}
