import CZlib

/// Inflates one deflated stream after another through zlib.
@safe final class Inflater {
  enum Outcome {
    case progress, finished
    case corrupt(String)
  }

  private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
  private var scratch = [UInt8](repeating: 0, count: 128 << 10)
  /// Whether zlib may give more bytes without being given any.
  private(set) var holdsOutput = false

  /// - Parameter windowBits: as zlib's `inflateInit2` wants it, which says what stands around the data.
  init(windowBits: Int32) {
    unsafe stream.initialize(to: z_stream())
    unsafe inflateInit2_(
      stream, windowBits, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
  }

  deinit {
    unsafe inflateEnd(stream)
    unsafe stream.deallocate()
  }

  /// Begins a new stream.
  func reset() { unsafe inflateReset(stream) }

  /// Inflates from `input` at `position` and appends at most `count` bytes; finished where the stream ends.
  func inflate(
    _ input: [UInt8], _ position: inout Int, appendingTo output: inout [UInt8], count: Int
  ) -> Outcome {
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
    case Z_STREAM_END: return .finished
    case Z_OK, Z_BUF_ERROR: return .progress
    default:
      return unsafe .corrupt(
        stream.pointee.msg.map { unsafe String(cString: $0) } ?? "code \(code)")
    }
  }

  /// The check sum that zip keeps of a file, of what was read before and of more bytes.
  static func checksum(_ before: UInt32, _ bytes: [UInt8], from start: Int) -> UInt32 {
    unsafe bytes.withUnsafeBufferPointer { bytes in
      guard bytes.count > start else { return before }
      return unsafe UInt32(
        truncatingIfNeeded: crc32_z(
          UInt(before), bytes.baseAddress! + start, bytes.count - start))
    }
  }
}
