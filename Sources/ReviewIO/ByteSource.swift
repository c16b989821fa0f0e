#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The bytes of a file, of standard input or of an array, as they are stored.
final class ByteSource {
  let file: String
  /// The size in bytes, where it is known beforehand.
  let size: Int?
  private(set) var position = 0
  private let descriptor: Int32
  private let stored: [UInt8]

  init(path: String) throws(InputError) {
    file = path
    stored = []
    if path == "-" {
      descriptor = 0
    } else {
      var opened = unsafe open(path, O_RDONLY | O_CLOEXEC)
      while opened < 0 && errno == EINTR { opened = unsafe open(path, O_RDONLY | O_CLOEXEC) }
      guard opened >= 0 else { throw Self.failure(errno, path, .cannotOpen, nil) }
      descriptor = opened
    }
    var status = stat()
    let known = unsafe fstat(descriptor, &status) == 0
    if known && status.st_mode & S_IFMT == S_IFDIR {
      if descriptor > 2 { close(descriptor) }
      throw Self.failure(EISDIR, path, .cannotOpen, nil)
    }
    size = known && status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : nil
  }

  init(bytes: [UInt8], name: String) {
    file = name
    stored = bytes
    descriptor = -1
    size = bytes.count
  }

  deinit { if descriptor > 2 { close(descriptor) } }

  /// Appends up to `count` bytes and returns how many; 0 is the end.
  func fill(_ buffer: inout [UInt8], count: Int) throws(InputError) -> Int {
    if descriptor < 0 {
      let taken = min(count, stored.count - position)
      buffer.append(contentsOf: stored[position..<(position + taken)])
      position += taken
      return taken
    }
    var taken = -1
    var code: Int32 = 0
    buffer.append(addingCapacity: count) { room in
      unsafe room.withUnsafeMutableBufferPointer { space, filled in
        repeat {
          taken = unsafe read(descriptor, space.baseAddress!, count)
          code = errno
        } while taken < 0 && code == EINTR
        filled = max(0, taken)
      }
    }
    guard taken >= 0 else { throw Self.failure(code, file, .cannotRead, position) }
    position += taken
    return taken
  }

  private static func failure(
    _ code: Int32, _ file: String, _ kind: InputError.Kind, _ position: Int?
  ) -> InputError {
    let hint =
      switch code {
      case ENOENT: "check the name and the folder"
      case EACCES, EPERM: "ask for permission to read it"
      case EISDIR: "name the files in it"
      default: "check the disk or the connection and try again"
      }
    let reason = unsafe String(cString: strerror(code))
    return InputError(
      kind: kind, file: file, position: position, message: "cannot be read: \(reason)", hint: hint)
  }
}
