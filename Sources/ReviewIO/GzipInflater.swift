/// Inflates gzip, any number of members one after another, zero padding after them ignored.
final class GzipInflater {
  // 15 bits of window, and 16 to accept gzip only.
  private let inflater = Inflater(windowBits: 15 + 16)
  /// Whether the stream stands between two members.
  private var isBetween = false
  /// Whether bytes that are not gzip follow the last member.
  private(set) var hasTrailingBytes = false

  /// Whether there may be more bytes without any being given.
  var holdsOutput: Bool { inflater.holdsOutput }

  /// Whether the input may end here.
  var isComplete: Bool { isBetween }

  /// Inflates from `input` at `position` and appends at most `count` bytes.
  func inflate(
    _ input: [UInt8], _ position: inout Int, appendingTo output: inout [UInt8], count: Int
  ) -> Inflater.Outcome {
    if isBetween {
      while position < input.count && input[position] == 0 { position += 1 }
      if position == input.count { return .progress }
      guard input[position] == 0x1f else {
        hasTrailingBytes = true
        return .finished
      }
      inflater.reset()
      isBetween = false
    }
    let outcome = inflater.inflate(input, &position, appendingTo: &output, count: count)
    guard case .finished = outcome else { return outcome }
    isBetween = true
    return .progress
  }
}
