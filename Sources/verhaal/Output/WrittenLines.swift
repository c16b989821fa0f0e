/// The output lines of one chunk, in which the occurrence of an id can still be filled in.
///
/// Occurrences are known only when chunks are joined in order. They are almost always the first, so the
/// lines are written for that and seldom changed. A class, so that the bytes are handed on without being copied.
final class WrittenLines: Sendable {
  private let buffer: ByteBuffer
  /// Offset behind the id of each line, its suffix included.
  private let idEnds: [Int]
  /// Offset behind each line.
  private let lineEnds: [Int]

  init(_ buffer: consuming ByteBuffer, idEnds: [Int], lineEnds: [Int]) {
    self.buffer = buffer
    self.idEnds = idEnds
    self.lineEnds = lineEnds
  }

  /// Writes the lines, with the suffixes for occurrences beyond the first.
  ///
  /// - Parameters:
  ///   - size: a piece is as many whole lines as fit into so many bytes, and at least one.
  ///   - occurrences: one for each line.
  ///   - write: takes the bytes and the number of lines, piece by piece.
  func forEachPiece(
    of size: Int = .max, _ occurrences: [Occurrence],
    _ write: (UnsafeRawBufferPointer, _ lines: Int) throws -> Void
  ) rethrows {
    if occurrences.contains(where: { $0.number > 1 }) {
      return try unsafe numbered(occurrences).forEachPiece(of: size, write)
    }
    try unsafe forEachPiece(of: size, write)
  }

  private func forEachPiece(
    of size: Int, _ write: (UnsafeRawBufferPointer, _ lines: Int) throws -> Void
  ) rethrows {
    try unsafe buffer.withBytes { bytes in
      var (line, start) = (0, 0)
      while line < lineEnds.count {
        let first = line
        repeat { line += 1 } while line < lineEnds.count && lineEnds[line] - start <= size
        let end = lineEnds[line - 1]
        try unsafe write(UnsafeRawBufferPointer(rebasing: bytes[start..<end]), line - first)
        start = end
      }
    }
  }

  /// The same lines, each with the suffix of its occurrence.
  private func numbered(_ occurrences: [Occurrence]) -> WrittenLines {
    var numbered = ByteBuffer(capacity: buffer.count + 8 * occurrences.count)
    var ends: [Int] = []
    unsafe buffer.withBytes { bytes in
      let bytes = unsafe bytes.bindMemory(to: UInt8.self).span
      var position = 0
      for (line, occurrence) in occurrences.enumerated() {
        if occurrence.number > 1 {
          let first = idEnds[line] - occurrence.first.suffix.utf8.count
          numbered.append(bytes.extracting(position..<first))
          numbered.append(occurrence.suffix.utf8.span)
          position = idEnds[line]
        }
        numbered.append(bytes.extracting(position..<lineEnds[line]))
        position = lineEnds[line]
        ends.append(numbered.count)
      }
    }
    return WrittenLines(numbered, idEnds: [], lineEnds: ends)
  }
}
