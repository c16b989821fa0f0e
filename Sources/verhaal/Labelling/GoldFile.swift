import Foundation

/// A gold file that grows by one line an answer, each on disk before the next question.
final class GoldFile {
  private let path: String
  /// What stood in the file.
  let reviews: [GoldReview]
  /// Whether the last line is one that was broken off while it was written.
  let hasHalfLine: Bool
  /// Where the whole lines end.
  private var length: UInt64
  private var lacksLineEnd: Bool
  private var handle: FileHandle?

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
          path: path, line: 0, message: "cannot be read: \(error.localizedDescription)")
      }
    }
    let lineEnd = data.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let rest = data[lineEnd...]
    hasHalfLine = !rest.isEmpty && GoldFile.isHalfLine(rest)
    lacksLineEnd = !rest.isEmpty && !hasHalfLine
    if hasHalfLine { data.removeSubrange(lineEnd...) }
    length = UInt64(data.count)
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
    return isOurs && (try? JSONSerialization.jsonObject(with: line)) == nil
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
    try writing { () throws in
      handle = try FileHandle(forUpdating: URL(fileURLWithPath: path))
      try handle?.truncate(atOffset: length)
    }
    if lacksLineEnd { try append([UInt8(ascii: "\n")]) }
    lacksLineEnd = false
  }

  /// Adds a line, on disk when this returns.
  ///
  /// - Returns: where it starts.
  @discardableResult
  func append(_ line: [UInt8]) throws(GoldError) -> UInt64 {
    let start = length
    try writing { () throws in
      try handle?.seek(toOffset: start)
      try handle?.write(contentsOf: Data(line))
      try handle?.synchronize()
    }
    length += UInt64(line.count)
    return start
  }

  /// Takes back the line that starts there, the last one.
  func remove(from start: UInt64) throws(GoldError) {
    try writing { () throws in
      try handle?.truncate(atOffset: start)
      try handle?.synchronize()
    }
    length = start
  }

  private func writing(_ body: () throws -> Void) throws(GoldError) {
    do {
      try body()
    } catch {
      throw GoldError(
        path: path, line: 0, message: "cannot be written: \(error.localizedDescription)")
    }
  }
}
