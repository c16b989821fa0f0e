/// The output lines of one chunk, in which the occurrence of an id can still be filled in.
///
/// Occurrences are known only when chunks are joined in order. They are almost always the first, so the
/// lines are written for that and seldom changed. A class, so that the bytes are handed on without being copied.
final class WrittenLines: Sendable {
  private let buffer: ByteBuffer
  /// Offset behind the id of each line, its suffix included.
  private let idEnds: [Int]

  init(_ buffer: consuming ByteBuffer, idEnds: [Int]) {
    self.buffer = buffer
    self.idEnds = idEnds
  }

  /// Writes the lines, with the suffixes for occurrences beyond the first.
  ///
  /// - Parameters:
  ///   - occurrences: one for each line.
  ///   - write: takes the bytes, piece by piece.
  func forEachPiece(
    _ occurrences: [Occurrence], _ write: (UnsafeRawBufferPointer) throws -> Void
  ) rethrows {
    try unsafe buffer.withBytes { bytes in
      var position = 0
      for (end, occurrence) in zip(idEnds, occurrences) where occurrence.number > 1 {
        let first = end - occurrence.first.suffix.utf8.count
        try unsafe write(UnsafeRawBufferPointer(rebasing: bytes[position..<first]))
        try unsafe Array(occurrence.suffix.utf8).withUnsafeBytes { try unsafe write($0) }
        position = end
      }
      try unsafe write(UnsafeRawBufferPointer(rebasing: bytes[position...]))
    }
  }
}
