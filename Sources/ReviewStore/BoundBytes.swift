/// Texts bound to a statement until it has run.
///
/// SQLite would ask memory for each of them, some dozen a review.
@safe final class BoundBytes {
  private static let size = 1 << 16

  private let bytes = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 1)
  private var used = 0

  deinit { unsafe bytes.deallocate() }

  /// Makes room for the texts of the next run.
  func removeAll() { used = 0 }

  /// Where a copy of a text lies; nil if there is no room for it.
  func keep(_ text: UnsafeRawBufferPointer) -> UnsafeRawPointer? {
    guard text.count <= BoundBytes.size - used else { return nil }
    let copy = unsafe bytes + used
    unsafe UnsafeMutableRawBufferPointer(start: copy, count: text.count).copyMemory(from: text)
    used += text.count
    return UnsafeRawPointer(copy)
  }
}
