import CZlib

/// Inflates gzip, any number of members one after another, zero padding after them ignored.
@safe final class GzipInflater {
  enum Outcome {
    case progress, finished
    case corrupt(String)
  }

  private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
  private var scratch = [UInt8](repeating: 0, count: 128 << 10)
  /// Whether the stream stands between two members.
  private var isBetween = false
  /// Whether zlib may give more bytes without being given any.
  private(set) var holdsOutput = false
  /// Whether bytes that are not gzip follow the last member.
  private(set) var hasTrailingBytes = false

  init() {
    unsafe stream.initialize(to: z_stream())
    // 15 bits of window, and 16 to accept gzip only.
    unsafe inflateInit2_(stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
  }

  deinit {
    unsafe inflateEnd(stream)
    unsafe stream.deallocate()
  }

  /// Whether the input may end here.
  var isComplete: Bool { isBetween }

  /// Inflates from `input` at `position` and appends at most `count` bytes.
  func inflate(
    _ input: [UInt8], _ position: inout Int, appendingTo output: inout [UInt8], count: Int
  ) -> Outcome {
    if isBetween {
      while position < input.count && input[position] == 0 { position += 1 }
      if position == input.count { return .progress }
      guard input[position] == 0x1f else {
        hasTrailingBytes = true
        return .finished
      }
      unsafe inflateReset(stream)
      isBetween = false
    }
    let count = min(count, scratch.count)
    var code: Int32 = 0
    var left = 0
    unsafe input.withUnsafeBufferPointer { source in
      unsafe scratch.withUnsafeMutableBufferPointer { target in
        // zlib takes a mutable pointer and does not write through it.
        unsafe stream.pointee.next_in = UnsafeMutablePointer(
          mutating: source.baseAddress! + position)
        unsafe stream.pointee.avail_in = UInt32(source.count - position)
        unsafe stream.pointee.next_out = target.baseAddress!
        unsafe stream.pointee.avail_out = UInt32(count)
        code = unsafe CZlib.inflate(stream, Z_NO_FLUSH)
        unsafe position = source.count - Int(stream.pointee.avail_in)
        unsafe left = Int(stream.pointee.avail_out)
      }
    }
    output.append(scratch.span, 0..<(count - left))
    holdsOutput = code == Z_OK && left == 0
    switch code {
    case Z_STREAM_END:
      isBetween = true
      return .progress
    case Z_OK, Z_BUF_ERROR: return .progress
    default:
      return unsafe .corrupt(
        stream.pointee.msg.map { unsafe String(cString: $0) } ?? "code \(code)")
    }
  }
}
