import Essentials

/// Writing to what is open already.
enum Descriptor {
  /// Writes all the bytes, also where a signal comes or the reader is slow.
  ///
  /// - Returns: whether all went out; where not, `errno` says why.
  static func put(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Bool {
    var rest = unsafe bytes
    while let start = rest.baseAddress, unsafe !rest.isEmpty {
      let count = unsafe write(descriptor, start, rest.count)
      if count >= 0 {
        unsafe rest = UnsafeRawBufferPointer(rebasing: rest[count...])
      } else if errno == EAGAIN {
        var output = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        _ = unsafe poll(&output, 1, -1)
      } else if errno != EINTR {
        return false
      }
    }
    return true
  }
}
