import Essentials

/// The bytes of a file, of standard input or of an array, as they are stored.
final class ByteSource: ByteInput {
  let file: String
  /// The size in bytes when it was opened, where that is known: what is added later is not read.
  let size: Int?
  /// Whether something was added while it was read.
  private var hasGrown = false
  private(set) var position = 0
  private let descriptor: Int32
  /// Where it began when it was opened.
  private let start: Int
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
    // Files that the system makes up, such as those of /proc, say that they are empty.
    let isKnown = known && status.st_mode & S_IFMT == S_IFREG && status.st_size > 0
    // Of standard input another program may have read a part.
    start = max(0, Int(lseek(descriptor, 0, SEEK_CUR)))
    size = isKnown ? max(0, Int(status.st_size) - start) : nil
  }

  init(bytes: [UInt8], name: String) {
    file = name
    stored = bytes
    descriptor = -1
    start = 0
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
    // Whoever adds to a file for ever does not keep its reader for ever.
    let count = size.map { min(count, $0 - position) } ?? count
    if count == 0 {
      hasGrown = isLonger
      return 0
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
    if taken == 0, let size {
      throw InputError(
        kind: .cannotRead, file: file, position: position,
        message: "it ends here, and had \(size) bytes when it was opened",
        hint: "run it again when nothing writes the file; what came before was read")
    }
    position += taken
    return taken
  }

  /// Whether more may come later: of a file what was there when it was opened is there.
  var mayPause: Bool { descriptor >= 0 && size == nil }

  func isReady(within milliseconds: Int) -> Bool {
    guard mayPause else { return true }
    var input = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    // Its end, and what is wrong with it, are found by reading.
    return unsafe poll(&input, 1, Int32(milliseconds)) != 0
  }

  /// Up to `count` bytes from any place, whatever was read before; `nil` where it has a size, and cannot be read there.
  func bytes(at offset: Int, count: Int) -> [UInt8]? {
    if descriptor < 0 { return Array(stored.dropFirst(offset).prefix(count)) }
    guard size != nil else { return nil }
    var bytes: [UInt8] = []
    while bytes.count < count {
      let at = start + offset + bytes.count
      let wanted = count - bytes.count
      var taken = -1
      bytes.append(addingCapacity: wanted) { room in
        unsafe room.withUnsafeMutableBufferPointer { space, filled in
          repeat {
            taken = unsafe pread(descriptor, space.baseAddress!, wanted, off_t(at))
          } while taken < 0 && errno == EINTR
          filled = max(0, taken)
        }
      }
      if taken < 0 { return nil }
      if taken == 0 { break }
    }
    return bytes
  }

  var findings: [(kind: Diagnostic.Kind, detail: String)] { hasGrown ? [(.grown, "")] : [] }

  /// Whether there is more than was there when it was opened.
  private var isLonger: Bool {
    var status = stat()
    return unsafe fstat(descriptor, &status) == 0
      && Int(status.st_size) > Int(lseek(descriptor, 0, SEEK_CUR))
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
