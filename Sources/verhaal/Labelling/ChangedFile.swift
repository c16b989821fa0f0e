import Essentials

/// A file that is changed in its place.
final class ChangedFile {
  private let descriptor: Int32

  /// - Throws: where it cannot be opened for reading and writing.
  init(_ path: String) throws(POSIXError) {
    descriptor = unsafe open(path, O_RDWR | O_CLOEXEC)
    if descriptor < 0 { throw POSIXError.last }
  }

  deinit { close(descriptor) }

  /// Cuts off what stands behind so many bytes.
  func cut(to length: Int) throws(POSIXError) {
    try check(ftruncate(descriptor, off_t(length)) == 0)
  }

  /// Writes from a place on, in bytes from the start.
  func put(_ bytes: [UInt8], at start: Int) throws(POSIXError) {
    try check(lseek(descriptor, off_t(start), SEEK_SET) >= 0)
    try check(unsafe bytes.withUnsafeBytes { unsafe Descriptor.put($0, to: descriptor) })
  }

  /// Returns when all is on disk.
  func settle() throws(POSIXError) { try check(fsync(descriptor) == 0) }

  private func check(_ isDone: Bool) throws(POSIXError) {
    if !isDone { throw POSIXError.last }
  }
}
